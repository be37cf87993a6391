import Monitoring
import SessionRecord

/// A session with what is needed to put it into words: its clock, its limits, its weight of the day.
struct SessionWords {
  let file: SessionFile
  let clock: SessionClock
  let values: ValueText
  let marks: LimitMarks
  let weight: Quantity?
  /// NEWS2 at each standing set, in observed order; empty where the protocol does not use it.
  let news2: [NEWS2Reading]
  private let facts: FlagFacts
  private let entries: [EntryNumber: Entry]

  /// *units* are those that a print shows; answers and files of data keep to the stored ones.
  ///
  /// On paper the months are spelled.
  init(_ file: SessionFile, units: DisplayUnits = .asStored, onPaper: Bool = false) {
    self.file = file
    clock = SessionClock(file.zone, onPaper: onPaper)
    values = ValueText(Limits(file), units: units)
    marks = LimitMarks(file.assessment.flags)
    weight = file.assessment.chart.weightOfTheDay
    news2 = file.news2Readings
    facts = FlagFacts(file, news2: news2)
    entries = Dictionary(
      file.log.map { ($0.number, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  var chart: Chart { file.assessment.chart }

  /// The clinic's adoption of the text that the session is bound to; of another text it says nothing.
  var adoption: Adoption? {
    let bound = file.session.opening.monitoringProtocol
    return file.adoption.flatMap { $0.id == bound.id && $0.digest == bound.digest ? $0 : nil }
  }

  /// Content that stands, with what broke a limit marked.
  var standing: ContentText {
    ContentText(values: values, weight: weight?.thousandths, facts: facts, marks: marks)
  }

  /// Content that was struck out.
  var struck: ContentText {
    ContentText(values: values, weight: weight?.thousandths, facts: facts, marks: nil)
  }

  func entry(_ number: EntryNumber) -> Entry? { entries[number] }

  func text(_ flag: Flag) -> FlagText {
    FlagText(flag: flag, values: values, clock: clock, facts: facts)
  }

  func scale(_ name: String) -> Scale? { facts.scale(name) }

  /// NEWS2 at a set; nil for any other entry.
  func news2(at entry: EntryNumber) -> NEWS2Reading? { facts.news2(at: entry) }

  /// A flag as a member of a document.
  func json(_ flag: Flag) -> JSONValue {
    FlagJSON(flag: flag, clock: clock, facts: facts).value
  }

  /// The flags on which an acknowledgement stands, those that it covers included.
  func flags(acknowledgedBy entry: EntryNumber) -> [Flag] {
    file.assessment.flags.filter { flag in flag.acknowledgements.contains { $0.entry == entry } }
  }

  func sinceTimeZero(_ instant: Instant) -> String {
    SpanText.sinceTimeZero(instant, file.assessment.timeZero)
  }
}
