package import SessionRecord

/// What a session's entries mean under its protocol, as of an instant that hides what was recorded
/// later.
///
/// A pure function.
package func assess(
  _ log: [Entry],
  under monitoringProtocol: MonitoringProtocol,
  asOf: Instant
) -> Assessment {
  SessionFold(log, under: monitoringProtocol, knownBy: asOf).assessment(asOf: asOf)
}
