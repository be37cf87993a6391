import Foundation
import Testing

/// What four times as much costs: four times the processor time where each part costs the same, sixteen times where the cost
/// grows with the square, sixty-four with the cube.
///
/// Of this thread's own time and as a ratio, so that neither a slow machine nor what else it does tells.
enum CostOfLength {
  /// How fast it may grow; what is less is half way to the next, as powers go.
  enum Most: Double {
    case withTheLength = 8
    case withItsSquare = 32
  }

  /// Works on a quarter of *count* and on all of it, and says where the cost grows faster.
  static func check(
    _ count: Int,
    grows most: Most = .withTheLength,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ work: (Int) throws -> Void
  ) rethrows {
    let growth = try growth(count, work)
    #expect(growth < most.rawValue, sourceLocation: sourceLocation)
  }

  static func growth(_ count: Int, _ work: (Int) throws -> Void) rethrows -> Double {
    let quarter = try seconds { try work(count / 4) }
    return try seconds { try work(count) } / quarter
  }

  private static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let began = now
    try work()
    return now - began
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
