import SessionRecord

extension LineParser {
  /// Who comes, goes or takes over, or where the session goes on; nil where the words say none of it.
  ///
  /// A protocol's own name of several words goes before: an effect may be called `room spins`.
  mutating func presence() throws(LineRefusal) -> Content? {
    guard let command = word?.lower, !beginsLongName else { return nil }
    switch command {
    case "arrives":
      place += 1
      return .presence(try arrival())
    case "leaves":
      place += 1
      let who = try clinician(orElse: .leavingMissing)
      try finish("leaves \(who)", takesRemark: false)
      return .presence(.leaves(who))
    case "handover":
      place += 1
      return .presence(.handover(try handover()))
    case "hand" where wordAfter?.lower == "over":
      place += 2
      return .presence(.handover(try handover()))
    case "room":
      place += 1
      return .assigned(room: try room())
    default: return nil
    }
  }

  /// Whether the next words are an effect or a medicine whose name has more than one word.
  private var beginsLongName: Bool {
    var effect = self
    if effect.takeEffectName() != nil, effect.place > place + 1 { return true }
    var medicine = self
    return medicine.takeListedMedicine() != nil && medicine.place > place + 1
  }

  private mutating func arrival() throws(LineRefusal) -> Presence {
    let who = try clinician(orElse: .arrivingMissing)
    if word?.lower == Arrival.asRole, wordAfter != nil { place += 1 }
    // In a correction, whose reason is given apart, `--` is a word of the change.
    let words = line.words[place..<end].prefix { !$0.isDash }
    let role = words.map(\.typed).joined(separator: " ")
    place += words.count
    try finish("arrives \(who)\(role.isEmpty ? "" : " \(role)")", takesRemark: false)
    return .arrives(who, role: role.isEmpty ? nil : role)
  }

  private mutating func handover() throws(LineRefusal) -> Handover {
    if word?.lower == Handover.towards, place < end {
      guard wordAfter != nil else { throw .presence(.takingOverMissing) }
      place += 1
    }
    let who = try clinician(orElse: .takingOverMissing)
    try finish("handover \(who)", takesRemark: true)
    return Handover(to: who, remark: remark)
  }

  private mutating func clinician(
    orElse missing: PresenceFault
  ) throws(LineRefusal) -> ClinicianCode {
    guard let initials = word?.typed else { throw .presence(missing) }
    place += 1
    return try checked { () throws(ValueRefusal) in try ClinicianCode(initials) }
  }

  private mutating func room() throws(LineRefusal) -> String {
    guard let word else { throw .presence(.roomMissing) }
    guard word.lower != "air" else { throw .presence(.roomAir) }
    guard Room.isWord(word.typed) else { throw .presence(.notARoom(word.typed)) }
    place += 1
    try finish("room \(word.typed)", takesRemark: false)
    return word.typed
  }
}

/// What stands in a line about an arrival.
private enum Arrival {
  /// The word that may stand before a role.
  static let asRole = "as"
}

extension Handover {
  /// The word that may stand before who takes over.
  fileprivate static let towards = "to"
}

/// How a room is typed in a line.
private enum Room {
  private static let longest = 20

  /// Whether it is one word of letters and digits, with hyphens and dots inside.
  static func isWord(_ text: String) -> Bool {
    guard text.count <= longest, let first = text.first, let last = text.last else { return false }
    let isPlain: (Character) -> Bool = { $0.isLetter || $0.isNumber }
    return isPlain(first) && isPlain(last)
      && text.allSatisfy { isPlain($0) || $0 == "-" || $0 == "." }
  }
}

extension Presence {
  /// The line that says it; what was read back at a handover is found anew when it is typed.
  var line: String? {
    switch self {
    case .arrives(let who, nil): return "arrives \(who)"
    case .arrives(let who, let role?):
      let isDoubled = role.lowercased().hasPrefix("\(Arrival.asRole) ")
      return "arrives \(who) \(isDoubled ? "\(Arrival.asRole) " : "")\(role)"
    case .leaves(let who): return "leaves \(who)"
    case .handover(let handover):
      guard handover.flags.isEmpty, handover.unverified.isEmpty, handover.due == nil else {
        return nil
      }
      let isDoubled = handover.to.text.lowercased() == Handover.towards
      return "handover \(isDoubled ? "\(Handover.towards) " : "")\(handover.to)"
        + afterDashes(handover.remark)
    }
  }

  /// The line of a change of room; nil for a name that a line cannot say.
  static func line(room: String) -> String? {
    Room.isWord(room) && room.lowercased() != "air" ? "room \(room)" : nil
  }
}
