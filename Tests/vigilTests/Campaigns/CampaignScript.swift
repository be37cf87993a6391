import Foundation
import Testing

/// The short version of a campaign of faults, on the program that stands beside the tests.
struct CampaignScript {
  /// `power` for scripts/lib/campaigns/power.py.
  let name: String

  /// What it printed; cancels the test where a tool that it needs cannot be used here.
  func run() throws -> String {
    let program = try VigilProgram()
    defer { program.discard() }
    let script = Checkout.file("scripts/lib/campaigns/\(name).py").path
    let outcome = try program.shell(
      "command -v python3 > /dev/null || exit 69; "
        + "PYTHONDONTWRITEBYTECODE=1 python3 '\(script)' \"$(command -v vigil)\" --quick"
    )
    if outcome.status == 69 { try Test.cancel("\(name): \(outcome.errors)") }
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(!outcome.output.contains("WRONG"), "\(outcome.output)")
    return outcome.output
  }
}
