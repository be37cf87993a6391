import SessionRecord
import Testing

@testable import Reports

/// Each document follows its schema, and the schema refuses what differs from it.
struct SchemaTests {
  @Test(.enabled(if: PythonValidator.isThere, "VIGIL_PYTHON names no Python with jsonschema"))
  func `every document follows its closed schema, and no mutation of it does`() throws {
    let validator = try #require(PythonValidator())
    let samples = [("sample", try SampleSession()), ("hostile", try HostileSession.made())]
    let cases = try samples.flatMap { name, sample in
      try EveryView.files(sample).map { view in
        PythonValidator.Case(
          name: "\(name) \(view.name)",
          schema: view.name,
          document: view.text,
          mutate: name == "sample"
        )
      }
    }
    let complaints = try validator.complaints(about: cases)
    #expect(complaints.isEmpty, "\(complaints.prefix(40).joined(separator: "\n"))")
  }
}
