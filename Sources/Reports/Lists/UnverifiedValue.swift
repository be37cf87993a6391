import SessionRecord

/// A value, or a dose, that waits to be typed again.
struct UnverifiedValue {
  let entry: EntryNumber
  let observed: Instant
  /// The sign's name or the drug.
  let name: String
  /// As it was typed: `HR 172/min`.
  let text: String
}

extension SessionWords {
  /// By the log's order, sign by sign.
  var unverifiedValues: [UnverifiedValue] {
    chart.entries.filter { !$0.isVoid && $0.verifiedBy == nil }.flatMap(unverified)
  }

  private func unverified(_ entry: ChartEntry) -> [UnverifiedValue] {
    func value(_ name: String, _ text: String) -> UnverifiedValue {
      UnverifiedValue(
        entry: entry.number,
        observed: entry.observed.instant,
        name: name,
        text: text
      )
    }
    switch entry.content {
    case .vitals(let vitals):
      return vitals.unverified.compactMap { sign in
        vitals.value(sign).map {
          value(sign.name, "\(sign.shortName)\u{A0}\(values.value($0))")
        }
      }
    case .dose(let dose) where !dose.unverified.isEmpty:
      let doses = DoseText(limits: values.limits, weight: weight?.thousandths)
      return [value(dose.drug, doses.dose(dose.doubted([])).text)]
    default: return []
    }
  }
}
