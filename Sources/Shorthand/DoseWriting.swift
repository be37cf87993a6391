import SessionRecord

extension Dose {
  var line: String {
    let time = overMinutes.map { " over \($0) min" } ?? ""
    return "give \(drug) \(amount.typed) \(route.word)\(time)\(afterDashes(remark))"
  }
}

extension InfusionEvent {
  var line: String {
    switch self {
    case .start: "start infusion"
    case .pause: "pause infusion"
    case .resume: "resume infusion"
    case .rate(let amount, let per): "rate infusion \(amount.typed)/\(per.text)"
    case .stop(.notSaid): "stop infusion"
    case .stop(.notKnown): "stop infusion given not known"
    case .stop(.amount(let amount)): "stop infusion given \(amount.typed)"
    }
  }
}

extension Waste {
  var line: String? {
    switch amount.unit {
    case .milligram, .microgram, .gram, .millilitre, .unit:
      "waste \(amount.typed)" + (witness.map { " witness \($0)" } ?? "")
    case .milligramPerKilogram, .microgramPerKilogram: nil
    }
  }
}
