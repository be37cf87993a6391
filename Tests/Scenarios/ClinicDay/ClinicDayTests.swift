import Foundation
import Testing

/// Days of a clinic that a seed decides, reckoned beside the program from the sentences of the
/// assessment alone.
///
/// `VIGIL_DAYS` is how many days, `VIGIL_SEED` the first seed; each day prints its own.
@Suite struct `Clinic days` {
  private static let environment = ProcessInfo.processInfo.environment
  private static let first = environment["VIGIL_SEED"].flatMap { UInt64($0) } ?? 1
  private static let count = environment["VIGIL_DAYS"].flatMap { UInt64($0) } ?? 1
  private static let days = Result {
    try (first..<first + count).map { seed in
      let day = try ClinicDay.report(seed: seed)
      print(day.summary)
      return day
    }
  }

  @Test func `every overdue flag is the one that is reckoned by hand`() throws {
    let days = try Self.days.get()
    for day in days {
      #expect(day.differences.isEmpty, "\(day.differences.joined(separator: "\n"))")
      #expect(day.sessions == 20 && day.mostAtOnce >= 3, "\(day.summary)")
      // Without flags there would have been little to compare.
      #expect(day.raised > 40 && day.cleared > 20, "\(day.summary)")
    }
    for figure in [\DayReport.retracted, \.ofBaseline, \.deferralsAllowed, \.deferralsRefused] {
      #expect(days.contains { $0[keyPath: figure] > 0 })
    }
  }

  /// On the days that are there without asking; not every day tells every sentence.
  @Test(.enabled(if: first == 1))
  func `each sentence read wrongly comes to other flags`() throws {
    let days = try Self.days.get()
    let untold = Misreading.allCases.filter { misreading in
      days.allSatisfy { $0.untold.contains(misreading) }
    }
    #expect(untold.isEmpty, "no day tells: \(untold.map(\.rawValue).joined(separator: "; "))")
  }
}
