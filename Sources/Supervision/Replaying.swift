package import Monitoring
import RecordStore
package import SessionRecord

extension Supervision {
  /// What a protocol would have flagged on the stored sessions, beside what was flagged.
  ///
  /// *Before* are the stored flags that stand, *after* those of the same log under the other protocol, as
  /// of the same instant. Sessions that were struck out are left out; *since* and *of* narrow it to those
  /// opened at or after, and under a protocol of that id. *progress* is told how many of how many sessions
  /// are done.
  package func replay(
    under monitoringProtocol: MonitoringProtocol,
    of id: ProtocolID? = nil,
    since: Instant? = nil,
    progress: ((Int, Int) -> Void)? = nil
  ) throws -> ReplayDifference {
    let sessions = try store.recordedSessions(since: since, under: id)
    return ReplayDifference(
      try store.recorded(sessions, progress: progress) { recorded in
        let asOf = lastKnown(recorded.log)
        let fold = SessionFold(recorded.log, under: monitoringProtocol, knownBy: asOf)
        return SessionDifference(
          recorded.session,
          before: recorded.flags,
          after: fold.flags(asOf: asOf).filter { $0.retractedBy == nil }
        )
      }
    )
  }
}
