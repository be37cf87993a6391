import SessionRecord

/// Reads the words of one line, from the left; each kind of entry is an extension of its own.
struct LineParser {
  let line: Line
  let context: LineContext
  var place: Int
  /// Where the words end: at the first `--`, or with the line.
  let end: Int
  /// What stands after `--`; nil without one, empty where nothing follows it.
  let tail: String?
  /// Whether it reads the change of a `fix`, where `tail` is why.
  let isCorrection: Bool

  init(_ line: Line, in context: LineContext) {
    self.line = line
    self.context = context
    place = 0
    let dash = line.dash(from: 0)
    end = dash ?? line.words.count
    tail = dash.map(line.tail(after:))
    isCorrection = false
  }

  /// Reads the change of a correction whose reason was given apart.
  init(_ line: Line, in context: LineContext, correctingBecause reason: String) {
    self.init(line, in: context, from: 0, to: line.words.count, tail: reason)
  }

  /// Reads the change of a correction inside a longer line.
  private init(_ line: Line, in context: LineContext, from place: Int, to end: Int, tail: String?) {
    self.line = line
    self.context = context
    self.place = place
    self.end = end
    self.tail = tail
    isCorrection = true
  }

  /// The next word, before any `--`.
  var word: Line.Word? { place < end ? line.words[place] : nil }

  /// The word after the next.
  var wordAfter: Line.Word? { place + 1 < end ? line.words[place + 1] : nil }

  /// What stands after `--` as a remark; in a correction it is the reason of the correction instead.
  var remark: String? {
    guard !isCorrection, let tail, !tail.isEmpty else { return nil }
    return tail
  }

  /// What stands after `--` as a reason: in a correction, its own.
  var reason: String? { tail.flatMap { $0.isEmpty ? nil : $0 } }

  /// All of the line from here, `--` included; in a correction up to its `--`.
  var freeText: String { line.text(place..<(isCorrection ? end : line.words.count)) }

  /// The line as it would be typed as a note; nil for a correction.
  var asNote: String? {
    guard !isCorrection else { return nil }
    if let first = line.words.first, first.typed.hasPrefix("@"), line.words.count > 1 {
      return "\(first.typed) note \(line.text(1..<line.words.count))"
    }
    return "note \(line.trimmed)"
  }

  /// The same line from here on, read as the change of a correction.
  var correction: LineParser {
    LineParser(line, in: context, from: place, to: end, tail: tail)
  }

  // MARK: - The whole line

  mutating func typedLine() throws(LineRefusal) -> TypedLine {
    let observed = try observedTime()
    guard let command = word else {
      if let typed = line.words.first?.typed, observed != nil { throw .time(.alone(typed)) }
      throw .line(.notUnderstood(word: "--", near: nil, note: asNote))
    }
    switch command.lower {
    case "ack":
      place += 1
      return try acknowledgement(observed: observed)
    case "fix":
      if observed != nil { throw .time(.beforeFix) }
      place += 1
      return try fix()
    case "void":
      if observed != nil { throw .time(.notTaken(by: "void")) }
      place += 1
      return try void()
    case "undo":
      if observed != nil { throw .time(.notTaken(by: "undo")) }
      place += 1
      return try undo()
    default:
      let (content, hint) = try content()
      return .entry(content, observed: observed, hint: hint)
    }
  }

  /// The entry from here to the end, and what to say beside it.
  mutating func content() throws(LineRefusal) -> (content: Content, hint: String?) {
    guard let command = word else {
      throw .line(.notUnderstood(word: "--", near: nil, note: asNote))
    }
    if let quote = command.typed.first, "'‘’".contains(quote) {
      return (try quotedNote(), nil)
    }
    switch command.lower {
    case "note", "do", "mark":
      place += 1
      return (try text(of: command.lower), nil)
    default: break
    }
    if let joined = line.words[place..<end].first(where: \.isJoinedDash) {
      throw .line(.joinedDash(joined.typed))
    }
    switch command.lower {
    case "check":
      place += 1
      return (try check(), nil)
    case "waste":
      place += 1
      return (try waste(), nil)
    case "defer":
      place += 1
      return (try deferral(), nil)
    case "scale":
      place += 1
      return (try scale(), nil)
    case "start", "pause", "resume", "stop", "rate":
      place += 1
      return (try infusion(command.lower), nil)
    case "infusion":
      let verb = wordAfter.flatMap { LineParser.infusionVerbs.contains($0.lower) ? $0.lower : nil }
      throw .infusion(.verbFirst(verb))
    case "give":
      place += 1
      return try dose(mayBeUnlistedWords: true)
    default: break
    }
    if let presence = try presence() { return (presence, nil) }
    if let effect = try effect() { return (effect, gradeQuestion(effect)) }
    if beginsVitals { return (try vitals(), nil) }
    if beginsDose { return try dose(mayBeUnlistedWords: false) }
    throw notUnderstood(command)
  }

  private static let infusionVerbs: Set<String> = ["start", "pause", "resume", "stop", "rate"]

  /// Takes a word that begins with `@`.
  mutating func observedTime() throws(LineRefusal) -> Stamp? {
    guard let typed = word?.typed, typed.hasPrefix("@") else { return nil }
    let stamp = try ObservedTime(typed).stamp(in: context, inFix: isCorrection)
    place += 1
    return stamp
  }

  /// Refuses a word that is left over, or a remark where the entry has no place for one.
  func finish(_ entry: String, takesRemark: Bool) throws(LineRefusal) {
    if let word {
      throw .line(
        takesRemark && !isCorrection
          ? .leftOverRemark(line.text(place..<end), after: entry)
          : .leftOver(word.typed, after: entry, note: asNote)
      )
    }
    if !takesRemark, !isCorrection, let tail {
      throw .line(.remarkNotTaken(entry, remark: tail))
    }
  }
}

/// The value, or the line refusal that its own refusal becomes.
func checked<Value>(
  _ make: () throws(ValueRefusal) -> Value
) throws(LineRefusal) -> Value {
  do {
    return try make()
  } catch {
    throw .value(error)
  }
}
