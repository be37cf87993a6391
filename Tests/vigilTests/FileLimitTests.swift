import Testing

/// A limit on the size of files (`ulimit -f`) comes with a signal that ends whoever does not expect it.
@Suite struct FileLimitTests {
  @Test(arguments: ["", "trap '' XFSZ; "])
  func `an entry that finds no room under it is refused in words`(signals: String) throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let before = try program.entryCount()
    // What is said goes into a pipe: a file would be under the limit as well.
    let outcome = try program.shell(
      """
      (\(signals)ulimit -f 0; vigil add 118/74 68 98% 2>&1; echo "add $?") | cat
      vigil add 118/74 68 98% > /dev/null; echo "add $?"
      """
    )
    let said = outcome.output.split(separator: "\n")
    #expect(said.first?.hasPrefix("Not saved: the disk") == true, "\(outcome.output)")
    #expect(said.contains("add 74") && said.last == "add 0", "\(outcome.output)")
    #expect(try program.entryCount() == before + 1)
  }
}
