import SessionRecord
import Testing

@testable import Monitoring
@testable import Reports

/// A course as text, page and document.
struct CourseTests {
  @Test func `writes the sample's course in every format`() throws {
    let report = try CourseSample().report
    for width in [80, 120] {
      try Golden.check(CourseText(report, style: Style(width: width)).text, "course-\(width).txt")
    }
    let html = CourseHTML(report, letterhead: try PageSamples.letterhead()).text
    try Golden.check(try PageGoldenTests.split(html).page, "course.html")
    try Golden.check(CourseJSON(report).text, "course.json")
  }

  @Test(arguments: [40, 60, 80, 120], [0, 1, 6, 24])
  func `no line is wider than its page`(_ width: Int, _ sessions: Int) throws {
    let text = CourseText(
      try CourseSample(sessions: sessions, withConcerns: true).report,
      style: Style(width: width, ascii: true)
    ).text
    for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func `the same facts stand in each`() throws {
    let report = try CourseSample(withConcerns: true).report
    let html = CourseHTML(report, letterhead: try PageSamples.letterhead()).text
      .replacing("\u{A0}", with: " ")
    let words = CourseText(report, style: Style(width: 200)).text
    for row in report.rows {
      var facts = [row.session.label, row.intervalWords, row.riseWords, row.reviewedWords]
      facts += row.given.map { decimal($0.milligramThousandths ?? 0) }
      for fact in facts {
        #expect(html.contains(fact), "\(fact)")
        #expect(words.contains(fact), "\(fact)")
      }
    }
    for finding in report.findings {
      #expect(html.contains(finding.basis.replacing("'", with: "&#39;")), "\(finding.basis)")
      #expect(CourseJSON(report).text.contains(finding.basis), "\(finding.basis)")
    }
  }

  @Test func `a concern and what its rule says are shown only where they were asked for`() throws {
    let letterhead = try PageSamples.letterhead()
    for isShown in [false, true] {
      let report = try CourseSample(withConcerns: isShown).report
      for text in [
        CourseText(report, style: Style(width: 100)).text,
        CourseHTML(report, letterhead: letterhead).text, CourseJSON(report).text,
      ] {
        #expect(text.contains("refill") == isShown)
        #expect(text.contains("entered in 90 days") == isShown)
      }
    }
  }

  @Test func `what is struck out stays readable, marked`() throws {
    let text = CourseText(try CourseSample().report, style: Style(width: 120)).text
    #expect(text.contains("~~integration, agreed, 50 min~~ struck out by #6"))
  }

  @Test func `every shape of the picture carries its own paint`() throws {
    for sessions in [1, 6, 24] {
      let picture = CoursePicture(try CourseSample(sessions: sessions).report)
      #expect(
        picture.drawing.shapes.allSatisfy { $0.paint.fill != "none" || $0.paint.stroke != nil }
      )
      let html = picture.markup.html
      #expect(html.contains("role=\"img\""))
      #expect(html.contains("<title>Course of P-014: \(sessions) session"))
      for (text, box) in picture.drawing.words {
        #expect(box.left >= -0.5 && box.right <= CoursePicture.width, "\(text)")
        #expect(box.top >= -0.5 && box.bottom <= picture.height, "\(text)")
      }
    }
  }

  @Test func `hostile texts become words alone`() throws {
    let letterhead = try PageSamples.letterhead()
    for payload in HostilePayloads.all where !payload.allSatisfy(\.isWhitespace) {
      func elements(_ words: String) throws -> Int {
        let report = try CourseSample(words: words, withConcerns: true).report
        return CourseHTML(report, letterhead: letterhead).text.utf8.count { $0 == 0x3C }
      }
      let harmless = try elements(HostilePayloads.harmless(payload))
      #expect(try elements(payload) == harmless, "\(payload)")
    }
    let text = CourseText(
      try CourseSample(words: "a\u{1B}[2J\u{202E}b").report,
      style: Style(width: 80)
    ).text
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
  }

  @Test(.enabled(if: PythonValidator.isThere, "VIGIL_PYTHON names no Python with jsonschema"))
  func `the document follows its closed schema, and no mutation of it does`() throws {
    let validator = try #require(PythonValidator())
    let samples = [
      ("none", try CourseSample(sessions: 0)), ("six", try CourseSample(withConcerns: true)),
      ("hostile", try CourseSample(words: HostileSession.text, purpose: .training)),
    ]
    let session = try SampleSession().file()
    let seals = try MarkSamples.seals(session)
    let complaints = try validator.complaints(
      about: try samples.map { name, sample in
        PythonValidator.Case(
          name: name,
          schema: "course",
          document: CourseJSON(
            sample.report,
            mark: name == "six" ? try MarkSamples.mark(session, seals: seals) : nil
          ).text,
          mutate: name == "six"
        )
      }
    )
    #expect(complaints.isEmpty, "\(complaints.prefix(20).joined(separator: "\n"))")
  }
}
