import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// Every kind of entry is in every view of a session that shows entries, with all that a person wrote.
struct EveryEntryTests {
  @Test func `the samples have every kind of entry and every source`() throws {
    let entries =
      try EveryView.all().flatMap { $0.view.file.log } + SteppedClockGoldenTests.view().file.log
    #expect(Set(entries.map(\.content.kind)) == Set(EntryKind.allCases))
    let sources = Set(entries.map(\.source).map(EveryEntryTests.sort))
    #expect(sources == ["typed", "imported", "device", "paper", "copy"])
  }

  @Test func `what a person wrote is in each view of the session`() throws {
    let sample = try AttendedSession()
    let style = Style(width: 2_000)
    let letterhead = try PageSamples.letterhead()
    let views = [
      ("timeline", TimelineText(sample.file, style: style).text),
      ("report", SessionReportText(sample.file, style: style).text),
      ("timeline of JSON", TimelineJSON(sample.file).text),
      ("report of JSON", SessionReportJSON(sample.file).text),
      ("timeline of CSV", TimelineCSV(sample.file).text),
      ("page", SessionReportHTML(sample.file, letterhead: letterhead).text),
    ]
    #expect(sample.texts.count == 33)
    for (name, view) in views {
      let spaced = view.spaced
      for text in sample.texts { #expect(spaced.contains(text), "\(name): \(text)") }
    }
  }

  @Test func `a paper entry and a copied one are marked`() throws {
    let sample = try AttendedSession()
    let style = Style(width: 200)
    let timeline = TimelineText(sample.file, style: style).text.spaced
    #expect(timeline.contains("(from paper)"))
    #expect(timeline.contains("(copy of #4 of session 118)"))
    for text in [
      SessionReportText(sample.file, style: style).text,
      SessionReportHTML(sample.file, letterhead: try PageSamples.letterhead()).text,
    ] {
      #expect(text.spaced.contains("p from paper"))
      #expect(text.spaced.contains("c copied from another session"))
    }
  }

  private static func sort(_ source: Source) -> String {
    switch source {
    case .typed: "typed"
    case .imported: "imported"
    case .device: "device"
    case .page: "page"
    case .paper: "paper"
    case .copy: "copy"
    }
  }
}
