import Monitoring
import SessionRecord

/// What was added to the session once it was closed, each with its author and its time.
struct AddendumSection {
  private let words: SessionWords

  init(_ words: SessionWords) { self.words = words }

  /// Where nothing was added the section is left out.
  func add(to page: inout some Sheet) {
    guard !stories.isEmpty else { return }
    page.heading("Addenda")
    page.add(EntryRows(stories, in: words))
  }

  /// Standing ones, by when they were written.
  var stories: [EntryStory] {
    words.chart.standingInObservedOrder.filter { entry in
      if case .addendum = entry.content { true } else { false }
    }.map { EntryStory($0.original, in: words) }
  }

  var value: JSONValue {
    .array(
      stories.map { story in
        .object([
          "entry": .integer(story.entry.number.value),
          "at": .string(words.clock.stamp(story.observed.instant).rfc3339),
          "by": .string(story.entry.author.text),
          "text": text(story.content),
        ])
      }
    )
  }

  private func text(_ content: Content) -> JSONValue {
    if case .addendum(let text) = content { .string(text) } else { .null }
  }
}
