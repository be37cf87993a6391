import Crypto
import Foundation
import GRDB
import SessionRecord
import Synchronization
import Testing

@testable import RecordStore

@Suite("Seals")
struct SealingTests {
  private let observer = Accessor.account("ward")

  @Test func `an open session has none, and its closing makes one over its head`() throws {
    let record = try TemporaryRecord(sealing: true)
    let session = try record.openSession(with: [.note("x")])
    #expect(try record.store.seals().isEmpty)
    try record.append([.closed], to: session)
    let seals = try record.store.seals()
    #expect(seals.count == 2)
    guard case .keyBegins = seals[0].act,
      case .head(let stream, let entry, let head, let derived?) = seals[1].act
    else { throw Unexpected() }
    #expect(stream == .session(session))
    #expect(entry == EntryNumber(3))
    #expect(head == (try record.store.heads(of: session).now))
    #expect(derived.bytes == (try record.raw().read { try $0.derivedDigest(of: session) }))
    #expect(seals[1].enteredAs == .clinician(try ClinicianCode("KO")))
    #expect(seals[1].owner == nil)
  }

  @Test func `every entry after the closing is sealed again, and so is every one of a course`()
    throws
  {
    let record = try TemporaryRecord(sealing: true)
    let session = try record.openSession(with: [.closed])
    let before = try record.store.seals().count
    try record.append([.addendum("more")], to: session)
    #expect(try record.store.seals().count == before + 1)
    #expect(try record.store.seals(of: .session(session)).count == 2)
    // Nothing was entered: nothing is sealed.
    try record.append([], to: session)
    #expect(try record.store.seals().count == before + 1)
  }

  @Test func `signatures hold, chained to the record, and not once a column is another`() throws {
    let record = try TemporaryRecord(sealing: true)
    let session = try record.openSession(with: [.closed])
    try record.append([.addendum("more")], to: session)
    let (rows, genesis) = try record.raw().read {
      (try $0.sealRows("", []), try $0.genesisOfSeals(record.store.recordID))
    }
    var prev = genesis
    for row in rows {
      #expect(row.prev == prev)
      let statement = try row.statement(in: record.store.recordID)
      let key = try #require(VerifyingKey(row.publicKey))
      #expect(key.verifies(row.signature, of: statement))
      var changed = row
      changed.enteredAs += "x"
      #expect(
        try !key.verifies(row.signature, of: changed.statement(in: record.store.recordID))
      )
      prev = row.hash
    }
    #expect(rows.count == 3)
  }

  @Test func `several clinicians sign one head, each once, with keys that a passphrase opens`()
    throws
  {
    let record = try TemporaryRecord(sealing: true)
    let keyring = try #require(record.store.station.keyring)
    let session = try record.openSession(with: [.closed])
    let at = TemporaryRecord.moment(9).recorded
    for name in ["LH", "KO"] {
      let code = try ClinicianCode(name)
      let secret = try Passphrase("correct horse \(name)")
      let made = try keyring.makeKey(for: code, in: record.store.recordID, under: secret)
      #expect(throws: KeyRefusal.self) {
        try record.store.sign(session: session, with: made, of: code, by: observer, at: at)
      }
      _ = try record.store.begin(made, of: code, by: observer, at: at)
      #expect(throws: KeyRefusal.wrongPassphrase(of: "the key of \(name)")) {
        try keyring.unlock(
          made.verifying,
          of: code,
          in: record.store.recordID,
          with: Passphrase("another one")
        )
      }
      let key = try keyring.unlock(
        made.verifying,
        of: code,
        in: record.store.recordID,
        with: secret
      )
      let seal = try record.store.sign(session: session, with: key, of: code, by: observer, at: at)
      #expect(seal.owner == code)
      #expect(throws: KeyRefusal.self) {
        try record.store.sign(session: session, with: key, of: code, by: observer, at: at)
      }
    }
    let heads = try record.store.seals(of: .session(session)).map(\.act)
    #expect(heads.count == 3)
    #expect(Set(heads).count == 1)
  }

  @Test
  func `a key that was followed or lost signs no more, and another one of this machine begins`()
    throws
  {
    let record = try TemporaryRecord(sealing: true)
    let keyring = try #require(record.store.station.keyring)
    let at = TemporaryRecord.moment(9).recorded
    let session = try record.openSession(with: [.closed])
    let code = try ClinicianCode("LH")
    let secret = try Passphrase("correct horse")
    let old = try keyring.makeKey(for: code, in: record.store.recordID, under: secret)
    _ = try record.store.begin(old, of: code, by: observer, at: at)
    let new = try keyring.makeKey(for: code, in: record.store.recordID, under: secret)
    _ = try record.store.follow(old, by: new, of: code, by: observer, at: at)
    #expect(throws: KeyRefusal.nothingInUse(of: code)) {
      try record.store.sign(session: session, with: old, of: code, by: observer, at: at)
    }
    _ = try record.store.sign(session: session, with: new, of: code, by: observer, at: at)
    _ = try record.store.lose(new.verifying, because: "laptop stolen", by: observer, at: at)
    #expect(try record.store.keysInUse().map(\.owner) == [nil])
    // What it signed before stays.
    #expect(try record.store.seals(of: .session(session)).last?.owner == code)
    let own = try keyring.ownKey(of: record.store.recordID)
    _ = try record.store.lose(own.verifying, because: nil, by: observer, at: at)
    try record.append([.addendum("x")], to: session)
    #expect(record.store.takeNotices().count == 1)
    let replaced = try keyring.replaceOwnKey(of: record.store.recordID)
    try record.append([.addendum("y")], to: session)
    #expect(record.store.takeNotices().isEmpty)
    #expect(try record.store.keysInUse().map(\.key) == [replaced.verifying])
  }

  @Test func `keys lie apart, in files that nobody else may read, and are refused otherwise`()
    throws
  {
    let record = try TemporaryRecord(sealing: true)
    let keyring = try #require(record.store.station.keyring)
    try record.openSession(with: [.closed])
    let folder = keyring.place(of: record.store.recordID)
    var status = stat()
    stat(folder, &status)
    #expect(status.st_mode & 0o777 == 0o700)
    let path = folder + "/record.key"
    stat(path, &status)
    #expect(status.st_mode & 0o777 == 0o600)
    chmod(path, 0o644)
    #expect(throws: KeyRefusal.openToOthers(path: path)) {
      try keyring.ownKey(of: record.store.recordID)
    }
    chmod(path, 0o600)
    // Another record's key, put in this one's place.
    let other = UUID()
    _ = try keyring.ownKey(of: other)
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.copyItem(
      atPath: keyring.place(of: other) + "/record.key",
      toPath: path
    )
    #expect(throws: KeyRefusal.malformed(path: path)) {
      try keyring.ownKey(of: record.store.recordID)
    }
  }

  @Test func `what this machine sealed last is remembered outside the record`() throws {
    let record = try TemporaryRecord(sealing: true)
    let keyring = try #require(record.store.station.keyring)
    #expect(keyring.witness(of: record.store.recordID) == nil)
    let session = try record.openSession(with: [.closed])
    try record.append([.addendum("x")], to: session)
    let newest = try #require(try record.store.newestSeal())
    let witness = try #require(keyring.witness(of: record.store.recordID))
    #expect(witness.number == newest.number)
    #expect(witness.hash == newest.hash)
  }

  @Test func `what another process is about to remember is not overtaken`() throws {
    let record = try TemporaryRecord(sealing: true)
    let keyring = try #require(record.store.station.keyring)
    let session = try record.openSession(with: [.closed])
    let id = record.store.recordID
    let before = try #require(keyring.witness(of: id))
    // As the other process does: it holds the folder between looking and remembering.
    let descriptor = open(keyring.place(of: id), O_RDONLY | O_DIRECTORY)
    #expect(flock(descriptor, LOCK_EX) == 0)
    let meanwhile = Mutex<Witness?>(nil)
    let releasing = Thread {
      usleep(200_000)
      meanwhile.withLock { $0 = keyring.witness(of: id) }
      close(descriptor)
    }
    releasing.start()
    try record.append([.addendum("x")], to: session)
    #expect(meanwhile.withLock { $0 } == before)
    #expect(keyring.witness(of: id)?.number == before.number + 1)
  }

  @Test func `an older copy that goes on here is told from the record that was sealed`() throws {
    let record = try TemporaryRecord(sealing: true)
    let keyring = try #require(record.store.station.keyring)
    let session = try record.openSession(with: [.closed])
    let older = record.path + ".older"
    try FileManager.default.copyItem(atPath: record.path, toPath: older)
    try record.append([.addendum("x")], to: session)
    #expect(record.store.takeNotices().isEmpty)
    let witness = try #require(keyring.witness(of: record.store.recordID))
    // Put back, it lacks the newest seal; once it has as many, it has another in its place.
    try FileManager.default.removeItem(atPath: record.path)
    try FileManager.default.moveItem(atPath: older, toPath: record.path)
    let again = try RecordStore.open(
      at: record.path,
      .writing,
      station: record.store.station,
      now: TemporaryRecord.opened
    )
    for note in ["y", "z"] {
      _ = try again.append(
        to: session,
        at: { TemporaryRecord.moment(5) },
        { _, _ in [try record.draft(.addendum(note))] },
        assessing: { _ in Assessed([]) }
      )
      #expect(again.takeNotices() == [.otherThanSealed(witness.at)])
    }
    #expect(keyring.witness(of: record.store.recordID) == witness)
  }

  @Test func `without a usable key a session closes all the same, and it is said`() throws {
    let record = try TemporaryRecord(sealing: true)
    let keyring = try #require(record.store.station.keyring)
    let first = try record.openSession(with: [.closed])
    let path = keyring.place(of: record.store.recordID) + "/record.key"
    try Data("no key".utf8).write(to: URL(fileURLWithPath: path))
    chmod(path, 0o600)
    try record.append([.addendum("x")], to: first)
    let refusal = KeyRefusal.malformed(path: path)
    let why = "\(refusal.problem) \(refusal.remedy ?? "")"
    #expect(record.store.takeNotices() == [.notSealed(.session(first), why: why)])
    #expect(try record.store.entries(of: first).count == 3)
    #expect(try record.store.seals(of: .session(first)).count == 1)
  }
}

private struct Unexpected: Error {}
