import Monitoring
import SessionRecord

/// A protocol of the clinic in one version.
struct ClinicTerms {
  let text: [UInt8]
  let reference: ProtocolReference
  let monitoringProtocol: MonitoringProtocol
}
