import Monitoring
import SessionRecord

/// The words of a paper chart, the same in every format.
struct BlankWords {
  let shown: MonitoringProtocol
  let adoption: Adoption?
  let chart: BlankChart

  /// In the units that the clinic writes in.
  let values: ValueText
  private let isOnPaper: Bool

  init(
    _ shown: MonitoringProtocol,
    adoption: Adoption?,
    units: DisplayUnits,
    onPaper: Bool = false
  ) {
    self.shown = shown
    self.adoption = adoption
    values = ValueText(units: units)
    isOnPaper = onPaper
    chart = BlankChart(shown)
  }

  var title: String { "Paper chart: \(shown.title)" }
  var reference: String { "\(shown.id) v\(shown.version)" }

  /// Under the title.
  var lines: [Phrase] {
    [
      Phrase("Protocol \(reference). ") + AdoptionText(adoption, onPaper: isOnPaper).sentence,
      Phrase(shown.notice.isEmpty ? "Not a clinical guideline." : shown.notice),
    ]
  }

  /// What the sheet begins with, in rows of labels.
  var head: [[String]] {
    [
      ["Patient", "Born", "MRN or code", "Allergies"],
      ["Date", "Weight, \(values.unit(of: .weight).unit)", "Room", "Prescribed by"],
    ]
  }

  static let columnsOfHead = 4

  var timeZero: String {
    "Time zero, when the first \(shown.formulary.ownDrug) was given or started (clock): ____:____   "
      + "Every due time is T+ minutes from it."
  }

  /// `T+40 ±5`; `before 1`.
  func label(_ row: BlankChart.Row) -> String {
    switch row.time {
    case .before(let set): "before\u{A0}\(set)"
    case .at(let minutes): "T+\(minutes)"
    }
  }

  func tolerance(_ row: BlankChart.Row) -> String? {
    row.tolerance.map { "±\($0.wholeMinutes)" }
  }

  /// What is asked so rarely that it stands below the grid, with a star in its row.
  var rare: [String] {
    chart.rows.compactMap { row in
      let rare = chart.rare(in: row)
      guard !rare.isEmpty else { return nil }
      let lines = rare.map { $0.line(values) + (row.marks[$0] == .whileHigh ? " (h)" : "") }
      return "\(label(row)):\u{A0}\(lines.joined(separator: "\u{A0}\u{A0}"))"
    }
  }

  /// `T+40*`, `before 1`.
  func starred(_ row: BlankChart.Row) -> String {
    label(row) + (chart.rare(in: row).isEmpty ? "" : "*")
  }

  /// What the headings and marks mean.
  func legend(due: String, high: String, none: String) -> String {
    let keys = chart.columns.compactMap(\.key)
    let marks =
      "\(due) due, \(high) due while a flag of high priority is open, \(none) not asked then"
    let peak =
      chart.rows.contains { $0.marks.values.contains(.peak) } ? "; ! is never put off" : ""
    let graded =
      keys.isEmpty
      ? "" : ". 0–10 as the patient says, – for absent: \(keys.joined(separator: ", "))"
    return "\(marks)\(peak); ± minutes in time\(graded)."
  }

  /// What goes on after the last row, for the empty ones.
  var continuations: [String] {
    chart.continuations.map { run in
      let columns = run.columns.map(\.heading).joined(separator: ", ")
      let mark =
        switch run.mark {
        case .required: ""
        case .peak: ", never put off"
        case .whileHigh: ", while a flag of high priority is open"
        }
      let when =
        run.from == run.through
        ? "at T+\(run.from)"
        : "every \(run.step)\u{A0}min from T+\(run.from) to T+\(run.through)"
      return "\(when): \(columns)\(mark)"
    }
  }

  /// What is taken where it is indicated.
  var ifIndicated: String? {
    let needs = shown.schedule.ifIndicated.map(\.words)
    return needs.isEmpty ? nil : "Where indicated: \(needs.joined(separator: ", "))."
  }

  /// How the sheet is typed in afterwards, by examples.
  var typing: [String] {
    let formulary = shown.formulary
    return [
      "vigil start CODE --protocol \(shown.id) --prescriber CODE --by CODE",
      "vigil add @14:00 \(formulary.ownDrug) AMOUNT mg \(formulary.ownRoute.word)",
      "vigil add @14:40 148/92 90 96% rr 14 moaas 5 A",
      "vigil add @14:41 nausea mod",
    ]
  }

  static let typingHead =
    "Typed in afterwards, each line with its own time, at most 12 hours back; keep this sheet."

  static let statement =
    "On paper nothing is flagged and nothing reminds: read the limits, keep the times. "
    + "A named clinician decides."

  static let signing = [
    "Watched by (name, signature)", "Leaving decided by, at", "Escort", "Told, and confirmed",
    "Typed into Vigil by, as session",
  ]
}
