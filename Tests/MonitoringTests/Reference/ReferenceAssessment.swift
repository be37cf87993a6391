import Monitoring
import SessionRecord

/// The assessment written a second time, slowly, from sentences 1 to 18 alone.
///
/// Every prefix is read anew from its first entry; nothing is carried from one to the next but the
/// flags that were found. What it finds is compared with what the engine finds.
struct ReferenceAssessment {
  let entries: [ReferenceEntry]
  let timeZero: Instant?
  let baseline: [VitalSign: Baseline]
  let extremes: [VitalSign: Extremes]
  let flags: [Flag]

  init(
    _ log: [Entry],
    under monitoringProtocol: MonitoringProtocol,
    asOf: Instant,
    mistake: Mistake? = nil
  ) {
    func look(_ prefix: [Entry], _ instant: Instant) -> [ReferenceEpisode] {
      let view = ReferenceView(prefix, under: monitoringProtocol, asOf: instant, mistake: mistake)
      return ReferenceFindings(view: view, mistake: mistake).acknowledged
    }
    let commits = ReferenceCommit.all(of: log, mistake: mistake).filter {
      $0.time <= asOf || mistake == .laterCommitsAreSeen
    }
    var book = ReferenceBook(mistake: mistake)
    var prefix: [Entry] = []
    for (place, commit) in commits.enumerated() {
      let before = prefix
      prefix += commit.entries
      let atCommit = look(prefix, commit.time)
      var last = atCommit
      let end =
        place + 1 < commits.count
        ? commits[place + 1].time - TimeSpan(milliseconds: 1) : asOf
      if end > commit.time { last = look(prefix, end) }
      book.enter(
        atCommit: atCommit,
        last: last,
        at: commit.time,
        remover: { identity in
          // Applied one by one: the one after which it is gone, and stays gone.
          var remover = commit.entries.last
          var wasThere = true
          for count in commit.entries.indices {
            let step = before + commit.entries[...count]
            let isThere = look(step, commit.time).contains { $0.identity == identity }
            if wasThere, !isThere {
              remover = commit.entries[count]
              if mistake == .retractedByFirstGone { break }
            }
            wasThere = isThere
          }
          return switch mistake {
          case .retractedByFirstOfCommit: commit.entries.first?.number
          case .retractedByLastOfCommit: commit.entries.last?.number
          default: remover?.number
          }
        }
      )
    }
    let whole = ReferenceView(prefix, under: monitoringProtocol, asOf: asOf, mistake: mistake)
    entries = whole.entries
    timeZero = whole.timeZero
    baseline = whole.baseline
    extremes = whole.extremes
    flags = book.flags
  }
}

/// Entries that became known together.
struct ReferenceCommit {
  let entries: [Entry]
  /// The latest recorded time in it or in any before it.
  let time: Instant

  static func all(of log: [Entry], mistake: Mistake?) -> [ReferenceCommit] {
    var numbers: [CommitNumber] = []
    for entry in log where !numbers.contains(entry.commit) { numbers.append(entry.commit) }
    return numbers.enumerated().compactMap { place, number in
      let own = log.filter { $0.commit == number }
      let known =
        mistake == .recordedTimesMayFall
        ? own : log.filter { numbers[...place].contains($0.commit) }
      guard let time = known.map(\.recorded.instant).max() else { return nil }
      return ReferenceCommit(entries: own, time: time)
    }
  }
}
