import Monitoring
import TestSupport

/// What holds of whatever is given as a protocol: it is refused with a place in the text, or it is read, its
/// lints end, and it does not differ from itself.
enum ProtocolPromise {
  static func hold(_ bytes: [UInt8]) throws {
    let read: MonitoringProtocol
    do {
      read = try MonitoringProtocol(reading: bytes, from: "fuzzed.json")
    } catch {
      let lines = bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 1
      try BrokenPromise.unless(
        (1...lines).contains(error.line) && (1...bytes.count + 1).contains(error.column)
          && error.reason.hasSuffix("."),
        "refused at \(error.line):\(error.column) of \(lines) lines: \(error.reason)"
      )
      return
    }
    for finding in read.findings() {
      try BrokenPromise.unless(
        !finding.path.isEmpty && finding.problem.hasSuffix("."),
        "a lint says “\(finding.problem)” of “\(finding.path)”"
      )
    }
    let difference = ProtocolDifference(from: read, to: read)
    try BrokenPromise.unless(difference.isSame, "it differs from itself: \(difference)")
  }
}
