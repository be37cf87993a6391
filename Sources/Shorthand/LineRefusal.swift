package import SessionRecord

/// Why a line was not understood or not possible; nothing of it was stored.
package enum LineRefusal: Refusal, Hashable {
  case line(LineFault)
  case time(TimeFault)
  case vitals(VitalsFault)
  case effect(EffectFault)
  case dose(DoseFault)
  case infusion(InfusionFault)
  case scale(ScaleFault)
  case text(TextFault)
  case presence(PresenceFault)
  case correction(CorrectionFault)
  /// A value that cannot be recorded, whoever writes it.
  case value(ValueRefusal)

  package var kind: RefusalKind { .badInput }

  /// Every problem ends by saying that nothing was stored, where that is not plain anyway.
  package var problem: String {
    self == .line(.nothingEntered)
      ? fault.problem : "\(sentence(fault.problem)) Nothing was stored."
  }

  package var remedy: String? { fault.remedy }

  private var fault: any LineFaultText {
    switch self {
    case .line(let fault): fault
    case .time(let fault): fault
    case .vitals(let fault): fault
    case .effect(let fault): fault
    case .dose(let fault): fault
    case .infusion(let fault): fault
    case .scale(let fault): fault
    case .text(let fault): fault
    case .presence(let fault): fault
    case .correction(let fault): fault
    case .value(let refusal): ImpossibleValue(refusal)
    }
  }

  /// With a capital, unless it begins with what was typed or a name that has none.
  private func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}

/// What a fault says, without what all of them say.
protocol LineFaultText {
  var problem: String { get }
  var remedy: String? { get }
}

/// A value's own refusal, with what to type next.
private struct ImpossibleValue: LineFaultText {
  private let refusal: ValueRefusal

  init(_ refusal: ValueRefusal) { self.refusal = refusal }

  var problem: String { refusal.problem }

  var remedy: String? {
    switch refusal {
    case .impossible(.weight, let thousandths) where thousandths > 400_000:
      "Read it again. Pounds are typed as weight 158lb."
    case .impossible:
      "Read it again. If it is what was seen, write it in a note."
    case .ratingOutside: "Write n/10 with n from 0 to 10, as 6/10; or mild, mod or severe."
    case .amountOutside: "Write what was given, as 36 mg."
    case .durationOutside: "Write over and the time, as over 40 min."
    case .diastolicNotBelowSystolic, .meanOutsidePressures, .nothingMeasured,
      .onlyConfusionExpected,
      .notACode, .emptyText, .textTooLong, .noAnswer, .nothingNamed, .answeredTwice,
      .criterionUnmet,
      .nothingUnmet,
      .unmetWithoutReason, .readyMinuteOutside, .gateAnsweredTwice, .notADate, .minutesOutside:
      refusal.remedy
    }
  }
}
