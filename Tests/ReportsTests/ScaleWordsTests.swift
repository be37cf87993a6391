import Monitoring
import SessionRecord
import TestSupport
import Testing

@testable import Reports

/// Scores are read back as they were typed, and named as people write them.
struct ScaleWordsTests {
  private func session(_ contents: Content...) throws -> AssessedSession {
    let text = BuiltInProtocol.ketamineIntravenous
    var session = try AssessedSession(
      under: MonitoringProtocol(reading: text.text, from: text.name)
    )
    for content in contents { try session.add("13:10", content) }
    return session
  }

  private static let score = ScaleScore(
    scale: "phq-9",
    score: 9,
    items: [1, 2, 1, 0, 2, 1, 0, 0, 2],
    remark: "read aloud"
  )

  @Test func `the answers item by item in the answer, the timeline and the report`() throws {
    let session = try session(.scale(ScaleWordsTests.score))
    let file = try session.file(asOf: "13:11")
    let words = "PHQ-9 9/27, mild, items 1 2 1 0 2 1 0 0 2 — read aloud"
    let style = Style(width: 200)
    for text in [
      try session.answer(asOf: "13:11"), TimelineText(file, style: style).text,
      SessionReportText(file, style: style).text,
    ] {
      #expect(text.contains(words))
    }
    let alone = try self.session(.scale(ScaleScore(scale: "phq-9", score: 9)))
    #expect(try !alone.answer(asOf: "13:11").contains("items"))
  }

  @Test func `a flag by the scale's title in every view, where the protocol is known`() throws {
    let session = try session(.scale(ScaleWordsTests.score))
    let file = try session.file(asOf: "13:11")
    let style = Style(width: 200)
    let bound = file.monitoringProtocol
    let flags = file.assessment.flags.map {
      SessionFlag(session: file.session, flag: $0, offsetMinutes: 60)
    }
    for text in [
      try session.answer(asOf: "13:11"), TimelineText(file, style: style).text,
      StatusText([file], now: file.assessment.asOf, style: style).text,
      SessionReportText(file, style: style).text, ProtocolText(bound, style: style).text,
      FlagListText(flags, under: [.zero: bound], style: style).text,
    ] {
      #expect(text.contains("PHQ-9 item 9 at or over 1"))
      #expect(!text.contains("phq-9 item 9"))
    }
    #expect(FlagListCSV(flags).text.contains("phq-9 item 9 at or over 1"))
  }

  @Test(arguments: [
    ("cadss", 21, "CADSS 21/92, dissociation if higher than before the dose"),
    ("pcl-5", 32, "PCL-5 32/80, at or over the lowest published cut-off"),
    ("pcl-5", 33, "PCL-5 33/80, at or over every published cut-off"),
    ("aldrete", 8, "modified Aldrete 8/10, below the cut-off of 9"),
    ("padss", 9, "PADSS 9/10, at or over the cut-off of 9"),
  ])
  func `a level in words that stand behind a score`(scale: String, score: Int, words: String) throws
  {
    let session = try session(.scale(ScaleScore(scale: scale, score: score)))
    #expect(try session.answer(asOf: "13:11").spaced.contains(words + "\n"))
  }
}
