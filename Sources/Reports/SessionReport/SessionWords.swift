import Monitoring
import SessionRecord

/// A session with what is needed to put it into words: its clock, its limits, its weight of the day.
struct SessionWords {
  let file: SessionFile
  let clock: SessionClock
  let values: ValueText
  let marks: LimitMarks
  let weight: Quantity?
  private let entries: [EntryNumber: Entry]

  init(_ file: SessionFile) {
    self.file = file
    clock = SessionClock(file.zone)
    values = ValueText(Limits(file))
    marks = LimitMarks(file.assessment.flags)
    weight = file.assessment.chart.weightOfTheDay
    entries = Dictionary(
      file.log.map { ($0.number, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  var chart: Chart { file.assessment.chart }

  /// Content that stands, with what broke a limit marked.
  var standing: ContentText {
    ContentText(values: values, weight: weight?.thousandths, marks: marks)
  }

  /// Content that was struck out.
  var struck: ContentText {
    ContentText(values: values, weight: weight?.thousandths, marks: nil)
  }

  func entry(_ number: EntryNumber) -> Entry? { entries[number] }

  func text(_ flag: Flag) -> FlagText {
    FlagText(flag: flag, values: values, clock: clock)
  }

  /// A flag as a member of a document.
  func json(_ flag: Flag) -> JSONValue {
    FlagJSON(flag: flag, clock: clock).value
  }

  /// The flags on which an acknowledgement stands, those that it covers included.
  func flags(acknowledgedBy entry: EntryNumber) -> [Flag] {
    file.assessment.flags.filter { flag in flag.acknowledgements.contains { $0.entry == entry } }
  }

  func sinceTimeZero(_ instant: Instant) -> String {
    SpanText.sinceTimeZero(instant, file.assessment.timeZero)
  }
}
