import Monitoring
import SessionRecord
import Testing

@testable import Reports

extension NasalSession {
  /// A field of the form as the session fills it.
  func field(
    _ key: String,
    clinic: Clinic? = nil,
    asOf: String = "17:00",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> FormField {
    let form = try REMSForm(
      SessionWords(try file(asOf: asOf)),
      clinic: clinic,
      dates: .plain
    )
    return try #require(
      form.blocks.flatMap(\.fields).first { $0.key == key },
      "no field \(key)",
      sourceLocation: sourceLocation
    )
  }
}

extension FormField {
  /// `148/90 mmHg`, with ordinary spaces.
  var words: String { answer.words.spaced }
  var numbersOfEntries: [Int] { entries.map(\.value) }

  func says(_ aside: String) -> Bool { asides.contains { $0.spaced.contains(aside) } }
}

/// What stands on the sheet of a page, without the stylesheet of all prints, whose changes are not its own.
func sheet(of page: String) throws -> String {
  let start = try #require(page.firstRange(of: "<main"))
  return String(page[start.lowerBound...])
}
