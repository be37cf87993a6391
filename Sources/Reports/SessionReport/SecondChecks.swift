import SessionRecord

/// Who checked each dose: a check is of the newest dose that stood when it was entered.
struct SecondChecks {
  struct Check {
    let entry: EntryNumber
    let by: String
  }

  /// By the dose's entry, oldest first.
  private let checks: [EntryNumber: [Check]]

  init(_ chart: Chart) {
    var checks: [EntryNumber: [Check]] = [:]
    for entry in chart.entries where !entry.isVoid {
      guard case .check(let by) = entry.content,
        let dose = SecondChecks.dose(before: entry.number, in: chart)
      else { continue }
      checks[dose, default: []].append(Check(entry: entry.number, by: by))
    }
    self.checks = checks
  }

  subscript(dose: EntryNumber) -> [Check] { checks[dose] ?? [] }

  /// The dose that a check is of.
  func dose(checkedBy entry: EntryNumber) -> EntryNumber? {
    checks.first { $0.value.contains { $0.entry == entry } }?.key
  }

  /// `checked by LH`, or that nobody is entered.
  func phrase(of dose: EntryNumber) -> Phrase {
    let names = self[dose].map(\.by)
    guard !names.isEmpty else { return Phrase("no second check") }
    return Phrase("checked by \(names.joined(separator: ", "))")
  }

  private static func dose(before number: EntryNumber, in chart: Chart) -> EntryNumber? {
    chart.entries.last { entry in
      guard case .dose = entry.content, entry.number < number else { return false }
      return entry.voidedBy.map { $0 > number } ?? true
    }?.number
  }
}
