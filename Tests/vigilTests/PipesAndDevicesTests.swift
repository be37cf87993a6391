import Foundation
import Testing

/// Pipes that nobody writes to, and devices, where a command reads a file: refused, and not waited for.
@Suite struct PipesAndDevicesTests {
  @Test func `a pipe without a writer is refused wherever a file is read`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let pipe = program.folder.appendingPathComponent("pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
    try program.refuses([
      WrongUse(
        "timeout 20 vigil import csv pipe -s 1",
        exits: 65,
        says: "pipe cannot be read: it is a pipe, and nobody wrote to it."
      ),
      WrongUse(
        "timeout 20 vigil clinic --logo pipe --by LH",
        exits: 65,
        says: "pipe cannot be read: it is a pipe, and nobody wrote to it."
      ),
    ])
    let outcome = try program.shell(
      "timeout 20 vigil key make LH --by LH --passphrase-file pipe"
    )
    #expect(outcome.status == 65 && outcome.errors.contains("pipe"), "\(outcome)")
  }

  @Test func `a device is refused, and a pipe that is written to is read`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.refuses([
      WrongUse(
        "timeout 20 vigil import csv /dev/zero -s 1",
        exits: 65,
        says: "/dev/zero cannot be read: it is a device."
      )
    ])
    #expect(mkfifo(program.folder.appendingPathComponent("pipe").path, 0o600) == 0)
    // It is opened a while before anybody writes, and what is written comes in two parts.
    let outcome = try program.shell(
      "(sleep 0.3; vigil protocol show iv-0.5-40 --raw | "
        + "(head -c 100; sleep 0.3; cat) > pipe) & timeout 20 vigil protocol check pipe"
    )
    #expect(outcome.output.hasPrefix("pipe: iv-0.5-40 version"), "\(outcome)")
  }
}
