/// What the sections of a report are written on: lines of text, or a page of HTML.
///
/// A section writes every fact once, and so says the same on both; each sheet gives tables its own form.
protocol Sheet {
  /// A heading over what follows.
  mutating func heading(_ words: Phrase)
  /// A paragraph, or a line of a list where it has a label.
  mutating func add(_ phrase: Phrase, after label: Phrase, indent: Int)
  /// A legend, or another line that explains what stands above it.
  mutating func small(_ phrase: Phrase)
  mutating func add(_ table: Table)
  /// A long table whose first columns only label a row: rows next to each other that are otherwise the
  /// same may stand as one, from the first to the last.
  mutating func add(_ table: Table, labels: Int)
  mutating func add(_ entries: EntryRows)
  mutating func add(_ flags: FlagTable)
  mutating func add(_ sets: VitalsTable)
  mutating func add(_ corrections: CorrectionTable)
  /// With what is said below them, in small letters.
  mutating func add(_ criteria: CriteriaTable, below remark: Phrase)
}

extension Sheet {
  mutating func add(_ phrase: Phrase) { add(phrase, after: "", indent: 0) }
  mutating func add(_ phrase: Phrase, after label: Phrase) { add(phrase, after: label, indent: 0) }
  mutating func add(_ phrase: Phrase, indent: Int) { add(phrase, after: "", indent: indent) }
}
