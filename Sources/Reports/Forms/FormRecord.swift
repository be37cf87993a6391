import Monitoring
import SessionRecord

/// A session as a form reads it: what stands, from the first device to the completion of monitoring.
struct FormRecord {
  let words: SessionWords
  let dates: FormDates
  /// The unvoided entries as they stand now, by observed time.
  let standing: [ChartEntry]
  /// Start of the first dose of the protocol's own drug.
  let timeZero: Instant?
  let completion: Completion?

  /// What ended the monitoring: the decision to leave, else the closing.
  struct Completion {
    let entry: EntryNumber
    let at: Instant
  }

  init(_ words: SessionWords, dates: FormDates) {
    self.words = words
    self.dates = dates
    standing = words.chart.standingInObservedOrder
    timeZero = words.file.assessment.timeZero
    let end = words.chart.leavingDecision?.entry ?? words.chart.closing
    completion = end.map { Completion(entry: $0.number, at: $0.observed.instant) }
  }

  /// As a print says days.
  var paperClock: SessionClock { SessionClock(words.file.zone, onPaper: true) }

  var drug: String { words.file.monitoringProtocol.formulary.ownDrug }

  /// Why nothing can be said from time zero on.
  var noDose: String { "no dose of \(drug) stands" }

  /// `14:44`, with its date where that is not the day of opening, and its seconds where they matter.
  func clock(_ instant: Instant, withSeconds: Bool = false) -> String {
    let time = words.clock.stamp(instant).civil
    let day = words.clock.stamp(words.file.session.opened.instant).civil.date
    let seconds = withSeconds && (time.second != 0 || time.millisecond != 0)
    let clock = seconds ? time.clockWithSeconds : time.clock
    return time.date == day ? clock : "\(dates.date(time))\u{A0}\(clock)"
  }

  /// `14:44 T+44`.
  func time(_ instant: Instant) -> String {
    timeZero == nil ? clock(instant) : "\(clock(instant))\u{A0}\(words.sinceTimeZero(instant))"
  }

  /// `#8 14:44 T+44`, with what later entries did to it.
  func source(_ number: EntryNumber) -> String {
    guard let entry = words.chart[number] else { return "#\(number)" }
    var parts = ["#\(number)\u{A0}\(time(entry.observed.instant))"]
    if EntryStory(entry.original, in: words).isLate { parts.append("entered late") }
    if entry.original.source == .paper { parts.append("from paper") }
    if !entry.amendments.isEmpty {
      parts.append("corrected by " + FormRecord.list(entry.amendments))
    }
    if let verifier = entry.verifiedBy { parts.append("typed again as #\(verifier)") }
    return parts.joined(separator: ", ")
  }

  /// Each with its time, or where they are many their numbers alone.
  func sources(_ numbers: [EntryNumber]) -> String {
    numbers.count <= FormRecord.mostTold
      ? numbers.map(source).joined(separator: "; ") : FormRecord.list(numbers)
  }

  private static let mostTold = 2

  /// `esketamine 28 mg intranasal (#4 14:00 T+0)`.
  func given(_ dose: GivenDose) -> String {
    let source = (dose.dose ?? dose.start).map { " (\(self.source($0)))" } ?? ""
    guard case .amount(let amount) = dose.given, !dose.isInfusion else {
      return GivenText(words).infusion(dose).text + source
    }
    let doses = DoseText(limits: words.values.limits, weight: words.weight?.thousandths)
    let doubt = dose.isUnverified ? "\u{A0}?" : ""
    let route = dose.route.map { " \($0.word)" } ?? ""
    return "\(dose.drug) \(doses.amount(amount))\(doubt)\(route)\(source)"
  }

  static func list(_ numbers: [EntryNumber]) -> String {
    numbers.map { "#\($0)" }.joined(separator: ", ")
  }
}
