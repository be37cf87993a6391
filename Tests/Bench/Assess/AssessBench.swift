import Foundation
import Monitoring
import SessionRecord

/// Measures how fast sessions are assessed in order, entry by entry, each a commit of its own.
///
/// A *reading* is one value of one sign; time is the processor's. Prints one line of JSON for
/// `scripts/bench`.
@main
struct AssessBench {
  private static let setsInSession = 24

  static func main() throws {
    let readings = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 2_000_000
    let name = CommandLine.arguments.dropFirst(2).first ?? "iv-0.5-40"
    guard let text = BuiltInProtocol.text(named: name) else {
      print("There is no built-in protocol “\(name)”.")
      exit(2)
    }
    let terms = try MonitoringProtocol(reading: text, from: name)
    let session = BenchSession(under: terms)
    var measured = 0
    var flags = 0
    var sessions = 0
    var seconds = 0.0
    while measured < readings {
      let log = try session.log(seed: sessions)
      let began = clock()
      var fold = SessionFold(under: terms)
      for entry in log { fold.goOn([entry]) }
      if let last = log.last {
        flags += fold.assessment(asOf: last.recorded.instant).flags.count
      }
      seconds += Double(clock() - began) / Double(CLOCKS_PER_SEC)
      measured += session.readings(in: log)
      sessions += 1
    }
    print(
      "{\"protocol\": \"\(name)\", \"readings\": \(measured), \"sessions\": \(sessions), "
        + "\"flags\": \(flags), \"seconds\": \(seconds), "
        + "\"perSecond\": \(Int(Double(measured) / seconds))}"
    )
  }
}
