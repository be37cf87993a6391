import Foundation

/// The names of all tests as their sources have them, by target and file.
struct TestSources {
  /// `RecordStoreTests.PragmaTests` to the tests in `PragmaTests.swift` that run.
  private(set) var running: [String: Set<String>] = [:]
  private(set) var disabled: [String: Set<String>] = [:]

  init(files: [(suite: String, text: String)]) {
    for file in files { add(file.text, as: file.suite) }
  }

  /// Everything under `Tests`.
  static func all() throws -> TestSources {
    let folder = RisksDocument.root.appendingPathComponent("Tests")
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return TestSources(
      files: try (paths ?? []).filter { $0.hasSuffix(".swift") }.map { path in
        let parts = path.split(separator: "/").map(String.init)
        let target = targets[parts.first ?? ""] ?? parts.first ?? ""
        let text = try String(
          contentsOf: folder.appendingPathComponent(path),
          encoding: .utf8
        )
        return ("\(target).\((parts.last ?? "").dropLast(".swift".count))", text)
      }
    )
  }

  /// Targets whose folder has another name.
  private static let targets = [
    "Simulation": "SimulationTests", "Scenarios": "ScenarioTests",
    "Clinic": "ClinicSimulationTests",
  ]

  private mutating func add(_ text: String, as suite: String) {
    // What is written in a comment is no test.
    let code = text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
    let isOff =
      code.components(separatedBy: "@Suite").dropFirst()
      .contains { TestSources.isDisabled($0.prefix { $0 != "{" }) }
    // The first part stands before any test.
    for part in code.components(separatedBy: "@Test").dropFirst() {
      guard let start = part.range(of: "func `") else { continue }
      let name = String(part[start.upperBound...].prefix { $0 != "`" })
      if isOff || TestSources.isDisabled(part[..<start.lowerBound]) {
        disabled[suite, default: []].insert(name)
      } else {
        running[suite, default: []].insert(name)
      }
    }
  }

  /// Off always, not only where a machine lacks something.
  private static func isDisabled(_ traits: Substring) -> Bool {
    traits.components(separatedBy: ".disabled").dropFirst().contains { !$0.hasPrefix("(if:") }
  }
}
