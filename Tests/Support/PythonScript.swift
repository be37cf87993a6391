package import Foundation

/// A checker in Python, run by the Python that `VIGIL_PYTHON` names: documents go in as JSON, complaints
/// come out a line each.
package struct PythonScript {
  private let python: String
  private let script: URL

  /// Nil where `VIGIL_PYTHON` is not set, or has none of these modules; the tests then say so and skip.
  package init?(_ script: URL, needs modules: [String]) {
    guard let python = ProcessInfo.processInfo.environment["VIGIL_PYTHON"], !python.isEmpty,
      PythonScript.status(python, ["-c", modules.map { "import \($0)" }.joined(separator: "\n")])
        == 0
    else { return nil }
    self.python = python
    self.script = script
  }

  private static func status(_ python: String, _ arguments: [String]) -> Int32? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return nil }
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// What is wrong, line by line, and the last line, which begins with `checked ` where all was checked.
  package func complaints(
    about input: some Encodable,
    _ arguments: String...
  ) throws -> (complaints: [String], summary: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [script.path] + arguments
    let typed = Pipe()
    let said = Pipe()
    process.standardInput = typed
    process.standardOutput = said
    process.standardError = said
    try process.run()
    let payload = try JSONEncoder().encode(input)
    // Written while the other end already says something: both pipes are smaller than a report.
    let writer = Thread {
      typed.fileHandleForWriting.write(payload)
      try? typed.fileHandleForWriting.close()
    }
    writer.start()
    let answer = said.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    var lines = String(decoding: answer, as: UTF8.self).split(separator: "\n").map(String.init)
    let last = lines.popLast() ?? ""
    if process.terminationStatus != 0 || !last.hasPrefix("checked ") {
      lines.append("the checker failed: \(last)")
    }
    return (lines, last)
  }
}
