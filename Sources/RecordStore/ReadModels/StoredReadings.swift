import GRDB
import SessionRecord

extension ReadModels {
  /// The measured values of the sets that these entries made or changed.
  func storeReadings(touchedBy new: [Entry]) throws {
    var touched: [EntryNumber] = []
    for entry in new {
      switch entry.content {
      case .vitals: touched.append(entry.number)
      case .amendment(let amendment): touched.append(chart.original(of: amendment.entry))
      case .verification(let number): touched.append(chart.original(of: number))
      case .void(let void):
        let original = chart.original(of: void.entry)
        touched.append(original)
        if case .verification(let number)? = chart[original]?.content {
          touched.append(chart.original(of: number))
        }
      case .opened, .effect, .dose, .infusion, .check, .waste, .scale, .action, .note, .mark,
        .deferred, .acknowledgement, .closed, .leaving, .screening, .presence, .assigned, .review,
        .addendum, .followUp, .course, .moved, .clockStep:
        break
      }
    }
    let first = new.first?.number
    touched.sort()
    for (place, number) in touched.enumerated()
    where place == 0 || touched[place - 1] != number {
      if let first, number < first { try forgetReadings(of: number) }
      if let entry = chart[number] { try storeReadings(of: entry) }
    }
  }

  private func forgetReadings(of entry: EntryNumber) throws {
    try database.run(
      "DELETE FROM reading WHERE session = ? AND entry = ?",
      [number.value, entry.value]
    )
  }

  private func storeReadings(of entry: ChartEntry) throws {
    guard case .vitals(let vitals) = entry.content else { return }
    for sign in vitals.signs {
      guard case .measured(let quantity, let verified)? = vitals.readings[sign] else { continue }
      try database.run(
        """
        INSERT INTO reading (session, entry, sign, value, verified, observed_ms, standing)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [
          number.value, entry.number.value, sign.rawValue, quantity.thousandths,
          verified || entry.verifiedBy != nil, entry.observed.instant.milliseconds, !entry.isVoid,
        ]
      )
    }
  }
}
