import Monitoring
import SessionRecord

/// The baseline that changes are reckoned from, or that there is none.
struct BaselineText {
  private let words: SessionWords

  init(_ words: SessionWords) { self.words = words }

  var phrase: Phrase {
    let baseline = words.file.assessment.baseline
    let method = words.file.monitoringProtocol.baseline.rawValue
    guard !baseline.isEmpty else {
      return "Baseline (\(method)): missing. Without one no baseline rule speaks."
    }
    var parts: [String] = []
    if let systolic = baseline[.systolic], let diastolic = baseline[.diastolic] {
      parts.append(
        "BP\u{A0}\(number(systolic, of: .systolic))/\(number(diastolic, of: .diastolic))\u{A0}mmHg "
          + "(\(source(systolic)))"
      )
    }
    for (sign, value) in baseline.sorted(by: { $0.key < $1.key }) {
      if sign == .systolic || sign == .diastolic,
        baseline[.systolic] != nil, baseline[.diastolic] != nil
      {
        continue
      }
      parts.append(
        "\(sign.shortName)\u{A0}\(numberWithUnit(value, of: sign)) (\(source(value)))"
      )
    }
    var text = "Baseline (\(method)): \(parts.joined(separator: ", "))."
    if baseline[.systolic] == nil {
      text += " No blood pressure: no baseline rule speaks of it."
    }
    return Phrase(text)
  }

  private func numberWithUnit(_ baseline: Baseline, of sign: VitalSign) -> String {
    sign == .consciousness
      ? number(baseline, of: sign) : words.values.baselineWithUnit(baseline.value, of: sign)
  }

  /// A level of consciousness is a letter, and a mean of several is none.
  private func number(_ baseline: Baseline, of sign: VitalSign) -> String {
    guard sign == .consciousness else { return words.values.baseline(baseline.value, of: sign) }
    let levels = baseline.value.sum / baseline.value.count / 1_000
    guard baseline.value.sum == levels * baseline.value.count * 1_000,
      let level = Consciousness(rawValue: levels)
    else { return "between levels" }
    return level.letter
  }

  private func source(_ baseline: Baseline) -> String {
    let entries = baseline.entries.map { "#\($0)" }.joined(separator: ", ")
    let time = words.clock.clock(baseline.observed)
    return baseline.value.count == 1
      ? "\(entries), \(time)" : "mean of \(entries), to \(time)"
  }
}
