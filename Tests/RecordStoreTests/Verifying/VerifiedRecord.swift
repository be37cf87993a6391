import Foundation
import GRDB
import SessionRecord

@testable import RecordStore

extension AttackedRecord {
  /// A copy of the sealed record with something in every table.
  static func fresh() throws -> AttackedRecord { try AttackedRecord(try SealedRecord.shared.get()) }

  func store(_ mode: RecordStore.Mode = .reading) throws -> RecordStore {
    try RecordStore.open(
      at: path,
      mode,
      station: Station(account: "ward", keyring: keyring),
      now: TemporaryRecord.opened
    )
  }

  func verified(
    _ scope: VerificationScope = .record,
    _ level: VerificationLevel = .full,
    assessing: @escaping @Sendable (Session, [Entry]) throws -> Assessed = { _, log in
      try SealedRecord.assessed(log)
    }
  ) throws -> Verification {
    let store = try store()
    defer { try? store.queue.close() }
    return try store.verify(scope, level: level, assessing: assessing)
  }
}

extension Verification {
  /// Each with its place: `entry session 1 #2: its hash …`.
  var said: [String] { findings.map { "\($0.place.name): \($0.what)" } }

  func has(_ place: VerificationPlace, _ fault: VerificationFault) -> Bool {
    findings.contains(VerificationFinding(place, fault))
  }
}

func session(_ number: Int) -> EntryStream { .session(SessionNumber(number)) }

func entry(_ session: Int, _ number: Int) -> VerificationPlace {
  .entry(.session(SessionNumber(session)), EntryNumber(number))
}
