import Foundation
import TestSupport

extension SeededGenerator {
  /// One seed out of a run's seed and a session's number, so that no session depends on another.
  static func seed(_ seed: UInt64, session: Int) -> UInt64 {
    var mixed = SeededGenerator(seed: seed ^ (UInt64(session) &* 0x2545_F491_4F6C_DD1D))
    return mixed.next()
  }

  /// True in so great a share of all times.
  mutating func happens(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }

  /// Between two numbers, each as likely.
  mutating func between(_ least: Double, _ most: Double) -> Double {
    Double.random(in: least...most, using: &self)
  }

  /// From a normal distribution (Box and Muller).
  mutating func normal(_ mean: Double, _ deviation: Double) -> Double {
    let radius = (-2 * log(1 - Double.random(in: 0..<1, using: &self))).squareRoot()
    return mean + deviation * radius * cos(2 * .pi * Double.random(in: 0..<1, using: &self))
  }

  /// A time of waiting: most are short, a few are long.
  mutating func waiting(_ mean: Double) -> Double {
    -mean * log(1 - Double.random(in: 0..<1, using: &self))
  }
}
