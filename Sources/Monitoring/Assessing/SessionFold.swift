package import SessionRecord

/// A session's entries folded commit by commit, so that the next one costs its rules and not the
/// session.
///
/// Each commit's prefix is folded too, so that flags keep their numbers and one that is gone is told as
/// retracted.
package struct SessionFold {
  private var prefix: SessionPrefix
  private var register: FlagRegister
  /// Of the last commit.
  private var time: Instant?

  package init(under monitoringProtocol: MonitoringProtocol) {
    prefix = SessionPrefix(under: monitoringProtocol)
    register = FlagRegister(under: monitoringProtocol)
  }

  /// A log's commits that were known by an instant.
  package init(_ log: [Entry], under monitoringProtocol: MonitoringProtocol, knownBy asOf: Instant)
  {
    self.init(under: monitoringProtocol)
    for commit in KnownCommit.all(of: log, by: asOf) { take(commit) }
  }

  /// The same with the entries of one more commit, which follow all that were taken.
  package func continued(by entries: [Entry]) -> SessionFold {
    var fold = self
    fold.goOn(entries)
    return fold
  }

  /// Takes the entries of one more commit, which follow all that were taken.
  package mutating func goOn(_ entries: [Entry]) {
    guard let last = entries.map(\.recorded.instant).max() else { return }
    take(KnownCommit(entries: entries[...], time: time.map { max($0, last) } ?? last))
  }

  /// What it all means as of an instant; not before the last commit's.
  package func assessment(asOf: Instant) -> Assessment {
    Assessment(
      chart: prefix.chart,
      asOf: asOf,
      timeZero: prefix.baseline.timeZero,
      baseline: prefix.baseline.values,
      extremes: Extremes.bySign(of: prefix.observations),
      flags: flags(asOf: asOf),
      schedule: prefix.groups(asOf: asOf)
    )
  }

  /// Standing and retracted flags alone, as the assessment has them.
  package func flags(asOf: Instant) -> [Flag] {
    var register = register
    if time != nil { register.look(at: prefix.timed(by: asOf)) }
    return register.flags(of: prefix, asOf: asOf)
  }

  /// What is decided about the deferrals among the entries of the next commit, by entry.
  package func rulings(on entries: [Entry]) -> [EntryNumber: DeferralRuling] {
    guard let last = entries.map(\.recorded.instant).max() else { return [:] }
    return prefix.rulings(on: entries[...], at: time.map { max($0, last) } ?? last)
  }

  private mutating func take(_ commit: KnownCommit) {
    // The prefix so far at the instant before this commit, unless that is before its own time.
    let lastSeen = time.map { max($0, commit.time - .oneMillisecond) }
    let timedBefore = lastSeen.map(prefix.timed) ?? []
    register.look(at: timedBefore)
    prefix.goOn(to: commit.time)
    prefix.schedule.allow(prefix.rulings(on: commit.entries, at: commit.time))
    var changes = CommitChanges(timed: timedBefore.map(\.key))
    let isContinued = prefix.isContinued(by: commit.entries)
    if !isContinued, commit.entries.count > 1, !prefix.hasEpisodes, timedBefore.isEmpty {
      changes.note(opened: prefix.begin(with: commit.entries))
      changes.note(timed: prefix.timed(by: commit.time).map(\.key), by: nil)
    } else {
      // Where flags may go, the prefix is kept as it was last seen.
      let before = isContinued ? nil : prefix
      for entry in commit.entries {
        changes.note(prefix.append(entry), by: entry.number)
        changes.note(timed: prefix.timed(by: commit.time).map(\.key), by: entry.number)
      }
      if let lastSeen, !changes.removers.isEmpty {
        register.retract(
          changes,
          from: before,
          timedBefore,
          in: before?.chart ?? prefix.chart,
          before: commit.entries.first?.number,
          lastSeen: lastSeen
        )
      }
    }
    register.raise(changes, in: prefix, at: commit.time)
    time = commit.time
  }
}

extension TimeSpan {
  fileprivate static let oneMillisecond = TimeSpan(milliseconds: 1)
}
