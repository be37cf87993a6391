import Monitoring
import SessionRecord
import Testing

/// For a worse value of a sign, the highest priority that is raised is never lower.
@Suite struct WorseIsNeverMilderTests {
  /// A value that breaks nothing, from which both directions get worse.
  private static let quiet: [VitalSign: Int] = [
    .systolic: 120, .diastolic: 80, .heartRate: 72, .spo2: 99, .respiratoryRate: 14,
    .temperature: 37, .moaas: 5, .rass: 0, .consciousness: 0,
  ]

  @Test(arguments: BuiltInProtocol.allCases)
  func `over every limit, once and repeated`(builtIn: BuiltInProtocol) throws {
    let monitoringProtocol = try MonitoringProtocol.builtIn(builtIn)
    var steps = 0
    for (sign, quiet) in Self.quiet {
      let possible = PlausibleRange.possible(sign)
      let step = sign.takesDecimal ? 100 : 1_000
      let up = Array(stride(from: quiet * 1_000, through: possible.upperBound, by: step))
      let down = Array(stride(from: quiet * 1_000, through: possible.lowerBound, by: -step))
      for values in [up, down] {
        for isRepeated in [false, true] {
          var worst = 0
          for value in values {
            let reached = try priority(sign, value, isRepeated, monitoringProtocol)
            #expect(reached >= worst, "\(sign.key) \(decimal(value)), repeated: \(isRepeated)")
            worst = max(worst, reached)
            steps += 1
          }
        }
      }
    }
    #expect(steps > 2_000)
  }

  /// The highest priority raised by a value after a baseline and a dose; 0 for none.
  private func priority(
    _ sign: VitalSign,
    _ value: Int,
    _ isRepeated: Bool,
    _ monitoringProtocol: MonitoringProtocol
  ) throws -> Int {
    var session = try SessionScript()
    try session.add(.pressure(120, 80), at: minute(5))
    try session.add(.value(.heartRate, 72), at: minute(6))
    try session.add(.dose(monitoringProtocol.formulary.ownDrug), at: minute(10))
    try session.add(.exact(sign, thousandths: value), at: minute(20))
    if isRepeated { try session.add(.exact(sign, thousandths: value), at: minute(25)) }
    return session.flags(under: monitoringProtocol, asOf: minute(25))
      .map(\.priority.rawValue).max() ?? 0
  }
}
