import SessionRecord

/// A dose, an amount and what happened to an infusion, in full words.
struct DoseText {
  let limits: Limits
  /// The weight of the day, in thousandths of a kilogram; without it nothing is said per kilogram.
  let weight: Int?

  func dose(_ dose: Dose) -> Phrase {
    var text = "\(dose.drug) \(bothWays(dose.amount)) \(dose.route.word)"
    if let minutes = dose.overMinutes { text += " over \(minutes)\u{A0}min" }
    var phrase = Phrase(text)
    if !dose.unverified.isEmpty { phrase += " ?" }
    if let remark = dose.remark { phrase += Phrase(" — \(remark)") }
    return phrase
  }

  func amount(_ amount: Amount) -> String {
    "\(decimal(amount.thousandths))\u{A0}\(amount.unit.text)"
  }

  /// `36 mg (0.5 mg/kg)`.
  func bothWays(_ amount: Amount) -> String {
    self.amount(amount) + (otherWay(amount).map { " (\($0.text))" } ?? "")
  }

  /// The same for a sum, in thousandths of a milligram, which may be more than one amount can be.
  func bothWays(milligramThousandths sum: Int) -> String {
    "\(decimal(sum))\u{A0}mg"
      + (perKilogram(milligramThousandths: sum).map { " (\($0.text))" } ?? "")
  }

  func infusion(_ event: InfusionEvent) -> Phrase {
    switch event {
    case .start: "infusion started"
    case .pause: "infusion paused"
    case .resume: "infusion resumed"
    case .rate(let amount, let per): "infusion rate \(self.amount(amount))/\(per.text)"
    case .stop(.amount(let amount)): "infusion stopped, given \(bothWays(amount))"
    case .stop(.notKnown): "infusion stopped, amount given not known"
    case .stop(.notSaid): "infusion stopped, amount given not said"
    }
  }

  /// An amount in the other way of giving it.
  struct OtherWay {
    let number: String
    let unit: String

    var text: String { "\(number)\u{A0}\(unit)" }
  }

  /// Per kilogram for what was typed as a mass, the mass for what was typed per kilogram.
  func otherWay(_ amount: Amount) -> OtherWay? {
    guard let weight, weight > 0 else { return nil }
    let typed = amount.thousandths
    switch amount.unit {
    case .millilitre, .unit: return nil
    case .milligram: return perKilogram(typed, weight)
    case .gram: return perKilogram(typed * 1_000, weight)
    case .microgram:
      let number = ExactNumber(typed * 1_000, over: weight).text(decimals: 2)
      return OtherWay(number: number, unit: "mcg/kg")
    case .milligramPerKilogram, .microgramPerKilogram:
      let number = ExactNumber(typed * weight, over: 1_000).text(decimals: 1)
      return OtherWay(
        number: number,
        unit: amount.unit == .milligramPerKilogram ? "mg" : "mcg"
      )
    }
  }

  /// A sum in thousandths of a milligram by kilogram; nil without a weight.
  func perKilogram(milligramThousandths sum: Int) -> OtherWay? {
    weight.flatMap { $0 > 0 ? perKilogram(sum, $0) : nil }
  }

  /// Thousandths of a milligram over thousandths of a kilogram, never shown on the other side of the
  /// protocol's most.
  private func perKilogram(_ milligramThousandths: Int, _ weight: Int) -> OtherWay {
    var over: [BrokenLimit] = []
    if let most = limits.mostMilligramsPerKilogram {
      over = [BrokenLimit(comparison: .over, numerator: most)]
    }
    let number = ExactNumber(milligramThousandths * 1_000, over: weight)
      .text(decimals: 2, limits: over)
    return OtherWay(number: number, unit: "mg/kg")
  }

  static func doubt(_ doubt: DoseDoubt) -> String {
    switch doubt {
    case .drug: "drug not on the protocol's list, or of the same class as its own"
    case .amount: "over the protocol's mg/kg"
    case .route: "not the protocol's route"
    }
  }
}
