import SessionRecord

/// What a session says, by content and minute, so that a paper chart is not typed in twice.
struct TranscribedLines {
  private struct Line: Hashable {
    let content: Content
    let minute: Int
  }

  private var entries: [Line: EntryNumber] = [:]

  /// Of the entries that stand, both as they were typed and as they were corrected.
  init(of chart: Chart) {
    for entry in chart.entries where !entry.isVoid {
      add(entry.original.content, entry.original.observed.instant, entry.number)
      add(entry.content, entry.observed.instant, entry.number)
    }
  }

  /// The first entry that says this of that minute.
  func entry(saying content: Content, at instant: Instant) -> EntryNumber? {
    entries[TranscribedLines.line(content, instant)]
  }

  private mutating func add(_ content: Content, _ instant: Instant, _ number: EntryNumber) {
    let line = TranscribedLines.line(content, instant)
    entries[line] = entries[line] ?? number
  }

  private static func line(_ content: Content, _ instant: Instant) -> Line {
    Line(
      content: content.withoutDoubts,
      minute: instant.milliseconds / TimeSpan.minutes(1).milliseconds
    )
  }
}

extension Content {
  /// Whether words after ` -- ` belong to it and tell it from another.
  var takesRemark: Bool {
    switch self {
    case .vitals, .effect, .dose: true
    default: false
    }
  }
}
