/// What is wrong with an infusion event.
package enum InfusionFault: Hashable, LineFaultText {
  /// A verb that is not followed by `infusion`, and what follows it instead.
  case ofWhat(String, String?)
  /// `infusion` first, and the word after it.
  case verbFirst(String?)
  case rateWithoutTime(String)
  case givenWhat
  /// An amount after `stop infusion` without `given`.
  case sayGiven(String)

  var problem: String {
    switch self {
    case .ofWhat(let verb, nil): "\(verb) what?"
    case .ofWhat(let verb, let words?): "“\(verb) \(words)” is not understood."
    case .verbFirst: "What happened to the infusion stands before the word."
    case .rateWithoutTime(let amount): "A rate of \(amount) needs its time."
    case .givenWhat: "The amount that was given is missing."
    case .sayGiven(let amount): "“\(amount)” after “stop infusion” does not say what it is."
    }
  }

  var remedy: String? {
    switch self {
    case .ofWhat("rate", _): "Write rate infusion 20 mg/h."
    case .ofWhat(let verb, nil): "Write \(verb) infusion."
    case .ofWhat(let verb, let words?):
      "Write \(verb) infusion, or as a note: note \(verb) \(words)"
    case .verbFirst("rate"): "Write rate infusion 20 mg/h."
    case .verbFirst(let verb?): "Write \(verb) infusion."
    case .verbFirst(nil):
      "Write start, pause, resume or stop infusion, or rate infusion 20 mg/h."
    case .rateWithoutTime(let amount): "Write rate infusion \(amount)/h, or \(amount)/min."
    case .givenWhat: "Write stop infusion given 36 mg, or stop infusion given not known."
    case .sayGiven(let amount): "Write stop infusion given \(amount)"
    }
  }
}
