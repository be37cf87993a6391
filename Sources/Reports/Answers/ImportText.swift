package import Monitoring
import SessionRecord

/// The answer to an import: how many rows became entries, and where they are.
package struct ImportText {
  /// What an import did, or would do.
  package struct Counts {
    let rows: Int
    let added: Int
    let alreadyThere: Int
    let notUsable: Int
    let isDryRun: Bool

    /// *notUsable* counts values, the others entries and rows.
    package init(rows: Int, added: Int, alreadyThere: Int, notUsable: Int, isDryRun: Bool) {
      self.rows = rows
      self.added = added
      self.alreadyThere = alreadyThere
      self.notUsable = notUsable
      self.isDryRun = isDryRun
    }
  }

  private let counts: Counts
  private let file: SessionFile?
  private let style: Style

  /// *file* is the session that holds the rows; nil after a dry run that would open one.
  package init(_ counts: Counts, file: SessionFile?, style: Style) {
    self.counts = counts
    self.file = file
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    if let file { AnswerHead.add(SessionWords(file), to: &page) }
    let rows = "\(counts.rows) \(counts.rows == 1 ? "row" : "rows")"
    let entries = "\(counts.added) \(counts.added == 1 ? "entry" : "entries")"
    if counts.added == 0 {
      page.add("\(rows) read: all of them are already there. Nothing was added.")
    } else {
      page.add(
        counts.isDryRun
          ? "\(rows) read: \(entries) would be added. Nothing was stored."
          : "\(rows) read: \(entries) added."
      )
      if counts.alreadyThere > 0 { page.add("\(counts.alreadyThere) were already there.") }
    }
    if counts.notUsable > 0 {
      page.add(
        "\(counts.notUsable) \(counts.notUsable == 1 ? "value is" : "values are") not usable and "
          + "kept as written; no limit looks at \(counts.notUsable == 1 ? "it" : "them")."
      )
    }
    if let file, !counts.isDryRun, counts.added > 0 {
      let flags = file.assessment.flags.filter { $0.retractedBy == nil }
      page.add(
        flags.isEmpty
          ? "No flag was raised: no limit was crossed in what was read."
          : "\(flags.count) \(flags.count == 1 ? "flag was" : "flags were") raised"
            + "\(FlagTally.byPriority(flags.map(\.priority))): "
            + "vigil timeline \(file.session.number) shows them."
      )
      if file.assessment.baseline.isEmpty { page.add(BaselineText(SessionWords(file)).phrase) }
      if file.session.isOpen {
        page.add("The session is open; vigil end \(file.session.number) closes it.")
        AnswerEnd(SessionWords(file)).add(to: &page)
      }
    }
    return page.text
  }
}
