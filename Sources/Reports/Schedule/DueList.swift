import Monitoring
import SessionRecord

/// What is due across sessions, worst first.
struct DueList {
  /// One session's readings that are wanted.
  struct OfSession {
    let words: SessionWords
    let readings: [DueReading]
  }

  struct Line {
    let words: SessionWords
    let item: DueItem
  }

  /// In the order in which they were given.
  let sessions: [OfSession]

  /// Only what is due or overdue, unless *all* asks for the next of each group as well.
  init(_ files: [SessionFile], all: Bool) {
    sessions = files.map { file in
      OfSession(
        words: SessionWords(file),
        readings: file.assessment.dueReadings.filter {
          all || $0.isOverdue || $0.isOpen
        }
      )
    }
  }

  /// Overdue before due, then by priority where overdue, by due time, by session.
  var lines: [Line] {
    sessions.flatMap { session in
      DueItem.items(session.readings).map { Line(words: session.words, item: $0) }
    }.sorted { DueList.rank($0) < DueList.rank($1) }
  }

  var hasOverdue: Bool {
    sessions.contains { $0.readings.contains(where: \.isOverdue) }
  }

  private static func rank(_ line: Line) -> (Int, Int, Int) {
    let isOverdue = line.item.overdueSince != nil
    return (
      isOverdue ? -line.item.priority.rawValue : 0, line.item.due.milliseconds,
      line.words.file.session.number.value
    )
  }
}
