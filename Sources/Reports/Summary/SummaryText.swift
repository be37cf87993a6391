package import Monitoring
import SessionRecord

/// What sessions come to together, as text.
package struct SummaryText {
  private let sections: SummarySections
  private let scope: SummaryScope
  private let style: Style
  private let mark: PrintMark?

  package init(
    _ review: SafetyReview,
    _ titles: ReviewTitles,
    of scope: SummaryScope,
    style: Style,
    mark: PrintMark? = nil
  ) {
    sections = SummarySections(review: review, titles: titles)
    self.scope = scope
    self.style = style
    self.mark = mark
  }

  package var text: String {
    var page = Page(style)
    page.add(
      Phrase("Safety summary", .strong) + Phrase(". \(scope.words(\.date))."),
      right: Phrase("as of \(scope.now.civil.date) \(scope.now.clock)".unbroken)
    )
    // What follows a table stands apart from it, unless it is about it.
    var isAfterTable = false
    for block in sections.blocks {
      switch block {
      case .heading(let words): page.heading(Phrase(words))
      case .words(let words):
        if isAfterTable { page.blank() }
        page.add(words)
      case .remark(let words): page.add(words, indent: 2)
      case .table(let table):
        if isAfterTable { page.blank() }
        SummaryTableText(table, style).add(to: &page)
      case .plots: continue
      }
      switch block {
      case .table, .remark: isAfterTable = true
      case .heading, .words, .plots: isAfterTable = false
      }
    }
    if let mark {
      page.rule()
      page.add(Phrase("To check it: \(mark.typed)"))
    }
    return page.text
  }
}
