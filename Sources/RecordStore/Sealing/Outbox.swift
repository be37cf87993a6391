import GRDB
import SessionRecord
import Synchronization

/// What a transaction leaves to be done and said once it has ended well.
final class Outbox: Sendable {
  struct Held {
    var notices: [StoreNotice] = []
    /// The last seal that was made in it.
    var witness: Witness?
  }

  private let held = Mutex(Held())
  private let said = Mutex<[StoreNotice]>([])

  func hold(_ notice: StoreNotice) { held.withLock { $0.notices.append(notice) } }

  func hold(_ witness: Witness) { held.withLock { $0.witness = witness } }

  /// What the transaction that ends now left; the next one begins with nothing.
  func release() -> Held {
    held.withLock { state in
      defer { state = Held() }
      return state
    }
  }

  func say(_ notices: [StoreNotice]) { said.withLock { $0 += notices } }

  func take() -> [StoreNotice] {
    said.withLock { notices in
      defer { notices = [] }
      return notices
    }
  }
}

extension RecordStore {
  /// What the commits since the last call have to say beside their answers.
  package func takeNotices() -> [StoreNotice] { outbox.take() }

  /// A seal is in the transaction; the machine remembers it once that has ended well.
  func made(_ row: SealRow, at stamp: Stamp) {
    guard let hash = RecordDigest(bytes: row.hash) else { return }
    outbox.hold(Witness(number: row.number, hash: hash, at: stamp))
  }

  /// After a commit that is in the record: says what it had to say, and remembers its last seal.
  func settle(_ held: Outbox.Held, afterError: Bool) {
    outbox.say(held.notices + (afterError ? [.savedAfterError] : []))
    guard let witness = held.witness, let keyring = station.keyring else { return }
    keyring.alone(with: recordID) {
      if let known = keyring.witness(of: recordID) {
        guard holds(known) else { return outbox.say([.otherThanSealed(known.at)]) }
        // Another process sealed after this one and was quicker to say so.
        guard known.number < witness.number else { return }
      }
      if !keyring.remember(witness, of: recordID) {
        outbox.say([.witnessNotKept(folder: keyring.place(of: recordID))])
      }
    }
  }

  /// Whether the record has that seal; what cannot be read is not held against it here.
  private func holds(_ witness: Witness) -> Bool {
    do {
      let row = try reading { database in
        try database.firstRow("SELECT hash FROM seal WHERE number = ?", [witness.number]) {
          try $0.bytes(0)
        }
      }
      return row == witness.hash.bytes
    } catch {
      return true
    }
  }
}
