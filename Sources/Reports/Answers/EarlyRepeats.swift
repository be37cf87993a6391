import Monitoring
import SessionRecord

/// That a value came too soon to count as the repeat that a flag waits for, so that nobody takes it
/// for that.
struct EarlyRepeats {
  private let words: SessionWords
  /// The entries that were typed or corrected.
  private let touched: Set<EntryNumber>

  init(_ words: SessionWords, new: [EntryNumber]) {
    self.words = words
    touched = Set(new.map(words.chart.original(of:)))
  }

  func add(to page: inout Page) {
    var lines: [(said: String, window: String, flags: [FlagNumber])] = []
    for flag in words.file.assessment.flags where flag.retractedBy == nil {
      let text = words.text(flag)
      guard let window = text.repeatWindow(asOf: words.file.assessment.asOf, near: flag.raised)
      else { continue }
      let early = entries(tooEarlyFor: flag)
      guard !early.isEmpty else { continue }
      let said =
        early.map { "#\($0)" }.joined(separator: ", ") + (early.count == 1 ? " is" : " are")
      if let place = lines.firstIndex(where: { $0.said == said && $0.window == window }) {
        lines[place].flags.append(flag.number)
      } else {
        lines.append((said, window, [flag.number]))
      }
    }
    for line in lines {
      page.add(
        Phrase(
          "\(line.said) too early to count as the repeat for \(numbered(line.flags)): "
            + "repeat \(line.window)."
        )
      )
    }
  }

  private func entries(tooEarlyFor flag: Flag) -> [EntryNumber] {
    let broke = Set(flag.readings.map(\.entry))
    return words.chart.standingInObservedOrder.filter { entry in
      let after = entry.observed.instant - flag.raised
      return touched.contains(entry.number) && entry.number != flag.identity.entry
        && after >= .minutes(0) && after < FlagText.repeatBegins
        && (broke.contains(entry.number) || says(entry.content, to: flag.measure))
    }.map(\.number)
  }

  /// Whether it has a value that would count for or against the flag if it came later.
  private func says(_ content: Content, to measure: Measure) -> Bool {
    guard case .vitals(let vitals) = content else { return false }
    func has(_ signs: VitalSign...) -> Bool { signs.allSatisfy { vitals.value($0) != nil } }
    return switch measure {
    case .sign(let sign): has(sign)
    case .derived(.meanPressure): has(.systolic, .diastolic) || has(.meanArterial)
    case .derived(.pulsePressure): has(.systolic, .diastolic)
    case .derived(.shockIndex): has(.heartRate, .systolic)
    case .rate, .effect, .scale, .news2, .rule, .unverified, .group, .session: false
    }
  }
}
