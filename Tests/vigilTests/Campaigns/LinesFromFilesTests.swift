import Foundation
import Testing

/// What a file holds is said back on the line that is about it, and begins none of its own.
@Suite struct LinesFromFilesTests {
  @Test(arguments: [#""id":"x\nFORGED""#, #""x\nFORGED":1"#, #""id":"a","version":"x\rFORGED""#])
  func `a protocol forges no line`(_ part: String) throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.write(#"{"schema":"vigil/protocol/1",\#(part)}"#, to: "p.json")
    let outcome = try program.run(["protocol", "check", "p.json"])
    #expect(outcome.status != 0)
    #expect(!(outcome.output + outcome.errors).contains("\nFORGED"))
    #expect(!(outcome.output + outcome.errors).contains("\r"))
  }

  @Test(arguments: ["time,heart_rate\n14:00,\"x\nFORGED\"\n", "time,\"x\nFORGED\"\n14:00,1\n"])
  func `a table forges no line`(_ table: String) throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.write(table, to: "rows.csv")
    let outcome = try program.run([
      "import", "csv", "rows.csv", "-s", "1", "--date", "2026-11-19", "--zone", "UTC",
    ])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("x\\nFORGED"), "\(outcome.errors)")
    #expect(!outcome.errors.contains("\nFORGED"), "\(outcome.errors)")
  }
}
