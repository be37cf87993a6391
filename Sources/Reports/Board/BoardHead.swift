import Monitoring
import SessionRecord

/// What the board says before its rows: as of when, what is overdue, and which rooms have a flag that nobody
/// acknowledged, worst first.
struct BoardHead {
  private let sessions: [BoardSession]
  private let place: BoardPlace
  private let asOf: Stamp

  init(_ sessions: [BoardSession], asOf: Stamp) {
    self.sessions = sessions
    place = BoardPlace(sessions)
    self.asOf = asOf
  }

  /// *every* is how many seconds it is until the next look, where there is one.
  func title(every seconds: Int?) -> Phrase {
    Phrase("\(counted(sessions.count, "open session")) as of ")
      + Phrase(asOf.civil.clockWithSeconds, .strong)
      + Phrase(seconds.map { ", every\u{A0}\($0)\u{A0}s" } ?? "")
  }

  /// That nobody waits for a sound.
  static let noAlarm = Phrase("No alarm: it makes no sound.")

  /// `OVERDUE` with the worst of each session, worst first, and those that only lack a baseline last; nil
  /// where nothing is.
  ///
  /// *brief* has the same sessions without what it is.
  var overdue: (label: Phrase, items: [Phrase], brief: [Phrase])? {
    let late = sessions.compactMap { session in session.due.overdue.first.map { (session, $0) } }
      .sorted { rank($0.1) < rank($1.1) }
    let lost = sessions.filter { $0.due.overdue.isEmpty && $0.due.isOverdue }
    guard !late.isEmpty || !lost.isEmpty else { return nil }
    let places = late.map { session, item in
      let long = SpanText.duration(asOf.instant - item.due).unbroken
      return "\(place.name(session)) by\u{A0}\(long)"
    }
    let items = zip(late, places).map { late, place in
      let (session, item) = late
      let more = session.due.overdue.count - 1 + (session.due.lostBaselines.isEmpty ? 0 : 1)
      return Phrase("\(place): \(item.what)" + (more == 0 ? "" : " and\u{A0}\(more)\u{A0}more"))
    }
    let baselines = lost.map { session in
      Phrase("\(place.name(session)) \(session.due.lostBaseline ?? "")")
    }
    return (
      Phrase("OVERDUE", .high) + " ", items + baselines, places.map { Phrase($0) } + baselines
    )
  }

  /// `NOT ACKNOWLEDGED` with the worst flag of each session and how many more, worst first; nil where none
  /// waits.
  var unacknowledged: (label: Phrase, items: [Phrase])? {
    let waiting = sessions.compactMap { session in
      session.unacknowledged.first.map { (session, $0) }
    }.sorted { one, other in
      let (first, second) = (one.1, other.1)
      return first.priority == second.priority
        ? first.known < second.known : first.priority > second.priority
    }
    guard !waiting.isEmpty else { return nil }
    let count = waiting.reduce(0) { $0 + $1.0.unacknowledged.count }
    return (
      Phrase("NOT\u{A0}ACKNOWLEDGED\u{A0}(!)", .strong) + Phrase(" \(counted(count, "flag")): "),
      waiting.map { session, flag in
        let more = session.unacknowledged.count - 1
        return Phrase("\(place.name(session)) ")
          + Phrase("\(FlagText.glyph(of: flag))\(flag.number)\u{A0}", Ink(flag.priority))
          + Phrase(flag.priority.word + (more == 0 ? "" : "\u{A0}+\(more)"))
      }
    )
  }

  /// `Limits not adopted` with where, in the order of the rows; nil where every session's are adopted.
  var notAdopted: (label: Phrase, items: [Phrase])? {
    let open = sessions.filter { $0.words.adoption == nil }
    guard !open.isEmpty else { return nil }
    let label = Phrase("Limits not adopted", .strong) + ": "
    guard open.count < sessions.count || open.count == 1 else {
      return (label, [Phrase("all \(open.count) sessions")])
    }
    return (label, open.map { Phrase(place.name($0)) })
  }

  /// That there is neither.
  var calm: Phrase {
    sessions.contains { !$0.openFlags.isEmpty }
      ? "Nothing is overdue, and every open flag is acknowledged."
      : "Nothing is overdue, and no flag is open: no limit is crossed in what was typed."
  }

  /// Of two as important, the one that is longer overdue.
  private func rank(_ item: DueItem) -> (Int, Int) {
    (-item.priority.rawValue, item.due.milliseconds)
  }
}
