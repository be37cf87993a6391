import TestSupport
import Testing

@testable import Reports

/// Nothing that a person types adds an element, an attribute or a rule to a page.
@Suite(.enabled(if: HostilePage.checker != nil, "VIGIL_PYTHON names no Python with html5lib"))
struct HostilePageTests {
  private struct Case: Encodable {
    let payload: String
    /// The payload as it has to be read.
    let shown: String
    let harmless: String
    /// The page with the payload in all of its texts; nil for a control, which the checker makes of the
    /// harmless page by putting the payload into its source as it is.
    var html: String?

    init(_ payload: String) {
      self.payload = payload
      shown = ShownText(payload).text
      harmless = HostilePayloads.harmless(payload)
    }
  }

  private struct Input: Encodable {
    /// By the harmless text.
    let pages: [String: String]
    let cases: [Case]

    init(_ cases: [Case]) throws {
      self.cases = cases
      let texts = Set(cases.map(\.harmless))
      pages = try Dictionary(uniqueKeysWithValues: texts.map { ($0, try HostilePage.html($0)) })
    }
  }

  @Test func `there are enough of them, and no two are alike`() {
    #expect(HostilePayloads.all.count >= 200)
    #expect(Set(HostilePayloads.all).count == HostilePayloads.all.count)
  }

  @Test func `a page is the same whatever is typed into all of its texts`() throws {
    let checker = try #require(HostilePage.checker)
    let cases = try HostilePayloads.all.map { payload in
      var made = Case(payload)
      made.html = try HostilePage.html(payload)
      return made
    }
    let (complaints, _) = try checker.complaints(about: Input(cases))
    #expect(complaints.isEmpty, "\(complaints.prefix(20).joined(separator: "\n"))")
  }

  @Test func `a text that is not escaped is found`() throws {
    let checker = try #require(HostilePage.checker)
    // What is the same escaped and not is no control; thousands of nested elements only take time.
    let cases = HostilePayloads.all.filter { $0.count < 400 }.map(Case.init).filter { made in
      made.payload.contains("<") || made.shown != made.payload
    }
    #expect(cases.count >= 120)
    let (complaints, _) = try checker.complaints(about: Input(cases))
    #expect(complaints.isEmpty, "\(complaints.prefix(20).joined(separator: "\n"))")
  }
}
