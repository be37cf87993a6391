import Monitoring
import RecordStore
import SessionRecord

/// What the rules make of a session, gone on with commit by commit as the program does.
struct Known {
  private let terms: MonitoringProtocol
  private(set) var fold: SessionFold
  private(set) var flags: [Flag] = []
  private(set) var tally: SessionTally
  private var count = 0

  init(under terms: MonitoringProtocol) {
    self.terms = terms
    fold = SessionFold(under: terms)
    tally = fold.assessment(asOf: Instant(milliseconds: 0)).tally(under: terms.formulary)
  }

  /// What is stored beside a commit: flags and tally as of the newest recorded time.
  mutating func assess(_ log: [Entry]) -> Assessed {
    fold.goOn(Array(log[count...]))
    count = log.count
    let newest = log.map(\.recorded.instant).max() ?? Instant(milliseconds: 0)
    let found = fold.assessment(asOf: newest)
    flags = found.flags
    tally = found.tally(under: terms.formulary)
    return Assessed(flags: flags, tally: tally)
  }
}
