import Monitoring
import Reports
import SessionRecord
import TestSupport
import Testing

/// A rating that is typed with its subject, as `nrs-pain`, is read as the scale that it is a rating on.
struct RatedScaleTests {
  private func rules() throws -> MonitoringProtocol {
    let text = BuiltInProtocol.ketamineIntravenous
    return try MonitoringProtocol(reading: text.text, from: text.name).changing("phq-9.item9") {
      $0.changed(condition: .scale(ScaleLimit("nrs-pain", .atOrOver, limit: 7)))
    }
  }

  private func session() throws -> AssessedSession {
    var session = try AssessedSession(under: rules())
    try session.add("13:10", .scale(ScaleScore(scale: "nrs-pain", score: 8)))
    return session
  }

  @Test func `has its range and level wherever it is told`() throws {
    let session = try session()
    let file = try session.file(asOf: "13:11")
    let style = Style(width: 200)
    let flags = file.assessment.flags.map {
      SessionFlag(session: file.session, flag: $0, offsetMinutes: 60)
    }
    #expect(flags.count == 1)
    for text in [
      try session.answer(asOf: "13:11"), TimelineText(file, style: style).text,
      SessionReportText(file, style: style).text,
      FlagListText(flags, under: [.zero: file.monitoringProtocol], style: style).text,
    ] {
      let plain = text.replacing("\u{A0}", with: " ")
      #expect(plain.contains("NRS pain at or over 7"), "\(plain)")
      #expect(plain.contains("8/10, severe"), "\(plain)")
      #expect(!plain.contains("NRS-PAIN") && !plain.contains("nrs-pain"), "\(plain)")
    }
    #expect(
      TimelineText(file, style: style).text.replacing("\u{A0}", with: " ").contains(
        "  NRS pain 8/10, severe"
      )
    )
  }

  @Test func `has its title, range and level in documents`() throws {
    let file = try session().file(asOf: "13:11")
    for document in [TimelineJSON(file).text, SessionReportJSON(file).text] {
      for member in [
        #""title": "NRS pain""#, #""least": 0"#, #""most": 10"#, #""level": "severe""#,
        #""scale": "nrs-pain""#,
      ] {
        #expect(document.contains(member), "\(member)")
      }
    }
  }

  @Test func `is only of what the protocol lists`() throws {
    var session = try AssessedSession(under: EveryKind.made())
    try session.add("13:10", .scale(ScaleScore(scale: "nrs-pain", score: 8)))
    #expect(try session.answer(asOf: "13:11").contains("NRS-PAIN 8"))
  }

  @Test func `a level is of the text that the session is bound to, not of one with its name`()
    throws
  {
    let scored = try ScoredSession()
    let flags = try scored.flags.map {
      SessionFlag(session: try scored.session(), flag: $0, offsetMinutes: 60)
    }
    let other = try EveryKind.made(words: "another level")
    #expect([other.id.text, other.version] == [scored.rules.id.text, scored.rules.version])
    let digest = try #require(RecordDigest(bytes: Array(repeating: 7, count: 32)))
    let style = Style(width: 300)
    let both = [RecordDigest.zero: scored.rules, digest: other]
    let text = FlagListText(flags, under: both, style: style).text
    #expect(text.contains("12/27, moderate"))
    #expect(!text.contains("another level"))
    #expect(FlagListText(flags, under: [.zero: other], style: style).text.contains("another level"))
    let unbound = FlagListText(flags, under: [digest: scored.rules], style: style).text
    #expect(!unbound.contains("moderate"))
    #expect(FlagListJSON(flags, under: both).text.contains("\"level\": \"moderate\""))
  }
}
