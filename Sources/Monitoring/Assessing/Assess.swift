package import SessionRecord

/// What a session's entries mean under its protocol, as of an instant that hides what was recorded
/// later.
///
/// A pure function. Each commit's prefix is folded too, so that flags keep their numbers and one that
/// is gone is told as retracted.
package func assess(
  _ log: [Entry],
  under monitoringProtocol: MonitoringProtocol,
  asOf: Instant
) -> Assessment {
  var prefix = SessionPrefix(under: monitoringProtocol)
  var register = FlagRegister()
  var time: Instant?
  for commit in KnownCommit.all(of: log, by: asOf) {
    var changes = CommitChanges()
    let isContinued = prefix.isContinued(by: commit.entries)
    if !isContinued, commit.entries.count > 1, !prefix.hasEpisodes {
      changes.note(opened: prefix.begin(with: commit.entries))
    } else {
      // Where flags may go, the prefix is kept as it was last seen.
      let before = isContinued ? nil : prefix
      for entry in commit.entries { changes.note(prefix.append(entry), by: entry.number) }
      if let before, !changes.removers.isEmpty {
        // At the instant before this commit, unless that is before the last one's own time.
        let lastSeen = max(time ?? commit.time, commit.time - .oneMillisecond)
        register.retract(changes, from: before, lastSeen: lastSeen)
      }
    }
    register.raise(changes, in: prefix, at: commit.time)
    time = commit.time
  }
  return Assessment(
    chart: prefix.chart,
    asOf: asOf,
    timeZero: prefix.baseline.timeZero,
    baseline: prefix.baseline.values,
    extremes: Extremes.bySign(of: prefix.observations),
    flags: register.flags(of: prefix, asOf: asOf)
  )
}

extension TimeSpan {
  fileprivate static let oneMillisecond = TimeSpan(milliseconds: 1)
}
