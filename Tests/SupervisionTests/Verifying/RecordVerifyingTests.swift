import Foundation
import GRDB
import Monitoring
import SessionRecord
import Supervision
import TestSupport
import Testing

@testable import RecordStore

@Suite struct `Verifying a record with the rules` {
  private func verified(
    _ ward: Ward,
    _ scope: VerificationScope = .record,
    _ level: VerificationLevel = .full
  ) throws -> Verification {
    try ward.supervision.verify(scope, level: level, by: .account("ward"))
  }

  private func said(_ found: Verification) -> [String] {
    found.findings.map { "\($0.place.name): \($0.what)" }
  }

  @Test func `holds: what is stored is derived again, of sessions of every state`() throws {
    let ward = try Ward(sealing: true)
    try ward.makeReviewed()
    let found = try verified(ward)
    #expect(found.outcome == .holds, "\(said(found))")
    let states = try ward.supervision.store.sessions(of: nil, openOnly: false).map(\.state)
    #expect(Set(states) == Set(Session.State.allCases))
    // The third is open.
    #expect(found.wholeSessions.map(\.value) == [1, 2, 4, 5])
    // There was something to be derived.
    let flags = try ward.supervision.store.flags(FlagQuery())
    #expect(flags.count > 3)
  }

  @Test(arguments: [20_261_126, 5] as [UInt64])
  func `holds for random sessions`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let ward = try Ward(sealing: true)
    _ = try ward.makeSessions(8, &random)
    let found = try verified(ward)
    #expect(found.damages.isEmpty, "seed \(seed): \(said(found))")
    #expect(found.extent.sessions >= 8, "seed \(seed)")
  }

  @Test func `holds for what was moved, and for what was transcribed from paper`() throws {
    let moved = try Ward.withMistakenSession(sealing: true)
    try moved.move()
    let there = try verified(moved)
    #expect(there.outcome == .holds, "\(said(there))")
    #expect(there.extent.sessions == 2)
    let paper = try Ward(sealing: true)
    try paper.at("18:00:00")
    try paper.openFromPaper()
    try paper.transcribe(
      "@13:25 118/74 68",
      "@13:30 ketamine 36 mg iv over 40 min",
      "@13:40 190/98 92"
    )
    try paper.endOnPaper(at: "15:00")
    let found = try verified(paper)
    #expect(found.outcome == .holds, "\(said(found))")
  }

  @Test func `names the session whose flags were changed, by its label`() throws {
    let ward = try Ward(sealing: true)
    try ward.makeReviewed()
    try ward.tamper("UPDATE flag SET acknowledged = 1 - acknowledged WHERE session = 3")
    let found = try verified(ward)
    #expect(found.outcome == .damaged)
    #expect(found.damages.map(\.place) == [.readModel(SessionNumber(3))], "\(said(found))")
    #expect(found.labels == [SessionNumber(3): "S-2026-0003"])
  }

  @Test
  func `without the protocol's text the missing text is damage, and what it gives cannot be told`()
    throws
  {
    let ward = try Ward(sealing: true)
    try ward.makeReviewed()
    try ward.tamper(
      "DROP TRIGGER protocol_is_not_deleted; PRAGMA foreign_keys = OFF; DELETE FROM protocol"
    )
    let found = try verified(ward)
    #expect(found.outcome == .damaged)
    let missing = found.damages.filter { if case .textGone = $0.fault { true } else { false } }
    #expect(missing.count == 5, "\(said(found))")
    let doubts = found.doubts.filter { if case .notDerivable = $0.fault { true } else { false } }
    #expect(doubts.count == 5, "\(said(found))")
  }

  @Test func `says in the log of accesses what was verified, and by whom`() throws {
    let ward = try Ward(sealing: true)
    try ward.makeReviewed()
    let by = Accessor.clinician(try ClinicianCode("LH"))
    let scopes: [(VerificationScope, String?)] = [
      (.record, nil), (.stream(.session(SessionNumber(2))), "S-2026-0002"),
      (.stream(.course(try PatientCode("P-1"))), "P-1"),
    ]
    for (scope, subject) in scopes {
      #expect(try ward.supervision.verify(scope, level: .chains, by: by).isLogged)
      let access = try #require(try ward.supervision.store.accesses().last)
      #expect(access.act == .verified)
      #expect(access.subject == subject)
      #expect(access.by == by)
    }
  }

  @Test func `says so also where it was opened to be read, and not where it cannot be written`()
    throws
  {
    let ward = try Ward(sealing: true)
    try ward.makeReviewed()
    let store = try RecordStore.open(at: ward.path, .reading, now: ward.hands.now)
    let reading = Supervision(store: store, clock: ward.supervision.clock)
    let before = try store.accesses().count
    #expect(try reading.verify(.record, level: .chains, by: .account("ward")).isLogged)
    #expect(try store.accesses().count == before + 1)
    chmod(ward.path, 0o400)
    defer { chmod(ward.path, 0o600) }
    guard access(ward.path, W_OK) != 0 else { return }
    #expect(try !reading.verify(.record, level: .chains, by: .account("ward")).isLogged)
  }

  @Test
  func `a session that is not there is refused, and one of which only a seal is left is damage`()
    throws
  {
    let ward = try Ward(sealing: true)
    try ward.makeReviewed()
    #expect(throws: SupervisionRefusal.noSuchSession("9")) {
      try verified(ward, .stream(.session(SessionNumber(9))))
    }
    #expect(throws: SupervisionRefusal.self) {
      try verified(ward, .stream(.course(try PatientCode("P-77"))))
    }
    try ward.tamper(
      """
      DROP TRIGGER entry_is_not_deleted; PRAGMA foreign_keys = OFF;
      DELETE FROM entry WHERE stream_key = 5; DELETE FROM reading WHERE session = 5;
      DELETE FROM flag WHERE session = 5; DELETE FROM effect WHERE session = 5;
      DELETE FROM tally WHERE session = 5; DELETE FROM session WHERE number = 5
      """
    )
    let found = try verified(ward, .stream(.session(SessionNumber(5))))
    #expect(found.damages.contains { $0.fault == .headGone(last: nil) }, "\(said(found))")
    #expect(found.head == nil)
  }

  @Test func `finds what was printed`() throws {
    let ward = try Ward(sealing: true)
    try ward.makeReviewed()
    let heads = try ward.supervision.store.heads(of: SessionNumber(1))
    let digest = try ExpectedDigest(heads.now.description)
    let scope = VerificationScope.stream(.session(SessionNumber(1)))
    guard case .entry(_, _, _, after: 0)? = try ward.supervision.find(digest, in: scope) else {
      Issue.record("not found")
      return
    }
    #expect(
      try ward.supervision.find(digest, in: .stream(.session(SessionNumber(2)))) == nil
    )
    #expect(throws: SupervisionRefusal.noSuchSession("9")) {
      try ward.supervision.find(digest, in: .stream(.session(SessionNumber(9))))
    }
  }
}
