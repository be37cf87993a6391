/// What is missing from a note, an action, a check or a deferral.
package enum TextFault: Hashable, LineFaultText {
  case noteMissing
  case actionMissing
  case checkedByMissing
  case deferWhat
  case notDeferrable(String, near: String?)
  /// More than one thing in one line.
  case deferOne(String, String)
  case deferReasonMissing(String)

  var problem: String {
    switch self {
    case .noteMissing: "The note is empty."
    case .actionMissing: "What was done is missing after “do”."
    case .checkedByMissing: "Who checked is missing after “check”."
    case .deferWhat: "What is put off is missing after “defer”."
    case .notDeferrable(let typed, _): "“\(typed)” is nothing that can be put off."
    case .deferOne(let typed, let other): "“\(other)” is not understood after “defer \(typed)”."
    case .deferReasonMissing(let typed): "“defer \(typed)” does not say why."
    }
  }

  var remedy: String? {
    switch self {
    case .noteMissing: "Write the words after it, as note asks for water."
    case .actionMissing: "Write what was done, as do head up 30, deep breaths."
    case .checkedByMissing: "Write the second person's initials, as check LH."
    case .deferWhat: "Write what and why, as defer bp -- deep state, or defer set -- asleep."
    case .notDeferrable(_, let near?): "Did you mean defer \(near)? A reason follows --."
    case .notDeferrable(_, nil):
      "Write a vital sign, an effect, a scale or set, as defer bp -- deep state."
    case .deferOne(let typed, _):
      "Put off one thing a line, as defer \(typed) -- deep state, or the whole with defer set."
    case .deferReasonMissing(let typed): "Give a reason after --, as defer \(typed) -- deep state."
    }
  }
}
