import ClinicSimulation
import Foundation

/// Runs simulated clinics by seed against the model; `scripts/faults long` runs many.
///
/// Prints one line of JSON for each seed, and ends with 1 at the first difference.
@main
struct SimulateClinic {
  static func main() throws {
    var seed: UInt64 = 1
    var seeds = 1
    var weeks = 1
    var place = "/dev/shm"
    var breaking: Break?
    var words = Array(CommandLine.arguments.dropFirst())
    while !words.isEmpty {
      let option = words.removeFirst()
      let value = words.isEmpty ? "" : words.removeFirst()
      switch (option, UInt64(value)) {
      case ("--seed", let number?): seed = number
      case ("--seeds", let number?): seeds = Int(number)
      case ("--weeks", let number?) where number > 0: weeks = Int(number)
      case ("--in", _) where !value.isEmpty: place = value
      case ("--break", _) where Break(rawValue: value) != nil: breaking = Break(rawValue: value)
      default:
        print(
          "simulate-clinic takes: --seed S --seeds N --weeks N --in FOLDER --break "
            + Break.allCases.map(\.rawValue).joined(separator: "|")
        )
        exit(64)
      }
    }
    for number in seed..<seed + UInt64(seeds) {
      let began = ContinuousClock.now
      let run = try ClinicRun(seed: number, days: 7 * weeks, in: place, breaking: breaking)
      run.progress = { week, steps in
        if weeks > 1 { say("seed \(number): week \(week) of \(weeks), \(steps) steps") }
      }
      do {
        try run.run()
      } catch {
        print("DIFFERENCE \(error)")
        print("again: simulate-clinic --seed \(number) --weeks \(weeks)")
        exit(1)
      }
      let figures = run.figures.told.map { "\"\($0.name)\": \($0.count)" }.joined(separator: ", ")
      let milliseconds = (ContinuousClock.now - began) / .milliseconds(1)
      print("{\"seed\": \(number), \"weeks\": \(weeks), \(figures), \"ms\": \(Int(milliseconds))}")
    }
  }

  private static func say(_ text: String) {
    FileHandle.standardError.write(Data("\(text)\n".utf8))
  }
}
