import Foundation

/// scripts/verify-record.py, written from docs/record-format.md alone; it needs Python 3.11 and nothing else.
struct SecondVerifier {
  private let python: String

  struct Answer: Decodable {
    let outcome: String
    let cannotTell: [Said]
    let damaged: [Said]

    struct Said: Decodable, Hashable {
      let `where`: String
      let what: String
    }
  }

  static let script = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("../../../scripts/verify-record.py")
    .standardizedFileURL

  /// By the Python that `VIGIL_PYTHON` names, else by `python3`; nil where neither is new enough.
  static let shared: SecondVerifier? = {
    let named = ProcessInfo.processInfo.environment["VIGIL_PYTHON"].flatMap {
      $0.isEmpty ? nil : $0
    }
    let verifier = SecondVerifier(python: named ?? "python3")
    let isNew = try? verifier.run(["-c", "import sys; sys.exit(sys.version_info < (3, 11))"])
    return isNew?.status == 0 ? verifier : nil
  }()

  func verify(_ path: String) throws -> Answer {
    let (status, said) = try run([SecondVerifier.script.path, "--json", path])
    let answer = try JSONDecoder().decode(Answer.self, from: said)
    guard ["holds", "damaged", "cannot tell"].firstIndex(of: answer.outcome) == Int(status) else {
      throw Unexpected(status: status, outcome: answer.outcome)
    }
    return answer
  }

  private struct Unexpected: Error {
    let status: Int32
    let outcome: String
  }

  private func run(_ arguments: [String]) throws -> (status: Int32, said: Data) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [python] + arguments
    let said = Pipe()
    process.standardOutput = said
    try process.run()
    let answer = said.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, answer)
  }
}
