import Monitoring
import Shorthand

extension Vocabulary {
  /// The words that a line may use under a protocol.
  init(of monitoringProtocol: MonitoringProtocol) {
    self.init(
      formulary: monitoringProtocol.formulary,
      addedEffects: monitoringProtocol.addedEffects,
      scales: monitoringProtocol.scales.map(\.scale)
    )
  }
}
