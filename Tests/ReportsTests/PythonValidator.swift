import Foundation
import Testing

/// Documents against schemas, by Python's `jsonschema`, where `VIGIL_PYTHON` names a Python that has
/// it.
struct PythonValidator {
  /// One document and the schema that it claims to follow.
  struct Case: Encodable {
    let name: String
    let schema: String
    let document: String
    /// Whether mutations of it are tried as well.
    let mutate: Bool
    /// Whether the document is one that its schema has to refuse.
    var refused = false
  }

  private let python: String

  /// Nil without `VIGIL_PYTHON`; the tests then say so and skip.
  init?() {
    guard let python = ProcessInfo.processInfo.environment["VIGIL_PYTHON"], !python.isEmpty else {
      return nil
    }
    self.python = python
  }

  static var isThere: Bool { PythonValidator() != nil }

  /// The folder of the schemas, wherever the tests are built.
  static var schemas: URL {
    URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("schemas")
  }

  /// What is wrong, line by line; empty when every document is valid, and every mutation of it that
  /// the schema's own shape suggests is refused.
  func complaints(about cases: [Case]) throws -> [String] {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Schemas/check_schemas.py")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [script.path, PythonValidator.schemas.path]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let payload = try JSONEncoder().encode(cases)
    // Read while the other end still writes: both pipes are smaller than a report.
    let writer = Thread {
      input.fileHandleForWriting.write(payload)
      try? input.fileHandleForWriting.close()
    }
    writer.start()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    var lines = String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
    let last = lines.popLast() ?? ""
    if process.terminationStatus != 0 || !last.hasPrefix("checked ") {
      lines.append("the checker failed: \(last)")
    }
    return lines
  }
}
