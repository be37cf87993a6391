import Foundation
import Monitoring
import SessionRecord
import TestSupport
import Testing

@testable import Reports

/// What binds a print to its record, in every format.
struct MarkTests {
  @Test func `says the digest in sixteen groups of four, and the command`() throws {
    let mark = try MarkSamples.mark(try SampleSession().file())
    #expect(mark.groups.split(separator: " ").count == 16)
    #expect(mark.groups.split(separator: " ").allSatisfy { $0.count == 4 })
    #expect(mark.groups.replacing(" ", with: "") == mark.digest.description)
    #expect(mark.command == SampleCode.command)
    #expect(mark.typed == "vigil verify 119 --expect \(mark.groups)")
    let code = try PatientCode("P-014")
    let course = PrintMark(of: .course(code, upTo: EntryNumber(3)), digest: mark.digest)
    #expect(course.command == "vigil verify P-014 --expect \(mark.digest)")
    #expect(
      PrintMark(of: .record, digest: mark.digest).typed == "vigil verify --expect \(mark.groups)"
    )
  }

  @Test func `stands once in each text, and in each document`() throws {
    let file = try SampleSession().file()
    let mark = try MarkSamples.mark(file, seals: try MarkSamples.seals(file))
    let head = try PageSamples.letterhead(mark: mark)
    let style = Style(width: 200)
    let form = try NasalSession().file()
    let course = try CourseSample().report
    let (summary, scope) = (try SummarySample(), try SummarySample.november())
    let (review, titles) = (summary.review, summary.titles)
    for text in [
      SessionReportText(file, style: style, letterhead: head).text,
      try REMSFormText(form, style: style, letterhead: head).text,
      CourseText(course, style: style, mark: mark).text,
      SummaryText(review, titles, of: scope, style: style, mark: mark).text,
    ] { #expect(text.components(separatedBy: mark.typed).count == 2, "\(text.suffix(400))") }
    for document in [
      SessionReportJSON(file, letterhead: head).text,
      try REMSFormJSON(form, letterhead: head).text,
      CourseJSON(course, mark: mark).text,
      SummaryJSON(review, titles, of: scope, mark: mark).text,
    ] {
      #expect(document.contains(#""record": "\#(mark.digest)""#))
      #expect(document.contains(#""verify": "\#(mark.command)""#))
    }
    // The control: without a mark nothing of it.
    #expect(!SessionReportText(file, style: style).text.contains("vigil verify"))
    #expect(SessionReportJSON(file).text.contains(#""verify": null"#))
  }

  /// A print on an 80-column terminal breaks the line between two groups, never inside one.
  @Test func `breaks between groups`() throws {
    let file = try SampleSession().file()
    let head = try PageSamples.letterhead(mark: try MarkSamples.mark(file))
    let text = SessionReportText(file, style: Style(width: 80), letterhead: head).text
    let lines = text.split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.contains("vigil verify 119") })
    let words = lines[start...].joined(separator: " ").split(separator: " ")
    #expect(words.dropFirst(7).prefix(16).joined(separator: " ") == head.mark?.groups)
  }

  @Test func `an open session says as of which entry`() throws {
    var open = try SampleSession()
    open.state = .open
    let file = try open.file(asOf: "15:34")
    let mark = try MarkSamples.mark(file)
    let last = try #require(file.log.last).number
    let head = try PageSamples.letterhead(mark: mark)
    #expect(
      RunningHeads.origin(head).hasSuffix(" · open, as of #\(last)")
    )
    let text = SessionReportText(file, style: Style(width: 200), letterhead: head).text
    #expect(text.contains("open, as of #\(last)"))
    #expect(text.contains("Open: it is sealed when it is closed."))
    #expect(!text.contains("Not sealed."))
  }

  // MARK: - The picture

  @Test func `takes a code only as a square with its three eyes`() throws {
    let rows = SampleCode.rows
    #expect(QRCode(rows)?.side == 37)
    #expect(QRCode([]) == nil)
    #expect(QRCode(Array(rows.dropLast())) == nil)
    #expect(QRCode(rows.map { Array($0.dropLast()) }) == nil)
    #expect(QRCode(Array(repeating: Array(repeating: false, count: 37), count: 37)) == nil)
    for (y, x) in [(0, 0), (3, 33), (36, 1), (1, 1)] {
      var broken = rows
      broken[y][x].toggle()
      #expect(QRCode(broken) == nil, "\(y) \(x)")
    }
    // 38 modules are no size of a code.
    #expect(QRCode((rows + [rows[0]]).map { $0 + [false] }) == nil)
  }

  @Test func `draws each dark module once`() throws {
    let rows = SampleCode.rows
    var drawn = rows.map { $0.map { _ in false } }
    for run in try SampleCode.made().path.split(separator: "M") {
      let numbers = run.split { !$0.isNumber }.compactMap { Int($0) }
      try #require(numbers.count == 5 && numbers[2] == numbers[4])
      for x in numbers[0]..<(numbers[0] + numbers[2]) {
        #expect(!drawn[numbers[1]][x])
        drawn[numbers[1]][x] = true
      }
    }
    #expect(drawn == rows)
  }

  @Test func `is large enough for a telephone and loads nothing`() throws {
    let drawing = QRDrawing(code: try SampleCode.made())
    #expect(drawing.side == 1_295)
    #expect(Millimetres.text(drawing.side) == "12.95mm")
    let letters = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=:;,")
    #expect(drawing.address.text.allSatisfy { letters.contains($0) })
    let file = try SampleSession().file()
    let mark = try MarkSamples.mark(file)
    let html = SessionReportHTML(file, letterhead: try PageSamples.letterhead(mark: mark)).text
    #expect(
      html.contains("default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:")
    )
    #expect(html.contains("alt=\"QR code: \(mark.command)\""))
  }
}
