import Monitoring
import SessionRecord

/// The assessment written a second time, slowly, from sentences 1 to 43 alone.
///
/// Every prefix is read anew from its first entry; nothing is carried from one to the next but the
/// flags that were found, and what was decided once about each deferral. What it finds is compared
/// with what the engine finds.
struct ReferenceAssessment {
  let entries: [ReferenceEntry]
  let timeZero: Instant?
  let baseline: [VitalSign: Baseline]
  let extremes: [VitalSign: Extremes]
  let flags: [Flag]
  let schedule: [ScheduledGroup]
  /// Of each group, how many of the required slots whose time has come were kept.
  let kept: [(kept: Int, of: Int)]

  init(
    _ log: [Entry],
    under monitoringProtocol: MonitoringProtocol,
    asOf: Instant,
    mistake: Mistake? = nil
  ) {
    var permits = ReferencePermits()
    func look(_ commits: [ReferenceCommit], _ instant: Instant) -> ReferenceLook {
      ReferenceLook(
        commits,
        under: monitoringProtocol,
        asOf: instant,
        permits: permits,
        mistake: mistake
      )
    }
    let commits = ReferenceCommit.all(of: log, mistake: mistake).filter {
      $0.time <= asOf || mistake == .laterCommitsAreSeen
    }
    var book = ReferenceBook(mistake: mistake)
    for (place, commit) in commits.enumerated() {
      let before = Array(commits[..<place])
      let prefix = before + [commit]
      permits.decide(prefix, under: monitoringProtocol, mistake: mistake)
      let atCommit = look(prefix, commit.time).episodes
      var last = atCommit
      let instant = TimeSpan(milliseconds: mistake == .secondLookAtNextCommit ? 0 : 1)
      let end = place + 1 < commits.count ? commits[place + 1].time - instant : asOf
      if end > commit.time, mistake != .secondLookOnlyAtEnd || place + 1 == commits.count {
        last = look(prefix, end).episodes
      }
      book.enter(
        atCommit: atCommit,
        last: last,
        at: commit.time,
        remover: { identity in
          // Applied one by one: the one after which it is gone, and stays gone.
          var remover = commit.entries.last
          if commit.entries.count == 1 { return remover?.number }
          var wasThere = true
          for count in commit.entries.indices {
            let part = ReferenceCommit(
              entries: Array(commit.entries[...count]),
              time: commit.time
            )
            let isThere = look(before + [part], commit.time).episodes.contains {
              $0.identity == identity
            }
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
    let wholeLook = look(commits, asOf)
    let whole = wholeLook.view
    entries = whole.entries
    timeZero = whole.timeZero
    baseline = whole.baseline
    extremes = whole.extremes
    flags = book.flags
    schedule = wholeLook.schedule.scheduled
    kept = wholeLook.schedule.groups.map(wholeLook.schedule.kept)
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
