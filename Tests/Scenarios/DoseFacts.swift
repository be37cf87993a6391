import Monitoring
import SessionRecord

extension Facts {
  /// What is to be said for a statement about doses; nil for any other.
  func ofDoses(_ statement: Expectation.Statement) -> String? {
    switch statement.word {
    case "given":
      let number = statement.value.prefix { $0 != " " }
      let given = file.exposure.given.first { dose in
        (dose.dose ?? dose.start).map { "#\($0)" == number } ?? false
      }
      return given.map { "\(number) \(text($0))" } ?? "\(number) gave nothing"
    case "total":
      let drug = String(statement.value.prefix { $0 != " " })
      let totals = file.exposure.totals.filter { $0.drug == drug }.map(text)
      return totals.isEmpty ? "no \(drug)" : totals.joined(separator: "; ")
    case "no total":
      let totals = file.exposure.totals.filter { $0.drug == statement.value }.map(text)
      return totals.isEmpty ? statement.value : totals.joined(separator: "; ")
    default: return nil
    }
  }

  /// `ketamine intravenous 36 mg over 40 min, given 12 mg, ended 13:52`.
  private func text(_ dose: GivenDose) -> String {
    var text = dose.drug
    if let route = dose.route { text += " \(route.word)" }
    if let planned = dose.planned { text += " \(self.text(planned))" }
    if let minutes = dose.overMinutes { text += " over \(minutes) min" }
    switch dose.given {
    case .amount(let amount): text += ", given \(self.text(amount))"
    case .running: text += dose.isPaused ? ", paused" : ", running"
    case .endNotRecorded: text += ", end not recorded"
    case .notSaid: text += ", given not said"
    case .notKnown: text += ", given not known"
    }
    for pause in dose.pauses {
      text += ", paused \(clock.text(pause.from))"
      if let to = pause.to { text += " to \(clock.text(to))" }
    }
    if dose.isInfusion, let ended = dose.ended { text += ", ended \(clock.text(ended))" }
    return text + (dose.isUnverified ? ", unverified" : "")
  }

  /// `esketamine intranasal 84 mg in 3, 1 not counted`.
  private func text(_ total: DoseTotal) -> String {
    var text = total.drug
    if let route = total.route { text += " \(route.word)" }
    text +=
      total.milligramThousandths.map { " \(decimal($0)) mg in \(total.count)" } ?? " not known"
    if total.uncounted > 0 { text += ", \(total.uncounted) not counted" }
    return text + (total.isUnverified ? ", unverified" : "")
  }

  private func text(_ amount: Amount) -> String {
    "\(decimal(amount.thousandths)) \(amount.unit.text)"
  }
}
