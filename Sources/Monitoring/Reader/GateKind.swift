/// The kinds of gates as a protocol's text names them.
enum GateKind: String, CaseIterable {
  case answer, age, consent, tests, scores, contact, rules

  /// The keys that only gates of this kind have.
  var keys: [String] {
    switch self {
    case .answer: ["clear", "words", "valid"]
    case .age: ["years"]
    case .consent: ["days", "offLabel"]
    case .tests: ["tests", "days"]
    case .scores: ["scales", "days"]
    case .contact: []
    case .rules: ["rules", "repeatAfter"]
    }
  }
}
