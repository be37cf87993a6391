import SessionRecord

extension LineParser {
  /// A correction, after `fix`.
  mutating func fix() throws(LineRefusal) -> TypedLine {
    guard let typed = word?.typed, let target = EntryTarget(typed) else {
      throw .correction(.whichEntry("fix", word?.typed))
    }
    place += 1
    guard reason != nil else {
      throw .correction(.reasonMissing(line: line.text(0..<end)))
    }
    var change = correction
    if let command = change.wordAfterTime, LineParser.takesFreeText(command),
      let first = line.dash(from: place), line.dash(from: first + 1) != nil
    {
      throw .correction(.whichDashes)
    }
    return try change.fix(target)
  }

  /// What a correction changes, from here on: a time, an entry, or both.
  mutating func fix(_ target: EntryTarget) throws(LineRefusal) -> TypedLine {
    guard let reason else { throw .correction(.reasonMissing(line: line.trimmed)) }
    let observed = try observedTime()
    guard let command = word else {
      guard observed != nil else { throw .correction(.nothingToChange(target.text)) }
      return .fix(target, change: nil, observed: observed, reason: reason)
    }
    switch command.lower {
    case "fix", "void", "undo", "ack":
      throw .correction(.notAnEntry(command.lower, target.text))
    default: break
    }
    let change = try content().content
    return .fix(target, change: change, observed: observed, reason: reason)
  }

  /// A withdrawal, after `void`.
  mutating func void() throws(LineRefusal) -> TypedLine {
    guard let typed = word?.typed, let target = EntryTarget(typed) else {
      throw .correction(.whichEntry("void", word?.typed))
    }
    place += 1
    if let word { throw .correction(.voidTakesNothing(target.text, word.typed)) }
    guard let reason else { throw .correction(.reasonMissing(line: line.text(0..<end))) }
    return .void(target, reason: reason)
  }

  /// Taking back one's own last entry: the word alone.
  func undo() throws(LineRefusal) -> TypedLine {
    guard word == nil, tail == nil else {
      let target = word.flatMap { EntryTarget($0.typed) } ?? .last
      throw .correction(.undoTakesNothing(target.text))
    }
    return .undo
  }

  /// What was done about a flag, after `ack`; the rest of the line, `--` included.
  mutating func acknowledgement(observed: Stamp?) throws(LineRefusal) -> TypedLine {
    let target = try acknowledgeTarget()
    let text = freeText
    guard !text.isEmpty else { throw .correction(.whatWasDone(target)) }
    return .acknowledge(target, text: text, observed: observed)
  }

  private mutating func acknowledgeTarget() throws(LineRefusal) -> AcknowledgeTarget {
    guard let first = word else { return .theOnlyOne }
    if first.lower == "all" {
      place += 1
      return .all
    }
    guard first.typed.hasPrefix("#") || first.typed.first?.isNumber == true else {
      return .theOnlyOne
    }
    guard case .number(let number)? = EntryTarget(first.typed) else {
      throw .correction(.whichFlag(first.typed))
    }
    place += 1
    return .number(FlagNumber(number.value))
  }

  // MARK: - What follows

  /// The next word, or the one after it where that is a time.
  private var wordAfterTime: String? {
    word?.typed.hasPrefix("@") == true ? wordAfter?.lower : word?.lower
  }

  private static func takesFreeText(_ command: String) -> Bool {
    switch command {
    case "note", "do", "mark": true
    default: command.first.map { "'‘’".contains($0) } ?? false
    }
  }
}
