import Monitoring
import SessionRecord

/// Every set of vital signs: times down, signs across, reasons and corrections below.
///
/// Signs that do not fit beside each other continue in a second table; none is left out.
struct VitalsTable {
  private struct Line {
    let story: EntryStory
    let vitals: Vitals

    /// Whether a sign says why it was not obtained.
    var hasReason: Bool {
      vitals.readings.values.contains { if case .notObtained = $0 { true } else { false } }
    }
  }

  private let words: SessionWords
  private let standing: [Line]
  private let changed: [EntryStory]

  init(_ words: SessionWords) {
    self.words = words
    let stories = words.file.log.map { EntryStory($0, in: words) }
      .filter { $0.standing != nil }
      .sorted {
        ($0.observed.instant, $0.entry.number) < ($1.observed.instant, $1.entry.number)
      }
    standing = stories.compactMap { story in
      guard case .vitals(let vitals) = story.content, !story.isVoid else { return nil }
      return Line(story: story, vitals: vitals)
    }
    changed = stories.filter { story in
      story.content.kind == .vitals && (story.isVoid || !story.past.isEmpty)
    }
  }

  func add(to page: inout Page) {
    guard !standing.isEmpty else {
      page.add("No vital signs stand in this session.")
      addChanges(to: &page)
      return
    }
    var notes: [String] = []
    for table in tables(page.style, notes: &notes) { page.add(table) }
    for (place, note) in notes.enumerated() { page.add(Phrase(note), after: "[\(place + 1)] ") }
    addChanges(to: &page)
    page.add(legend)
  }

  // MARK: - Cells

  /// One table where all columns fit, more where they do not; each repeats number and time.
  private func tables(_ style: Style, notes: inout [String]) -> [Table] {
    let columns = VitalsColumn.allCases.filter { column in
      standing.contains { column.isIn($0.vitals) }
    }
    var cells: [VitalsColumn: [Phrase]] = [:]
    for column in columns { cells[column] = [] }
    var times: [Phrase] = []
    for line in standing {
      times.append(time(line, notes: &notes))
      for column in columns {
        cells[column]?.append(cell(column, line, notes: &notes))
      }
    }
    var tables: [Table] = []
    var block: [VitalsColumn] = []
    for column in columns {
      let wider = table(block + [column], times, cells)
      if !block.isEmpty, wider.naturalWidth(style) > style.width {
        tables.append(table(block, times, cells))
        block = []
      }
      block.append(column)
    }
    return tables + [table(block, times, cells)]
  }

  private func table(
    _ columns: [VitalsColumn],
    _ times: [Phrase],
    _ cells: [VitalsColumn: [Phrase]]
  ) -> Table {
    var table = Table(
      [Table.Column("#", number: true), Table.Column("Time"), Table.Column("T+")]
        + columns.map { Table.Column($0.heading, number: $0.isNumber) }
        + [Table.Column("By")],
      gap: 1
    )
    for (place, line) in standing.enumerated() {
      let by = line.story.entry.author.text
      table.add(
        [
          Phrase("\(line.story.entry.number)"), times[place],
          Phrase(words.sinceTimeZero(line.story.observed.instant)),
        ] + columns.map { cells[$0]?[place] ?? "" } + [Phrase(by)]
      )
    }
    return table
  }

  /// The clock time with its marks, and the number of the remark that was typed with the set.
  private func time(_ line: Line, notes: inout [String]) -> Phrase {
    let at = line.story.observed.instant
    let time = words.clock.clock(at, near: words.file.session.opened.instant)
    let remark = line.vitals.remark.map { "[\(note("remark: \($0)", in: &notes))]" } ?? ""
    return Phrase(time + timeMarks(line.story) + remark)
  }

  private func timeMarks(_ story: EntryStory) -> String {
    var marks = story.past.isEmpty ? "" : "†"
    if story.isLate { marks += "L" }
    if case .imported = story.entry.source { marks += "i" }
    return marks
  }

  private func cell(_ column: VitalsColumn, _ line: Line, notes: inout [String]) -> Phrase {
    switch column {
    case .bloodPressure: return pressure(line, notes: &notes)
    case .mean:
      let mean = line.vitals.computedMeanTimesThree.map(words.values.mean(timesThree:))
      if let given = line.vitals.readings[.meanArterial] {
        let said = said(given, .meanArterial, line, notes: &notes)
        return mean.map { said + "\u{A0}(\($0))" } ?? said
      }
      return mean.map { Phrase($0) + mark(line, .meanArterial) } ?? "–"
    case .sign(let sign):
      guard let reading = line.vitals.readings[sign] else { return "–" }
      return said(reading, sign, line, notes: &notes)
    }
  }

  private func pressure(_ line: Line, notes: inout [String]) -> Phrase {
    let systolic = line.vitals.readings[.systolic]
    let diastolic = line.vitals.readings[.diastolic]
    guard systolic != nil || diastolic != nil else { return "–" }
    if case .notObtained? = systolic, systolic == diastolic, let systolic {
      return said(systolic, .systolic, line, notes: &notes)
    }
    if systolic == .unrecordable { return "unrec." + mark(line, .systolic) }
    let upper = systolic.map { said($0, .systolic, line, notes: &notes) } ?? "–"
    let lower = diastolic.map { said($0, .diastolic, line, notes: &notes) } ?? "–"
    return upper + "/" + lower
  }

  private func said(
    _ reading: Reading,
    _ sign: VitalSign,
    _ line: Line,
    notes: inout [String]
  ) -> Phrase {
    switch reading {
    case .measured(let quantity, let verified):
      let doubt = verified || line.story.isVerified ? "" : "?"
      let isExpected = sign == .consciousness && line.vitals.isConfusionExpected
      return Phrase(words.values.number(quantity) + doubt + (isExpected ? "\u{A0}exp." : ""))
        + mark(line, sign)
    case .notObtained(let reason):
      return Phrase("–[\(note("not obtained: \(reason)", in: &notes))]")
    case .notUsable(let written):
      return Phrase("[\(written)]")
    case .unrecordable: return "unrec." + mark(line, sign)
    case .roomAir: return "air"
    }
  }

  private func mark(_ line: Line, _ sign: VitalSign) -> Phrase {
    words.marks[line.story.entry.number, sign].map { Phrase($0.sign, .high) } ?? ""
  }

  private func note(_ text: String, in notes: inout [String]) -> Int {
    if let place = notes.firstIndex(of: text) { return place + 1 }
    notes.append(text)
    return notes.count
  }

  // MARK: - Below the table

  private func addChanges(to page: inout Page) {
    let phrases = EntryPhrases(words: words)
    for story in changed {
      let label = story.isVoid ? "voided " : "† "
      let time = words.clock.clock(story.observed.instant)
      for line in phrases.lines(story).dropLast(story.isVoid ? 0 : 1) {
        page.add(line, after: "\(label)#\(story.entry.number) \(time) ")
      }
    }
  }

  private var legend: Phrase {
    var parts = [
      "▲ HIGH", "▼ LOW", "● FLAGGED", "? unverified", "– not entered", "[0] not usable, as written",
    ]
    if standing.contains(where: { $0.vitals.remark != nil }) {
      parts.append("14:05[1] remark, below the table")
    }
    if standing.contains(where: \.hasReason) { parts.append("–[1] not obtained, why") }
    if standing.contains(where: { !$0.story.past.isEmpty }) { parts.append("† corrected") }
    if standing.contains(where: \.story.isLate) { parts.append("L typed late") }
    if standing.contains(where: { $0.story.entry.source != .typed }) { parts.append("i imported") }
    if standing.contains(where: { $0.vitals.computedMeanTimesThree != nil }) {
      parts.append("MAP = (systolic + 2 × diastolic) / 3 where it was not given")
    }
    let hasBoth = standing.contains { line in
      line.vitals.readings[.meanArterial] != nil && line.vitals.computedMeanTimesThree != nil
    }
    if hasBoth { parts.append("111 (112) MAP as given (reckoned)") }
    if standing.contains(where: \.vitals.isConfusionExpected) {
      parts.append("C exp. new confusion, expected")
    }
    return parts.map { Phrase($0.unbroken) }.joined("  ")
  }
}

/// A column of the table of vital signs.
enum VitalsColumn: Hashable, CaseIterable {
  case bloodPressure
  case mean
  case sign(VitalSign)

  static let allCases: [VitalsColumn] =
    [.bloodPressure, .mean]
    + VitalSign.allCases.filter { $0 > .meanArterial }.map(VitalsColumn.sign)

  func isIn(_ vitals: Vitals) -> Bool {
    switch self {
    case .bloodPressure: vitals.readings[.systolic] != nil || vitals.readings[.diastolic] != nil
    case .mean: vitals.readings[.meanArterial] != nil || vitals.computedMeanTimesThree != nil
    case .sign(let sign): vitals.readings[sign] != nil
    }
  }

  var heading: String {
    switch self {
    case .bloodPressure: "BP mmHg"
    case .mean: "MAP"
    case .sign(let sign):
      sign.unit.isEmpty ? sign.shortName : "\(sign.shortName) \(sign.unit)"
    }
  }

  var isNumber: Bool {
    switch self {
    case .bloodPressure, .sign(.consciousness): false
    case .mean, .sign: true
    }
  }
}
