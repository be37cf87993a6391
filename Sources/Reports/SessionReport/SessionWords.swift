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
    weight = SessionWords.weightOfTheDay(file)
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

  func text(_ flag: Flag) -> FlagText { FlagText(flag: flag, values: values, clock: clock) }

  func sinceTimeZero(_ instant: Instant) -> String {
    SpanText.sinceTimeZero(instant, file.assessment.timeZero)
  }

  /// As last measured in the session and verified, else as opened.
  private static func weightOfTheDay(_ file: SessionFile) -> Quantity? {
    let measured = file.assessment.chart.standingInObservedOrder.last { entry in
      guard case .vitals(let vitals) = entry.content, vitals.value(.weight) != nil else {
        return false
      }
      return entry.verifiedBy != nil || vitals.readings[.weight]?.isVerified == true
    }
    if case .vitals(let vitals)? = measured?.content, let weight = vitals.value(.weight) {
      return weight
    }
    return file.session.opening.weight
  }
}
