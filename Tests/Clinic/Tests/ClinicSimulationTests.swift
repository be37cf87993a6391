import ClinicSimulation
import Foundation
import Testing

/// Short runs of the simulated clinic; `scripts/faults long` runs weeks by the thousand, and years.
@Suite struct ClinicSimulationTests {
  /// In memory, where there is a file system for it.
  private let place =
    FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()

  @Test(arguments: 1...10)
  func `a clinic is what the model says, at every step of two days`(_ clinic: Int) throws {
    let seed = UInt64.random(in: 1...1_000_000_000)
    print("clinic \(clinic): seed \(seed)")
    let run = try ClinicRun(seed: seed, days: 2, in: place)
    try run.run()
    #expect(run.figures.commits > 0 && run.figures.wholeChecks == 2)
  }

  @Test(arguments: Break.allCases)
  func `a run sees the fault that it is given`(_ fault: Break) throws {
    let failed = #expect(throws: ClinicRun.Failed.self) {
      try ClinicRun(seed: 7, days: 7, in: place, breaking: fault).run()
    }
    #expect(failed?.isOfFault == true, "\(String(describing: failed))")
  }
}
