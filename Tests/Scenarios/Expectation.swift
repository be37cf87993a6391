import SessionRecord

/// What a story has to come to, worked out by hand from the protocol.
///
/// Everything after `# ` is a comment, and holds the arithmetic.
struct Expectation {
  /// A statement: a word of the vocabulary, and what is said of it.
  struct Statement {
    let word: String
    let value: String
  }

  /// One flag: `flag 1 bp.sys.rise high`, and what is stated of it.
  struct ExpectedFlag {
    let number: Int
    let rule: String
    let priority: String
    var statements: [Statement] = []

    func values(_ word: String) -> [String] { statements.filter { $0.word == word }.map(\.value) }
  }

  /// One session as it stands at one moment.
  struct Section {
    let session: Int
    /// Nil for the end of the story.
    let asOf: Instant?
    let title: String
    var statements: [Statement] = []
    var flags: [ExpectedFlag] = []
  }

  private(set) var sections: [Section] = []

  /// The vocabulary; whatever is not in it is refused, so that no statement is passed over.
  static let sessionWords = [
    "state", "time zero", "no time zero", "baseline sets", "baseline", "no baseline", "highest",
    "lowest", "entries", "late", "void", "amended", "verified", "unverified", "effect",
    "slots", "slot", "no slot", "kept", "due", "nothing due", "next",
    "criterion", "rests on", "criteria", "all met", "decision", "no decision", "unmet criteria",
    "unmet", "escort", "instructions", "ready minute", "given", "total", "no total",
    "news2",
  ]
  static let flagWords = [
    "raised", "known", "limit", "readings", "peak", "state", "back inside", "acknowledged",
    "retracted", "stop criterion",
  ]

  init(_ text: String, clock: StoryClock) throws {
    for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      do {
        try read(String(line).withoutComment, clock: clock)
      } catch let defect as StoryDefect {
        throw StoryDefect("expected.txt:\(place + 1): \(defect)")
      }
    }
    for section in sections {
      guard section.statements.contains(where: { $0.word == "state" }) else {
        throw StoryDefect("expected.txt: \(section.title) does not say the session's state")
      }
      for flag in section.flags where flag.values("raised").isEmpty || flag.values("state").isEmpty
      {
        throw StoryDefect("expected.txt: \(section.title), flag \(flag.number): raised and state?")
      }
    }
  }

  private mutating func read(_ line: String, clock: StoryClock) throws {
    guard !line.isEmpty else { return }
    if let rest = line.after("session ") {
      let words = rest.components(by: rest.contains(" as of ") ? " as of " : " at the ")
      guard words.count == 2, let number = Int(words[0]) else {
        throw StoryDefect("write: session 1 as of 14:12, or session 1 at the end")
      }
      let asOf = words[1] == "end" ? nil : try clock.instant(words[1])
      sections.append(Section(session: number, asOf: asOf, title: line))
    } else if let rest = line.after("flag ") {
      // What is stated of it may stand on the same line: `flag 1 overdue.bp medium, raised …`.
      let parts = rest.components(by: ", ")
      let words = parts[0].split(separator: " ").map(String.init)
      guard words.count == 3, let number = Int(words[0]), Priority(word: words[2]) != nil else {
        throw StoryDefect("write: flag 1 bp.sys.rise high")
      }
      try change {
        $0.flags.append(ExpectedFlag(number: number, rule: words[1], priority: words[2]))
      }
      for part in parts.dropFirst() { try state(part) }
    } else {
      try state(line)
    }
  }

  private mutating func state(_ line: String) throws {
    let isOfFlag = sections.last?.flags.isEmpty == false
    let words = isOfFlag ? Expectation.flagWords : Expectation.sessionWords
    guard let word = words.first(where: { line == $0 || line.hasPrefix($0 + " ") }) else {
      throw StoryDefect("not understood: \(line)")
    }
    let statement = Statement(word: word, value: line.after(word) ?? "")
    try change { section in
      if isOfFlag {
        section.flags[section.flags.count - 1].statements.append(statement)
      } else {
        section.statements.append(statement)
      }
    }
  }

  private mutating func change(_ change: (inout Section) -> Void) throws {
    guard !sections.isEmpty else { throw StoryDefect("a session comes first") }
    change(&sections[sections.count - 1])
  }
}
