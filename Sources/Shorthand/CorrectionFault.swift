/// What is wrong with a correction, a withdrawal or an acknowledgement.
package enum CorrectionFault: Hashable, LineFaultText {
  /// The command, and the word in the place of an entry's number.
  case whichEntry(String, String?)
  case reasonMissing(line: String)
  case nothingToChange(String)
  /// `fix` of something that is no entry: another command.
  case notAnEntry(String, String)
  /// Free text and reason both hold `--`.
  case whichDashes
  case voidTakesNothing(String, String)
  case undoTakesNothing(String)
  case whatWasDone(AcknowledgeTarget)
  case whichFlag(String)

  var problem: String {
    switch self {
    case .whichEntry(let command, nil): "Which entry to \(command) is missing."
    case .whichEntry(_, let typed?): "“\(typed)” is not the number of an entry."
    case .reasonMissing(let line): "“\(line)” gives no reason."
    case .nothingToChange: "What to change is missing."
    case .notAnEntry(let command, _): "“\(command)” cannot stand inside a fix."
    case .whichDashes: "There is more than one --, so where the reason begins is not clear."
    case .voidTakesNothing(_, let typed):
      "“\(typed)” is not understood after void: it takes a reason."
    case .undoTakesNothing: "“undo” takes nothing after it: it takes back your own last entry."
    case .whatWasDone: "What was done is missing."
    case .whichFlag(let typed): "“\(typed)” is not the number of a flag."
    }
  }

  var remedy: String? {
    switch self {
    case .whichEntry("void", _): "Write void 17 -- reason, or void last -- reason."
    case .whichEntry: "Write fix 17 hr 84 -- reason, or fix last hr 84 -- reason."
    case .reasonMissing(let line): "Give a reason after --, as \(line) -- digits transposed."
    case .nothingToChange(let target):
      "Write the new value or time, as fix \(target) hr 84 -- digits transposed."
    case .notAnEntry(_, let target): "Write what it should say, as fix \(target) hr 84 -- reason."
    case .whichDashes: "Write the text without --, and -- once before the reason."
    case .voidTakesNothing(let target, _): "Write void \(target) -- reason."
    case .undoTakesNothing(let target): "Write undo alone, or void \(target) -- reason."
    case .whatWasDone(.number(let number)):
      "Write it after the number, as ack \(number) head up, deep breaths."
    case .whatWasDone(.all): "Write it after all, as ack all head up, deep breaths."
    case .whatWasDone(.theOnlyOne): "Write it, as ack 3 head up, deep breaths."
    case .whichFlag: "Write the flag's number and what was done, as ack 3 head up, deep breaths."
    }
  }
}
