import Monitoring
import SessionRecord

/// Every set of vital signs in words: times down, signs across, reasons and corrections below.
struct VitalsTable {
  /// One standing set.
  struct Row {
    let number: EntryNumber
    /// The clock with its marks, and the number of the remark that was typed with the set.
    let time: Phrase
    let since: String
    let cells: [VitalsColumn: Phrase]
    let by: String
    /// `▲1`, each standing flag that a value of it belongs to.
    let flags: [Phrase]
  }

  /// Those that any set has something in.
  let columns: [VitalsColumn]
  /// By observed time.
  let rows: [Row]
  /// What `[1]`, `[2]` stand for.
  let notes: [String]
  /// What was corrected or withdrawn: a label, and what it said.
  let changes: [(label: String, phrase: Phrase)]
  let legend: [String]
  private let values: ValueText

  /// What is said where there is no row.
  static let none = "No vital signs stand in this session."

  init(_ words: SessionWords) {
    let stories = words.file.log.map { EntryStory($0, in: words) }
      .filter { $0.standing != nil && $0.content.kind == .vitals }
      .sorted {
        ($0.observed.instant, $0.entry.number) < ($1.observed.instant, $1.entry.number)
      }
    let lines = stories.compactMap { story -> VitalsCells? in
      guard case .vitals(let vitals) = story.content, !story.isVoid else { return nil }
      return VitalsCells(story, vitals, in: words)
    }
    values = words.values
    columns = VitalsColumn.allCases.filter { column in
      lines.contains { column.isIn($0.vitals) }
    }
    var notes: [String] = []
    var rows: [Row] = []
    for line in lines {
      let time = line.time(&notes)
      var cells: [VitalsColumn: Phrase] = [:]
      for column in columns { cells[column] = line.cell(column, &notes) }
      rows.append(
        Row(
          number: line.story.entry.number,
          time: time,
          since: words.sinceTimeZero(line.story.observed.instant),
          cells: cells,
          by: line.story.entry.author.text,
          flags: line.flags
        )
      )
    }
    self.rows = rows
    self.notes = notes
    changes = VitalsTable.changes(stories, in: words)
    legend = VitalsTable.legend(lines)
  }

  func add(to page: inout Page) { VitalsLines(self).add(to: &page) }

  /// `Temp °C`, in the units that the clinic reads.
  func heading(_ column: VitalsColumn) -> String {
    switch column {
    case .bloodPressure: "BP mmHg"
    case .mean: "MAP"
    case .sign(let sign):
      [sign.shortName, values.unit(of: sign).heading].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  private static func changes(
    _ stories: [EntryStory],
    in words: SessionWords
  ) -> [(label: String, phrase: Phrase)] {
    let phrases = EntryPhrases(words: words)
    return stories.filter { $0.isVoid || !$0.past.isEmpty }.flatMap { story in
      let time = words.clock.clock(story.observed.instant)
      let label = "\(story.isVoid ? "voided" : "†") #\(story.entry.number) \(time) "
      return phrases.lines(story).dropLast(story.isVoid ? 0 : 1).map { (label, $0) }
    }
  }

  private static func legend(_ lines: [VitalsCells]) -> [String] {
    var parts = [
      "▲ HIGH", "▼ LOW", "● FLAGGED", "? unverified", "– not entered", "[0] not usable, as written",
    ]
    if lines.contains(where: { $0.vitals.remark != nil }) {
      parts.append("14:05[1] remark, below the table")
    }
    if lines.contains(where: \.hasReason) { parts.append("–[1] not obtained, why") }
    if lines.contains(where: { !$0.story.past.isEmpty }) { parts.append("† corrected") }
    if lines.contains(where: \.story.isLate) { parts.append("L typed late") }
    let marks: [(mark: String, isMeant: (Source) -> Bool)] = [
      ("i imported", { if case .imported = $0 { true } else { false } }),
      ("p from paper", { $0 == .paper }),
      ("c copied from another session", { if case .copy = $0 { true } else { false } }),
    ]
    for (mark, isMeant) in marks where lines.contains(where: { isMeant($0.story.entry.source) }) {
      parts.append(mark)
    }
    if lines.contains(where: { $0.vitals.computedMeanTimesThree != nil }) {
      parts.append("MAP = (systolic + 2 × diastolic) / 3 where it was not given")
    }
    let hasBoth = lines.contains { line in
      line.vitals.readings[.meanArterial] != nil && line.vitals.computedMeanTimesThree != nil
    }
    if hasBoth { parts.append("111 (112) MAP as given (reckoned)") }
    if lines.contains(where: \.vitals.isConfusionExpected) {
      parts.append("C exp. new confusion, expected")
    }
    return parts
  }
}
