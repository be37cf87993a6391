import Foundation
import TestSupport
import Testing

/// What the document of a story's report says, its text and its page say, each in its place; and the checker
/// misses what is not there.
@Suite(.enabled(if: StoryPrints.checker != nil, "VIGIL_PYTHON names no Python with html5lib"))
struct PrintFactsTests {
  private struct Case: Encodable {
    let name: String
    let json: String
    let html: String
    let text: String
  }

  private static func cases(_ stories: [StoryFolder]) throws -> [Case] {
    try stories.flatMap { story in
      try story.prints().map {
        Case(
          name: "\(story.name) \($0.session)",
          json: $0.json,
          html: $0.html,
          text: $0.wideText
        )
      }
    }
  }

  @Test func `every fact of every story stands in every format`() throws {
    let checker = try #require(StoryPrints.checker)
    let cases = try PrintFactsTests.cases(StoryFolder.all)
    let (complaints, summary) = try checker.complaints(about: cases, "check")
    #expect(complaints.isEmpty, "\(complaints.prefix(40).joined(separator: "\n"))")
    // Ten facts a report would be a checker that looks at nothing.
    let count = summary.split(separator: " ").compactMap { Int($0) }.first ?? 0
    #expect(count > cases.count * 100, "\(summary)")
  }

  @Test func `a fact that is left out or changed is missed, of every kind`() throws {
    let checker = try #require(StoryPrints.checker)
    let telling = [
      "against-advice", "correction-the-next-day", "surge-with-repeat-and-acknowledgement",
      "missed-and-late-readings", "undo-and-void", "iv-stop-criterion",
    ]
    let stories = StoryFolder.all.filter { telling.contains($0.name) }
    let (complaints, _) = try checker.complaints(about: PrintFactsTests.cases(stories), "controls")
    #expect(complaints.isEmpty, "\(complaints.prefix(40).joined(separator: "\n"))")
  }
}
