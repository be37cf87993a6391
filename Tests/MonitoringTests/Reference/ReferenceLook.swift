import Monitoring
import SessionRecord

/// Everything that one prefix shows as of one instant.
struct ReferenceLook {
  let view: ReferenceView
  let schedule: ReferenceSchedule
  /// With the acknowledgements that stand on each.
  let episodes: [ReferenceEpisode]

  init(
    _ commits: [ReferenceCommit],
    under monitoringProtocol: MonitoringProtocol,
    asOf: Instant,
    permits: ReferencePermits,
    mistake: Mistake?
  ) {
    var permits = permits
    let log = commits.flatMap(\.entries)
    if mistake == .deferralDecidedAgain {
      permits = ReferencePermits()
      permits.decide(
        [ReferenceCommit(entries: log, time: asOf)],
        under: monitoringProtocol,
        mistake: mistake
      )
    }
    view = ReferenceView(log, under: monitoringProtocol, asOf: asOf, mistake: mistake)
    let flags = ReferenceFindings(view: view, mistake: mistake).episodes
    schedule = ReferenceSchedule(view, flags: flags, permits: permits)
    episodes = view.acknowledging(flags + schedule.overdue + view.silence(after: commits))
  }
}

extension ReferenceView {
  /// The flag of a session that nobody wrote to for twelve hours, and nobody closed.
  func silence(after commits: [ReferenceCommit]) -> [ReferenceEpisode] {
    let closing = entries.first { $0.content == .closed && $0.voidedBy == nil }
    let closed = closing?.closedAt(mistake)
    for (place, commit) in commits.enumerated() {
      let next = place + 1 < commits.count ? commits[place + 1].time : nil
      let raised = commit.time + .hours(12)
      // Closed at just that instant is closed first.
      if let closed, raised >= closed, mistake != .silenceAfterClosing { break }
      let end = next ?? asOf
      guard raised < end || (raised == end && mistake != .silenceIsMoreThanTwelveHours) else {
        continue
      }
      let cleared = mistake == .silenceClearsByAnything ? next ?? closed : closed
      return [
        ReferenceEpisode(
          FlagIdentity(rule: RuleID("session.not-closed"), cause: .silence),
          place: 0,
          measure: .session,
          title: "not closed: nothing entered for 12 hours",
          priority: .low,
          raised: raised,
          cleared: cleared
        )
      ]
    }
    return []
  }
}
