import SessionRecord
import Testing

@testable import Reports

/// Each document follows its schema, and the schema refuses what differs from it.
struct SchemaTests {
  @Test(.enabled(if: PythonValidator.isThere, "VIGIL_PYTHON names no Python with jsonschema"))
  func `every document follows its closed schema, and no mutation of it does`() throws {
    let validator = try #require(PythonValidator())
    let cases = try EveryView.all().flatMap { name, sample in
      // One document of each sort is enough to try mutations of.
      let files = try sample.files()
      var mutated: Set<String> = name.hasPrefix("hostile") ? Set(files.map(\.name)) : []
      return files.map { view in
        PythonValidator.Case(
          name: "\(name) \(view.name)",
          schema: view.name,
          document: view.text,
          mutate: mutated.insert(view.name).inserted
        )
      }
    }
    let complaints = try validator.complaints(about: cases)
    #expect(complaints.isEmpty, "\(complaints.prefix(40).joined(separator: "\n"))")
  }
}
