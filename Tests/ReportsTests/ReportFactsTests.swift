import TestSupport
import Testing

/// What the document of a report says, its text and its page say, each in the place where it belongs.
struct ReportFactsTests {
  @Test(.enabled(if: ReportFacts.checker != nil, "VIGIL_PYTHON names no Python with html5lib"))
  func `every fact of a sample stands in every format`() throws {
    let checker = try #require(ReportFacts.checker)
    let (complaints, _) = try checker.complaints(about: ReportFacts.samples(), "check")
    #expect(complaints.isEmpty, "\(complaints.prefix(40).joined(separator: "\n"))")
  }

  /// Each kind of fact is taken out of its place, and then changed in it, in the page and in the text.
  @Test(.enabled(if: ReportFacts.checker != nil, "VIGIL_PYTHON names no Python with html5lib"))
  func `a fact that is left out or changed is missed, of every kind`() throws {
    let checker = try #require(ReportFacts.checker)
    let (complaints, _) = try checker.complaints(about: ReportFacts.samples(), "controls")
    #expect(complaints.isEmpty, "\(complaints.prefix(40).joined(separator: "\n"))")
  }
}
