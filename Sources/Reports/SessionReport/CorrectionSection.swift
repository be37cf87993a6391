import Monitoring
import SessionRecord

/// Every correction and withdrawal with the old value; nothing of them is gone.
struct CorrectionSection {
  private let words: SessionWords

  init(_ words: SessionWords) { self.words = words }

  func add(to page: inout some Sheet) {
    page.heading("Corrections and withdrawals")
    let table = CorrectionTable(words)
    guard !table.stories.isEmpty else {
      page.add("None.")
      return
    }
    page.add(table)
    page.small("Struck entries stay in the record; nothing is deleted.")
  }
}
