import Foundation
import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// Nothing that a person typed becomes an element, an attribute or a rule of a page.
struct PageSafetyTests {
  /// Closes what a text may stand in, begins what it must not begin.
  private static let hostile =
    "</title></style><script>alert(1)</script><img src=x onerror=alert(1)>\" ' & <b>x</b> "
    + "\\\"; } @import url(http://x/); */ <!-- ]]> &lt; \u{202E}evil\n"

  @Test func `writes what is special in HTML by its entity`() {
    var markup = Markup()
    markup.element("td", Markup.Attribute("title", "a\"b'c<d>&"), text: "<i>&amp;\"'")
    #expect(
      markup.html
        == "<td title=\"a&quot;b&#39;c&lt;d&gt;&amp;\">&lt;i&gt;&amp;amp;&quot;&#39;</td>"
    )
  }

  @Test func `keeps what is hidden or turns letters visible`() {
    var markup = Markup()
    markup.text("a\u{202E}b\u{0}c")
    #expect(markup.html == "a&lt;U+202E&gt;b&lt;U+0000&gt;c")
  }

  @Test func `writes letters and digits of a CSS string as they are, all else by number`() {
    #expect(CSSString("Abc 09").text == "\"Abc 09\"")
    #expect(CSSString("a\"b").text == "\"a\\000022 b\"")
    #expect(CSSString("é·").text == "\"\\0000e9 \\0000b7 \"")
    #expect(CSSString("</style>").text == "\"\\00003c \\00002f style\\00003e \"")
    #expect(CSSString("\\").text == "\"\\00005c \"")
  }

  /// The control: without the escapes the same text would end its string.
  @Test func `finds the end of a string in a text that is not escaped`() {
    #expect(PageSafetyTests.endsItsString("\"\(PageSafetyTests.hostile)\""))
    #expect(!PageSafetyTests.endsItsString(CSSString(PageSafetyTests.hostile).text))
  }

  /// Whether a quote, a line end or a bracket of HTML stands between the quotation marks.
  private static func endsItsString(_ quoted: String) -> Bool {
    quoted.dropFirst().dropLast().contains { "\"\n<>".contains($0) }
  }

  @Test func `shows every hostile text and runs none`() throws {
    var sample = try HostileSession.made()
    sample.indication = PageSafetyTests.hostile
    sample.room = PageSafetyTests.hostile
    sample.identity = try Identity(
      name: PageSafetyTests.hostile,
      birthDate: "1984-03-12",
      medicalRecordNumber: PageSafetyTests.hostile,
      allergies: PageSafetyTests.hostile
    )
    for content: Content in [.note(PageSafetyTests.hostile), .action(PageSafetyTests.hostile)] {
      try sample.log.add("15:36", content)
    }
    let clinic = try Clinic(
      name: "</style><script>x</script>\"",
      address: ["<img src=x>", "\";}@import 'y'"],
      telephone: "<b>1</b>"
    )
    let html = SessionReportHTML(
      try sample.file(),
      letterhead: try PageSamples.letterhead(clinic)
    ).text
    let allowed: Set<String> = [
      "html", "head", "meta", "title", "style", "body", "main", "header", "div", "p", "h1", "h2",
      "span", "b", "s", "br", "section", "ul", "li", "table", "colgroup", "col", "thead", "tbody",
      "tr", "th", "td", "footer", "svg", "desc", "g", "path", "line", "rect", "circle", "text",
      "polyline", "polygon", "tspan", "ellipse",
    ]
    let names = PageSafetyTests.elements(html)
    #expect(names.subtracting(allowed).isEmpty, "\(names.subtracting(allowed))")
    #expect(!html.contains("<script") && !html.contains("<img"))
    let style = html.components(separatedBy: "<style>").last?.components(separatedBy: "</style>")
    #expect(style?.first?.contains("@import") == false)
    #expect(!html.lowercased().contains(" onerror=alert(1)>"))
    // It is all there to be read: once in each of the fields above, and in the head of each page.
    #expect(html.components(separatedBy: "&lt;script&gt;alert(1)&lt;/script&gt;").count > 6)
    #expect(html.components(separatedBy: "</style>").count == 2)
    #expect(html.components(separatedBy: "<title").count == 3)  // the document's and the chart's
  }

  /// Every text field that the project knows to be hostile is on the page.
  @Test func `shows each hostile field of a session`() throws {
    let html = SessionReportHTML(
      try HostileSession.made().file(),
      letterhead: try PageSamples.letterhead()
    ).text
    var escaped = Markup()
    escaped.text(HostileSession.text)
    // Name, MRN, allergies, indication, room, note, action, mark, check, scale, effect, dose,
    // deferral, set, amendment, void, acknowledgement, flag.
    #expect(html.components(separatedBy: escaped.html).count - 1 >= 18)
    for scalar in HostileSession.text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator:
        if scalar != "\n" { #expect(!html.unicodeScalars.contains(scalar)) }
      default: break
      }
    }
  }

  /// The names of all elements that a parser would begin.
  private static func elements(_ html: String) -> Set<String> {
    var names: Set<String> = []
    // What is inside the stylesheet is text.
    let parts = html.components(separatedBy: "<style>")
    let body = parts[0] + (parts.last?.components(separatedBy: "</style>").last ?? "")
    for piece in body.components(separatedBy: "<").dropFirst() {
      let name = piece.prefix { $0.isLetter || $0.isNumber }
      if !name.isEmpty { names.insert(name.lowercased()) }
    }
    return names
  }

  @Test func `loads nothing, and a picture only where there is a logo`() throws {
    let file = try SampleSession().file()
    let plain = SessionReportHTML(file, letterhead: try PageSamples.letterhead()).text
    #expect(
      plain.contains(
        "http-equiv=\"Content-Security-Policy\" "
          + "content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;\""
      )
    )
    #expect(!plain.contains("<img"))
    let clinic = try PageSamples.clinic(logo: true)
    let pictured = SessionReportHTML(file, letterhead: try PageSamples.letterhead(clinic)).text
    #expect(pictured.contains("style-src &#39;unsafe-inline&#39;; img-src data:\""))
    #expect(pictured.contains("src=\"data:image/png;base64,iVBORw0KGgo"))
    for page in [plain, pictured] {
      for outside in ["http://", "https://", "url(", "<link", "<script", "@font-face"] {
        #expect(!page.contains(outside), "\(outside)")
      }
    }
  }
}
