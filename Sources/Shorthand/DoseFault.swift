/// What is wrong with a dose or an amount.
package enum DoseFault: Hashable, LineFaultText {
  case drugMissing(String?)
  /// A word that only begins listed names, and what follows it in the line.
  case abbreviation(String, names: [String], rest: String)
  case amountMissing(String, write: String)
  case unitMissing(String, write: String)
  case wrongUnit(String, write: String?)
  case writeNumber(String, as: String)
  case notDigits(String, write: String?)
  /// *write* is the dose by the protocol's own route; nil for another drug than its own.
  case routeMissing(String, write: String?)
  case notARoute(String, write: String?)
  case notADuration(String)
  case wastePerKilogram(String)
  case witnessMissing(String)
  /// Words after a waste that do not begin with `witness`.
  case witnessWord(String, after: String)

  private static let routes =
    "iv, im, intranasal, oral, sublingual, subcutaneous, inhaled, rectal or transdermal"

  var problem: String {
    switch self {
    case .drugMissing(nil): "What was given is missing."
    case .drugMissing(let typed?): "“\(typed)” is not the name of a drug."
    case .abbreviation(let drug, _, _): "“\(drug)” is not a full drug name."
    case .amountMissing(let what, _): "The amount is missing after “\(what)”."
    case .unitMissing(let what, _): "The unit is missing after “\(what)”."
    case .wrongUnit(let typed, _): "“\(typed)” is not a unit that doses are written in."
    case .writeNumber(let typed, _): "“\(typed)” is misread too easily."
    case .notDigits(let typed, _): "“\(typed)” is not an amount in plain digits."
    case .routeMissing(let dose, _): "The route is missing after “\(dose)”."
    case .notARoute(let typed, _): "“\(typed)” is not understood as a route."
    case .notADuration(let typed): "“\(typed)” is not a time to give it over."
    case .wastePerKilogram(let typed): "\(typed) cannot be thrown away: it is not an amount."
    case .witnessMissing(let waste): "Who saw it is missing after “\(waste) witness”."
    case .witnessWord(let words, let waste):
      "“\(words)” is not understood after “\(waste)”."
    }
  }

  var remedy: String? {
    switch self {
    case .drugMissing:
      "Write the full drug name, amount, unit and route, as give ketamine 36 mg iv over 40 min."
    case .abbreviation(_, let names, let rest):
      "Write the full drug name: \(names.map { "\($0) \(rest)" }.joined(separator: ", or "))"
    case .amountMissing(_, let write): "Write the amount with its unit, as \(write)."
    case .unitMissing(_, let write):
      "Write mg, mcg, g, ml, units, mg/kg or mcg/kg after the number, as \(write)."
    case .wrongUnit(_, let write?): "Write \(write)."
    case .wrongUnit(_, nil): "Write mg, mcg, g, ml, units, mg/kg or mcg/kg."
    case .writeNumber(_, let right): "Write \(right)."
    case .notDigits(_, let write?): "Write \(write)."
    case .notDigits(_, nil): "Write it with the digits 0 to 9, as 36 or 0.5."
    case .routeMissing(_, let write?): "Write the route, as \(write)."
    case .routeMissing(let dose, nil): "Write the route after “\(dose)”: \(DoseFault.routes)."
    case .notARoute(_, let write?): "Write \(write) as the route."
    case .notARoute(_, nil):
      "Write \(DoseFault.routes)."
    case .notADuration: "Write over and a time, as over 40 min or over 1 h."
    case .wastePerKilogram: "Write what was thrown away in mg, mcg, g or ml, as waste 14 mg."
    case .witnessMissing(let waste): "Write the second person's initials, as \(waste) witness LH."
    case .witnessWord(_, let waste):
      "Write \(waste) alone, or with who saw it thrown away, as \(waste) witness LH."
    }
  }
}
