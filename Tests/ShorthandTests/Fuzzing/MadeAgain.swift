import SessionRecord
import Shorthand

extension Content {
  /// Whether its own initialisers make the same value again, with no text empty.
  var isMadeAgain: Bool {
    get throws {
      switch self {
      case .vitals(let vitals): try vitals.isMadeAgain
      case .effect(let effect):
        if case .rating(let rating)? = effect.grade {
          try Grade(rating: rating) == effect.grade && effect.remark != ""
        } else {
          effect.remark != ""
            && !(effect.name.isCircumstance && (effect.grade != nil || effect.distressing))
        }
      case .dose(let dose):
        try dose
          == Dose(
            drug: dose.drug,
            amount: Amount(thousandths: dose.amount.thousandths, dose.amount.unit),
            route: dose.route,
            overMinutes: dose.overMinutes,
            remark: dose.remark
          )
          && !dose.drug.isEmpty && dose.unverified.isEmpty && dose.remark != ""
      case .infusion(.rate(let amount, _)), .infusion(.stop(.amount(let amount))):
        try amount == Amount(thousandths: amount.thousandths, amount.unit)
      case .waste(let waste):
        try waste.amount == Amount(thousandths: waste.amount.thousandths, waste.amount.unit)
          && (waste.witness.map { try ClinicianCode($0).text == waste.witness } ?? true)
      case .infusion: true
      case .check(let by): try ClinicianCode(by).text == by
      case .scale(let score): score.isMadeAgain
      case .action(let text), .note(let text): !text.isEmpty
      case .mark(let text): text != ""
      case .deferred(let deferral): !deferral.reason.isEmpty && deferral.subject != .scale("")
      case .presence(.arrives(_, let role)): role != ""
      case .presence(.leaves): true
      case .presence(.handover(let handover)):
        handover == Handover(to: handover.to, remark: handover.remark) && handover.remark != ""
      case .assigned(let room): !room.isEmpty && room.lowercased() != "air" && line() != nil
      case .opened, .acknowledgement, .verification, .amendment, .void, .closed, .leaving,
        .screening, .review, .addendum, .followUp, .course, .moved, .clockStep:
        false
      }
    }
  }
}

extension Vitals {
  fileprivate var isMadeAgain: Bool {
    get throws {
      for reading in readings.values {
        switch reading {
        case .measured(let quantity, let verified):
          let again = try Quantity(
            quantity.sign,
            thousandths: quantity.thousandths,
            entered: quantity.entered
          )
          guard again == quantity, verified else { return false }
        case .notObtained(let reason):
          guard !reason.isEmpty else { return false }
        case .notUsable: return false
        case .unrecordable, .roomAir: break
        }
      }
      return try Vitals(readings, isConfusionExpected: isConfusionExpected, remark: remark) == self
        && remark != ""
    }
  }
}

extension ScaleScore {
  /// Whether it is in the range of its scale, and the score of its items where it has any.
  fileprivate var isMadeAgain: Bool {
    let name = scale.hasPrefix("nrs-") ? "nrs" : scale
    guard let listed = SampleScales.all.first(where: { $0.name == name }), listed.sign == nil,
      listed.range.contains(score), of == nil || of == listed.range.upperBound, remark != ""
    else { return false }
    return items.isEmpty
      ? listed.scoring == .total : of == nil && listed.score(of: items) == score
  }
}
