import Monitoring
import SessionRecord

/// What happened to a flag at one moment of its life.
enum FlagMoment: Int, Hashable {
  case raised, confirmed, backInside, cleared, retracted
}

/// One line of a timeline: an entry, a moment of a flag, a slot that was not kept in time, or a time
/// without a reading.
struct TimelineRow {
  enum Subject {
    case entry(EntryStory)
    case flag(Flag, FlagMoment)
    /// *place* is its order among the slots.
    case slot(SlotRow, place: Int)
    case gap(Gap)
  }

  let at: Instant
  let subject: Subject
}

/// Everything of a session by the time at which it was observed.
struct TimelineRows {
  let rows: [TimelineRow]

  init(_ words: SessionWords) {
    var rows = words.file.log.map { entry in
      let story = EntryStory(entry, in: words)
      return TimelineRow(at: story.observed.instant, subject: .entry(story))
    }
    for flag in words.file.assessment.flags {
      rows += TimelineRows.moments(of: flag, in: words)
    }
    rows += SlotRow.rows(words).enumerated().map { place, slot in
      TimelineRow(at: slot.due, subject: .slot(slot, place: place))
    }
    rows += Gap.gaps(in: words.file).map { TimelineRow(at: $0.from, subject: .gap($0)) }
    self.rows = rows.sorted { TimelineRows.order($0) < TimelineRows.order($1) }
  }

  /// The entries alone, by the time at which they were observed, then by number.
  static func stories(in words: SessionWords) -> [EntryStory] {
    words.file.log.map { EntryStory($0, in: words) }.sorted {
      ($0.observed.instant, $0.entry.number) < ($1.observed.instant, $1.entry.number)
    }
  }

  private static func moments(of flag: Flag, in words: SessionWords) -> [TimelineRow] {
    func row(_ at: Instant, _ moment: FlagMoment) -> TimelineRow {
      TimelineRow(at: at, subject: .flag(flag, moment))
    }
    var rows = [row(flag.raised, .raised)]
    if let at = flag.confirmed, at != flag.raised { rows.append(row(at, .confirmed)) }
    let cleared = flag.state.clearedAt
    if let back = flag.backInside, back != cleared { rows.append(row(back, .backInside)) }
    if let cleared { rows.append(row(cleared, .cleared)) }
    if let entry = flag.retractedBy, let cause = words.entry(entry) {
      rows.append(row(cause.recorded.instant, .retracted))
    }
    return rows
  }

  /// By time; at one instant entries, then flags by number and moment, slots, gaps.
  private static func order(_ row: TimelineRow) -> (Int, Int, Int, Int) {
    switch row.subject {
    case .entry(let story): (row.at.milliseconds, 0, story.entry.number.value, 0)
    case .flag(let flag, let moment):
      (row.at.milliseconds, 1, flag.number.value, moment.rawValue)
    case .slot(_, let place): (row.at.milliseconds, 2, place, 0)
    case .gap: (row.at.milliseconds, 3, 0, 0)
    }
  }
}
