import Foundation
import Testing

/// A part of what `scripts/faults power` does in whole.
@Suite struct PowerCampaignTests {
  @Test func `what was acknowledged is there after a power cut, and a lossy setting is found out`()
    throws
  {
    let told = try CampaignScript(name: "power").run()
    let history = try #require(told.split(separator: "\n").first { $0.hasPrefix("history: ") })
    #expect(history.hasSuffix(" 0 lost, 0 corrupt"), "\(told)")
    for control in ["without the sync of the folder after a commit", "without any sync"] {
      let line = try #require(
        told.split(separator: "\n").first { $0.hasPrefix("control, the same \(control)") }
      )
      #expect(!line.contains(" 0 lost"), "\(told)")
    }
  }

  @Test func `a call that another thread's came between is read as any other`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.write(
      #"""
      import os, sys
      sys.path.insert(0, sys.argv[1])
      import power_trace

      def quoted(name):
          return '"' + "".join(f"\\x{octet:02x}" for octet in name.encode()) + '"'

      def operations(lines):
          os.makedirs("folder", exist_ok=True)
          open("folder/old", "w").close()
          trace = power_trace.Trace(os.path.abspath("folder"))
          power_trace.Reading(trace, 0).all(lines)
          return trace.ops

      calls = [("rename", f"{quoted('old')}, {quoted('new')}", 0), ("open", f"{quoted('new')}, O_WRONLY|O_TRUNC", 5),
               ("fsync", "5", 0), ("unlink", quoted("new"), 0)]
      whole = [f"7 {name}({given}) = {result}" for name, given, result in calls]
      split = [line for name, given, result in calls for line in (
          f"7 {name}({given} <unfinished ...>", "8 close(99) = 0", f"7 <... {name} resumed>) = {result}")]
      kinds = [operation.kind for operation in operations(whole)]
      assert kinds == ["rename", "truncate", "sync", "unlink"], kinds
      assert operations(split) == operations(whole), operations(split)
      """#,
      to: "split.py"
    )
    let outcome = try program.shell(
      "command -v python3 > /dev/null || exit 69; PYTHONDONTWRITEBYTECODE=1 python3 split.py "
        + "'\(Checkout.file("scripts/lib/campaigns").path)'"
    )
    if outcome.status == 69 { try Test.cancel("python3 is not here") }
    #expect(outcome.status == 0, "\(outcome.errors)")
  }
}
