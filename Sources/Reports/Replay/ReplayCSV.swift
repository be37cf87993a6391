package import Monitoring
import SessionRecord

/// What another protocol would have flagged beside what was flagged, as a table, one rule a line.
package struct ReplayCSV {
  private let difference: ReplayDifference
  private let replayed: MonitoringProtocol

  /// *replayed* is the protocol that was tried.
  package init(_ difference: ReplayDifference, of replayed: MonitoringProtocol) {
    self.difference = difference
    self.replayed = replayed
  }

  /// Every line ends with CRLF, the last one too.
  package var text: String {
    var table = CSVTable(
      [
        "protocol", "version", "sessions", "rule", "process", "was", "would_be", "kept", "gained",
        "lost", "milder", "worse", "stop_gained", "stop_lost",
      ]
        + ["was", "would_be"].flatMap { name in
          ReplayCounts.priorities.map { "\(name)_\($0.word)" }
        }
    )
    for rule in difference.rules {
      table.add(
        [
          .text(replayed.id.text), .text(replayed.version), .integer(difference.sessions),
          .text(rule.rule.text), .flag(rule.isProcess), .integer(rule.before),
          .integer(rule.after), .integer(rule.kept), .integer(rule.gained), .integer(rule.lost),
          .integer(rule.milder), .integer(rule.worse), .integer(rule.stopGained),
          .integer(rule.stopLost),
        ]
          + [rule.was, rule.wouldBe].flatMap { flags in
            ReplayCounts.priorities.map { .integer(flags[$0] ?? 0) }
          }
      )
    }
    return table.text
  }
}
