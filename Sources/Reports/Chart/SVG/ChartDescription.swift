import Monitoring
import SessionRecord

/// The chart in words, for whoever does not see it.
struct ChartDescription {
  private let chart: SessionChart
  private var words: SessionWords { chart.words }

  init(_ chart: SessionChart) { self.chart = chart }

  /// `Vital signs, medicines, side effects and events from 13:00 to 15:32`.
  var title: String {
    "Vital signs, medicines, side effects and events"
      + " from \(clock(chart.from)) to \(clock(chart.to))"
  }

  var text: String {
    ([pressure, highest, lowest, flags] + gaps).compactMap(\.self).joined(separator: " ")
      + " All values are in the table of vital signs."
  }

  /// From the baseline, or else the first, to the peak and to the last, with their times.
  private var pressure: String? {
    let unread = chart.sets.filter(\.isPressureUnrecordable)
    let times = unread.map { clock($0.at) }.joined(separator: ", ")
    let sets = chart.sets.filter { $0.values[.systolic] != nil }
    guard let first = sets.first, let last = sets.last,
      let peak = sets.max(by: { value($0, .systolic) < value($1, .systolic) })
    else {
      guard unread.isEmpty else { return "Blood pressure was unrecordable at \(times)." }
      return chart.sets.contains { $0.missing.contains(.systolic) }
        ? "Blood pressure was looked for and not obtained." : "No blood pressure."
    }
    let baseline = words.file.assessment.baseline
    var start = "from \(pair(first))\u{A0}mmHg at \(clock(first.at))"
    if let systolic = baseline[.systolic]?.value, let diastolic = baseline[.diastolic]?.value {
      let values = words.values
      let pair =
        "\(values.baseline(systolic, of: .systolic))/\(values.baseline(diastolic, of: .diastolic))"
      start = "from \(pair)\u{A0}mmHg at baseline"
    }
    let text = "Blood pressure \(start) to a peak of \(pair(peak)) at \(clock(peak.at));"
    // One too low to be read is news, and the lowest that there is.
    if let lost = unread.last, lost.at >= last.at {
      let others = unread.dropLast().map { clock($0.at) }.joined(separator: ", ")
      return "\(text) the last is unrecordable at \(clock(lost.at))."
        + (others.isEmpty ? "" : " It was unrecordable at \(others) as well.")
    }
    return "\(text) the last is \(pair(last)) at \(clock(last.at))."
      + (unread.isEmpty ? "" : " It was unrecordable at \(times).")
  }

  private func value(_ set: ChartSet, _ sign: VitalSign) -> Int {
    set.values[sign]?.quantity.thousandths ?? 0
  }

  private func pair(_ set: ChartSet) -> String {
    "\(number(set, .systolic))/\(number(set, .diastolic))"
  }

  private func number(_ set: ChartSet, _ sign: VitalSign) -> String {
    guard let value = set.values[sign] else { return "–" }
    return words.values.number(value.quantity) + (value.isUnverified ? "?" : "")
  }

  private var highest: String? {
    let sets = chart.sets.filter { $0.values[.heartRate] != nil }
    guard let peak = sets.max(by: { value($0, .heartRate) < value($1, .heartRate) }) else {
      return "No heart rate."
    }
    return "Highest heart rate \(number(peak, .heartRate))/min at \(clock(peak.at))."
  }

  private var lowest: String? {
    let sets = chart.sets.filter { $0.values[.spo2] != nil }
    guard let lowest = sets.min(by: { value($0, .spo2) < value($1, .spo2) }) else {
      return "No SpO2."
    }
    return "Lowest SpO2 \(number(lowest, .spo2))% at \(clock(lowest.at))."
  }

  private var flags: String {
    let clinical = chart.flags.count { !$0.isProcess }
    let process = chart.flags.count - clinical
    guard process > 0 else {
      return clinical == 0 ? "No flags." : "\(counted(clinical, "flag"))."
    }
    return "\(counted(clinical, "clinical flag")) and \(counted(process, "process flag"))."
  }

  /// Each, or how many and the longest where nobody would listen to the end.
  private var gaps: [String] {
    let said = chart.gaps.map { $0.text(words.clock, near: chart.from) + "." }
    guard said.count > 4, let longest = chart.gaps.max(by: { $0.to - $0.from < $1.to - $1.from })
    else { return said }
    let text = longest.text(words.clock, near: chart.from)
    return ["\(said.count) times without a reading for more than 20\u{A0}min, the longest \(text)."]
  }

  private func clock(_ instant: Instant) -> String {
    words.clock.clock(instant, near: chart.from)
  }
}
