import Foundation
import SessionRecord
import Testing

@testable import Reports

/// What people and machines read of a verification.
@Suite struct VerificationTests {
  private static let session = EntryStream.session(SessionNumber(12))
  private let style = Style(width: 100)

  private func verification(
    _ findings: [VerificationFinding] = [],
    whole: [Int] = [],
    sealed: Int = 0,
    scope: VerificationScope = .record,
    level: VerificationLevel = .full
  ) -> Verification {
    var extent = VerificationExtent()
    extent.entries = 1
    extent.sessions = 14
    return Verification(
      scope: scope,
      level: level,
      record: UUID(),
      version: 2,
      extent: extent,
      findings: findings,
      wholeSessions: whole.map(SessionNumber.init),
      sealedSessions: sealed,
      keys: [],
      head: nil
    )
  }

  private func text(_ answer: VerificationAnswer) -> String {
    VerificationText(answer, style: style).text
      .split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
  }

  private let altered = VerificationFinding(
    .entry(VerificationTests.session, EntryNumber(5)),
    .broken(.altered, after: LinksAfter(rows: 3, linking: 3))
  )
  private let unsealed = VerificationFinding(.stream(VerificationTests.session), .notSealed)

  @Test func `the first word is the outcome, and what cannot be told never reads as if it held`() {
    let holds = text(VerificationAnswer(verification(), expected: nil))
    #expect(holds.hasPrefix("HOLDS: this record is as it was written, as far as a full look"))
    let doubt = text(VerificationAnswer(verification([unsealed]), expected: nil))
    #expect(doubt.hasPrefix("CANNOT TELL: "))
    #expect(!doubt.contains("HOLDS") && !doubt.contains("as it was written"))
    #expect(doubt.contains("session 12: its last entry is not sealed"))
    #expect(doubt.contains("Next: if nobody cut a seal off, seal what is missing: vigil seal"))
    let damaged = text(VerificationAnswer(verification([unsealed, altered]), expected: nil))
    #expect(damaged.hasPrefix("DAMAGED: 1 finding says that this record is not as it was written."))
    #expect(!damaged.contains("HOLDS"))
    #expect(
      damaged.contains(
        "session 12 #5: its hash is not that of what it says; the 3 after it still link"
      )
    )
    #expect(damaged.contains("vigil restore FILE --to PATH"))
  }

  @Test func `sealed sessions that are whole are named, those in a row together`() {
    let some = verification([altered], whole: [1, 2, 3, 5, 7, 8], sealed: 9)
    #expect(
      text(VerificationAnswer(some, expected: nil))
        .contains("Sealed: 9 sessions; surely whole: 1–3, 5, 7–8")
    )
    let all = verification(whole: [1, 2], sealed: 2)
    #expect(text(VerificationAnswer(all, expected: nil)).contains("2 sessions, all of them whole"))
    let none = verification([altered], sealed: 2)
    #expect(
      text(VerificationAnswer(none, expected: nil)).contains(
        "2 sessions, none of them surely whole"
      )
    )
  }

  @Test func `a quick look says what it left out`() {
    let quick = text(VerificationAnswer(verification(level: .chains), expected: nil))
    #expect(quick.contains("as far as chains and seals can show"))
    #expect(quick.contains("no read models, identities or texts"))
  }

  @Test func `a digest that is not there is damage, whatever else holds`() throws {
    let digest = try ExpectedDigest("0123 4567 89AB CDEF")
    let lost = VerificationAnswer(
      verification(scope: .stream(VerificationTests.session)),
      expected: .init(digest: digest, place: nil, elsewhere: nil)
    )
    #expect(lost.outcome == .damaged)
    #expect(text(lost).hasPrefix("DAMAGED, or another digest: "))
    #expect(text(lost).contains("Digest: none of session 12. Only 16 of its 64 digits were given."))
    let place = DigestPlace.entry(
      VerificationTests.session,
      EntryNumber(4),
      recorded: nil,
      after: 2
    )
    let found = VerificationAnswer(
      verification(),
      expected: .init(digest: digest, place: place, elsewhere: nil)
    )
    #expect(found.outcome == .holds)
    #expect(
      text(found).contains("Digest: that of session 12 as of entry #4; 2 entries were added since.")
    )
    let unclear = VerificationAnswer(
      verification([unsealed]),
      expected: .init(digest: digest, place: place, elsewhere: nil)
    )
    #expect(unclear.outcome == .cannotTell)
  }

  @Test func `more findings than a screen holds are counted, and the document has all`() throws {
    let findings = (1...50).map { number in
      VerificationFinding(
        .access(number),
        .broken(.notChained, after: LinksAfter(rows: 0, linking: 0))
      )
    }
    let answer = VerificationAnswer(verification(findings), expected: nil)
    #expect(text(answer).contains("… and 30 more; --format json has all"))
    let json = VerificationJSON(answer).text
    #expect(json.matches(of: /"fault": "not-chained"/).count == 50)
    #expect(json.contains("\"outcome\": \"damaged\""))
  }

  @Test func `no line is wider than the page, but a command that is to be pasted`() throws {
    let digest = try #require(RecordDigest(bytes: (0..<32).map { UInt8($0) }))
    let stamp = Stamp(Instant(milliseconds: 1_795_000_000_000), offsetMinutes: 60)
    let checkpoint = Checkpoint(
      session: SessionNumber(12),
      label: "S-2026-0012",
      patient: try PatientCode("P-014"),
      isOpen: true,
      entry: EntryNumber(34),
      recorded: stamp,
      digest: digest
    )
    for width in [40, 60, 80, 120] {
      let lines = CheckpointText([checkpoint], style: Style(width: width)).text
        .split(separator: "\n")
      for line in lines where !line.contains("vigil verify") { #expect(line.count <= width) }
      let digits = lines.filter { $0.contains("0001 0203") || $0.hasSuffix("1e1f") }
      #expect(!digits.isEmpty)
      #expect(lines.contains { $0.hasSuffix("--expect \(digest)") })
    }
  }
}
