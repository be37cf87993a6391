import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

@Suite("A sealed record that somebody attacks")
struct AttackTests {
  @Test(arguments: Attacks.all)
  func `comes to what the table in SECURITY.md says`(_ attack: Attack) throws {
    let record = try AttackedRecord(try SealedRecord.shared.get())
    try holds(record)
    let (before, bytesBefore) = (try record.contents(), try Data(contentsOf: record.file))
    if case .refused(let message) = attack.outcome {
      let error = #expect(throws: DatabaseError.self) { try attack.act(record) }
      #expect(error?.extendedResultCode == .SQLITE_CONSTRAINT_TRIGGER)
      #expect(error?.message == message)
      #expect(try record.contents() == before)
      try holds(record)
      return
    }
    try attack.act(record)
    let isOtherwise = try record.contents() != before
    let isIndexAlone = attack.name == "hide an open session from its index"
    #expect(isOtherwise || isIndexAlone, "nothing that is stored was changed")
    #expect(try isOtherwise || Data(contentsOf: record.file) != bytesBefore)
    // First the one that never writes: a journal beside the file is still there.
    try second(attack, record)
    try first(attack, record)
  }

  /// The record as it was: verified by both, and every digest that was printed is found.
  private func holds(_ record: AttackedRecord) throws {
    let verified = try verification(of: record, .here)
    #expect(verified.outcome == .holds, "\(codes(verified.findings))")
    #expect(verified.wholeSessions.map(\.value) == [1, 2, 3, 5])
    #expect(try known(record) == [])
  }

  private func first(_ attack: Attack, _ record: AttackedRecord) throws {
    switch attack.outcome {
    case .refused: return
    case .notOpened:
      #expect(throws: RecordRefusal.self) { try verification(of: record, attack.place) }
    case .damaged(_, let findings):
      let found = try verification(of: record, attack.place)
      #expect(found.outcome == .damaged, "\(codes(found.findings))")
      #expect(Set(codes(found.damages)).isSuperset(of: findings), "\(codes(found.findings))")
      for case .session(let spoilt)? in found.findings.map(\.place.stream) {
        #expect(!found.wholeSessions.contains(spoilt))
      }
    case .unclear(_, let findings):
      let found = try verification(of: record, attack.place)
      #expect(found.outcome == .cannotTell, "\(codes(found.findings))")
      #expect(Set(codes(found.doubts)).isSuperset(of: findings), "\(codes(found.findings))")
    case .unseen(_, let shown):
      let found = try verification(of: record, attack.place)
      #expect(found.outcome == .holds, "\(codes(found.findings))")
      #expect(try known(record) == shown)
    }
  }

  private func second(_ attack: Attack, _ record: AttackedRecord) throws {
    guard let verifier = SecondVerifier.shared else { return }
    let before = try SecondVerifierTests.whole.get()
    let found = try verifier.verify(record.path)
    let said = Comment(rawValue: "\(found)")
    switch (attack.second, attack.outcome) {
    case (.seesNothing, _), (.same, .unseen): #expect(found.damaged.isEmpty, said)
    case (.cannotTell, _), (.same, .unclear):
      #expect(found.damaged.isEmpty, said)
      #expect(!Set(found.cannotTell).isSubset(of: before?.cannotTell ?? []), said)
    case (.damaged, _), (.same, .damaged), (.same, .notOpened), (.same, .refused):
      #expect(!found.damaged.isEmpty, said)
    }
  }

  private func verification(
    of record: AttackedRecord,
    _ place: VerifiedPlace
  ) throws -> Verification {
    let store = try reading(record, place)
    defer { try? store.queue.close() }
    return try store.verify(
      .record,
      level: .full,
      assessing: { _, log in try SealedRecord.assessed(log) }
    )
  }

  private func reading(_ record: AttackedRecord, _ place: VerifiedPlace) throws -> RecordStore {
    try RecordStore.open(
      at: record.path,
      .reading,
      station: Station(account: "ward", keyring: place == .here ? record.keyring : nil),
      now: TemporaryRecord.opened
    )
  }

  /// What is known outside the file that is not as it is in the file.
  private func known(_ record: AttackedRecord) throws -> Set<Outside> {
    let store = try reading(record, .elsewhere)
    defer { try? store.queue.close() }
    var shown: Set<Outside> = []
    for digest in record.whole.printed {
      let expected = try ExpectedDigest(digest.description)
      if try store.find(expected, in: .record) == nil { shown.insert(.printedDigest) }
    }
    let keys = Set(try store.keysInUse().map(\.key.fingerprint))
    if keys != record.whole.fingerprints { shown.insert(.fingerprints) }
    return shown
  }

  private func codes(_ findings: [VerificationFinding]) -> [String] {
    findings.map { "\($0.place.code) \($0.fault.code)" }
  }
}

/// What is said of the record before anything is done to it.
@Suite("The second verifier and the sealed record")
struct SecondVerifierTests {
  /// Nil where there is no Python for it.
  static let whole = Result { () throws -> SecondVerifier.Answer? in
    let record = try AttackedRecord(try SealedRecord.shared.get())
    return try SecondVerifier.shared?.verify(record.path)
  }

  @Test(.enabled(if: SecondVerifier.shared != nil, "Python 3.11 is needed"))
  func `cannot tell the read models of open sessions, and nothing else is wrong`() throws {
    let found = try #require(try SecondVerifierTests.whole.get())
    #expect(found.damaged.isEmpty)
    #expect(found.cannotTell.map(\.where) == ["session 4", "session 6"])
  }
}
