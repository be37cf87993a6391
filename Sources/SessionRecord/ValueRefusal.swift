/// Why a value cannot be recorded.
package enum ValueRefusal: Refusal, Hashable {
  case impossible(VitalSign, thousandths: Int)
  case diastolicNotBelowSystolic(Int, Int)
  case meanOutsidePressures(Int)
  case nothingMeasured
  case onlyConfusionExpected
  case ratingOutside(Int)
  case amountOutside
  case durationOutside(Int)
  case notACode(what: String, String)
  case emptyText(what: String)
  case textTooLong(what: String, limit: Int)
  case noAnswer
  case nothingNamed
  case answeredTwice(CriterionID)
  case criterionUnmet(CriterionID)
  case nothingUnmet
  case unmetWithoutReason(CriterionID)
  case readyMinuteOutside(Int)
  case gateAnsweredTwice(GateID)
  case notADate(String)
  case minutesOutside(Int)

  package var kind: RefusalKind { .badInput }

  package var problem: String {
    switch self {
    case .impossible(let sign, let thousandths):
      "\(sign.name) \(decimal(thousandths)) is not possible (\(possible(sign)))."
    case .diastolicNotBelowSystolic(let systolic, let diastolic):
      "Diastolic is not below systolic in \(systolic)/\(diastolic)."
    case .meanOutsidePressures(let mean):
      "A mean pressure of \(mean) does not lie between diastolic and systolic."
    case .nothingMeasured: "There is no reading in this set."
    case .onlyConfusionExpected: "Only confusion (C) can be expected of the drug."
    case .ratingOutside(let rating): "\(rating)/10 is outside 0 to 10."
    case .amountOutside: "An amount must be more than nothing, and at most 1000000."
    case .durationOutside(let minutes): "\(minutes) minutes is outside 1 to 1440."
    case .notACode(let what, let text): "“\(text)” cannot be a \(what)."
    case .emptyText(let what): "The \(what) is empty."
    case .textTooLong(let what, let limit): "The \(what) is longer than \(limit) characters."
    case .noAnswer: "No criterion is answered."
    case .nothingNamed: "Nothing is named."
    case .answeredTwice(let criterion): "The criterion \(criterion) is answered twice."
    case .criterionUnmet(let criterion):
      "The criterion \(criterion) is not met, so not every criterion is."
    case .nothingUnmet: "Every criterion is met, so there is nothing to give a reason for."
    case .unmetWithoutReason(let criterion):
      "The criterion \(criterion) is not met, and no reason is given."
    case .readyMinuteOutside(let minute): "Minute \(minute) is outside 0 to 1440."
    case .gateAnsweredTwice(let gate): "The question \(gate) is answered twice."
    case .notADate(let text): "“\(text)” is not a date."
    case .minutesOutside(let minutes): "\(minutes) minutes is outside 1 to 1440."
    }
  }

  package var remedy: String? {
    switch self {
    case .impossible: nil
    case .diastolicNotBelowSystolic(let systolic, let diastolic):
      systolic < diastolic ? "\(diastolic)/\(systolic)?" : "Read the cuff again."
    case .meanOutsidePressures: "Write systolic/diastolic(mean), as 148/92(111)."
    case .onlyConfusionExpected: "Write C expected, or the level alone: V, P or U."
    case .nothingMeasured, .ratingOutside, .amountOutside, .durationOutside: nil
    case .notACode(let what, _):
      what == "patient code"
        ? "Use 1 to 32 letters, digits, - _ or ., as P-014."
        : "Use 1 to 32 letters or digits without spaces, as KO."
    case .emptyText, .textTooLong: nil
    case .noAnswer, .nothingNamed, .answeredTwice, .criterionUnmet, .nothingUnmet,
      .unmetWithoutReason,
      .readyMinuteOutside, .gateAnsweredTwice, .minutesOutside:
      nil
    case .notADate: "Write year-month-day, as 2026-11-19."
    }
  }

  private func possible(_ sign: VitalSign) -> String {
    let range = PlausibleRange.possible(sign)
    return "\(decimal(range.lowerBound)) to \(decimal(range.upperBound))\(sign.unitSuffix)"
  }
}

/// Thousandths as a decimal number without needless zeros: 36600 is `36.6`, 84000 is `84`.
package func decimal(_ thousandths: Int) -> String {
  let sign = thousandths < 0 ? "-" : ""
  let size = abs(thousandths)
  guard size % 1_000 != 0 else { return sign + String(size / 1_000) }
  var fraction = padded(size % 1_000, 3)
  while fraction.hasSuffix("0") { fraction.removeLast() }
  return sign + String(size / 1_000) + "." + fraction
}
