import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// Every sheet that leaves a printer says which record it is of, to the eye and to a telephone.
struct MarkPrintTests {
  @Test(
    .enabled(if: PageRenderer.canScan, PageRenderer.missing),
    arguments: Paper.allCases
  )
  func `every sheet of a report has the digest, the command and a code that says it`(
    paper: Paper
  ) throws {
    let file = try LongSession().file()
    let mark = try MarkSamples.mark(file, seals: try MarkSamples.seals(file))
    let head = try PageSamples.letterhead(try PageSamples.clinic(), paper: paper, mark: mark)
    try check(SessionReportHTML(file, letterhead: head).text, mark, atLeast: 2)
  }

  @Test(.enabled(if: PageRenderer.canScan, PageRenderer.missing))
  func `so has every sheet of a form, a course and a summary`() throws {
    let form = try NasalSession().file()
    let mark = try MarkSamples.mark(form)
    let head = try PageSamples.letterhead(mark: mark)
    try check(try REMSFormHTML(form, letterhead: head).text, mark, atLeast: 1)
    let course = try CourseSample(sessions: 24).report
    try check(CourseHTML(course, letterhead: head).text, mark, atLeast: 2)
    let summary = try SummarySample()
    let page = SummaryHTML(
      summary.review,
      summary.titles,
      of: try SummarySample.november(),
      letterhead: head
    )
    try check(page.text, mark, atLeast: 2)
  }

  /// The control: without the program there is the text alone, on a sheet of the size that it had.
  @Test(.enabled(if: PageRenderer.canScan, PageRenderer.missing))
  func `without a code the digest stands on every sheet all the same`() throws {
    let file = try LongSession().file()
    let mark = try MarkSamples.mark(file, hasCode: false)
    let html = SessionReportHTML(file, letterhead: try PageSamples.letterhead(mark: mark)).text
    #expect(!html.contains("data:"))
    for renderer in PageRenderer.found {
      let sheets = try renderer.sheets(html)
      #expect(sheets.count == 2)
      for sheet in sheets {
        #expect(sheet.words.contains(mark.typed))
        #expect(sheet.codes.isEmpty)
      }
    }
  }

  /// The control: without a mark no sheet says any.
  @Test(.enabled(if: PageRenderer.canScan, PageRenderer.missing))
  func `a sheet of no record says no digest`() throws {
    let html = SessionReportHTML(
      try SampleSession().file(),
      letterhead: try PageSamples.letterhead()
    ).text
    for renderer in PageRenderer.found {
      for sheet in try renderer.sheets(html) {
        #expect(!sheet.words.contains("vigil verify"))
        #expect(sheet.codes.isEmpty)
      }
    }
  }

  private func check(
    _ html: String,
    _ mark: PrintMark,
    atLeast least: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for renderer in PageRenderer.found {
      let sheets = try renderer.sheets(html)
      #expect(sheets.count >= least, "\(renderer.path)", sourceLocation: sourceLocation)
      for (place, sheet) in sheets.enumerated() {
        let place: Comment = "\(renderer.path), sheet \(place + 1) of \(sheets.count)"
        #expect(sheet.words.contains(mark.groups), place, sourceLocation: sourceLocation)
        #expect(sheet.words.contains(mark.typed), place, sourceLocation: sourceLocation)
        #expect(sheet.codes == [mark.command], place, sourceLocation: sourceLocation)
      }
    }
  }
}
