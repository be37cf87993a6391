import Monitoring
import SessionRecord

/// Every flag with its limit, its life, and what was done.
struct FlagSection {
  private let words: SessionWords

  init(_ words: SessionWords) { self.words = words }

  func add(to page: inout some Sheet) {
    let flags = words.file.assessment.flags
    page.heading("Flags")
    page.add(FlagTally(flags).phrase)
    if !flags.isEmpty { page.add(FlagTable(flags, in: words)) }
  }
}
