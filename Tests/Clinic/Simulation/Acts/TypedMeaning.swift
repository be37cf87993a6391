import SessionRecord

/// What a typed line is meant to say.
enum TypedMeaning {
  case entry(Content, ago: TimeSpan?)
  /// The flag of that number; nil for the only one that is open.
  case acknowledge(FlagNumber?, text: String)
  /// Every open one that is not high.
  case acknowledgeAll(text: String)
  case fix(Int, change: Content?, ago: TimeSpan?, reason: String)
  case void(Int, reason: String)
  case undo
  /// A slip that nobody could take for anything.
  case slip
}

/// A line as it is typed, and what it is meant to say.
struct TypedLine {
  let text: String
  let meaning: TypedMeaning

  init(_ text: String, _ meaning: TypedMeaning) {
    self.text = text
    self.meaning = meaning
  }
}
