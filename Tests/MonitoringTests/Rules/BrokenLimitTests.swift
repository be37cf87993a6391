import SessionRecord
import Testing

/// A limit as a record may hold it, whoever wrote it: comparing it never traps.
@Suite struct BrokenLimitTests {
  @Test(arguments: [Comparison.atOrOver, .over, .atOrUnder, .under])
  func `compares numbers as wide as can be stored`(comparison: Comparison) {
    for numerator in [Int.min, -1, 0, 1, Int.max] {
      for denominator in [1, 12_000_000, Int.max] {
        let limit = BrokenLimit(
          comparison: comparison,
          numerator: numerator,
          denominator: denominator
        )
        for value in [-5_000, 0, 300_000] {
          let distance = Double(value) - Double(numerator) / Double(denominator)
          // Nearer than this a floating-point number does not tell; none is, but nought itself.
          guard abs(distance) > 1e-3 else { continue }
          let isBroken = comparison.isUpper ? distance > 0 : distance < 0
          #expect(limit.isBroken(by: value) == isBroken, "\(value) against \(limit)")
          #expect((limit.excess(of: value) > 0) == isBroken)
          let isInside = !isBroken && abs(distance) > 5_000
          guard abs(abs(distance) - 5_000) > 1e-3 else { continue }
          #expect(limit.isInside(value, by: 5_000) == isInside, "\(value) inside \(limit)")
        }
      }
    }
  }
}
