/// What is said as a session is ended, in parts between `;`: `end because gait=in a wheelchair, as
/// before; decided by LH; escort sister, A. Meier; instructions no driving until tomorrow`.
struct StoryEnding {
  /// A reason for one criterion, or for all that have none of their own.
  private(set) var reasons: [(criterion: String?, text: String)] = []
  private(set) var decidedBy: String?
  private(set) var escort: String?
  private(set) var instructions: String?
  private(set) var againstAdvice: String?
  private(set) var witness: String?
  private(set) var readyMinute: Int?

  init(_ text: String) throws(StoryDefect) {
    for part in text.components(by: ";") where !part.isEmpty { try read(part) }
    guard (againstAdvice == nil) == (witness == nil) else {
      throw StoryDefect("write: end against advice wants to go home; witness MB")
    }
  }

  private mutating func read(_ part: String) throws(StoryDefect) {
    if let reason = part.after("because ") {
      let words = reason.components(by: "=")
      reasons.append(words.count == 2 ? (words[0], words[1]) : (nil, reason))
    } else if let author = part.after("decided by ") {
      decidedBy = author
    } else if let escort = part.after("escort ") {
      self.escort = escort
    } else if let instructions = part.after("instructions ") {
      self.instructions = instructions
    } else if let reason = part.after("against advice ") {
      againstAdvice = reason
    } else if let witness = part.after("witness ") {
      self.witness = witness
    } else if let minute = part.after("ready T+").flatMap({ Int($0) }) {
      readyMinute = minute
    } else {
      throw StoryDefect("not understood: end … \(part)")
    }
  }
}

/// What a person answers to criteria, in parts between `;`: `leaving gait, oriented met; self-harm
/// not met; escort sister, A. Meier`.
struct StoryAnswers {
  enum Part {
    case isMet(Bool, criterion: String)
    case escort(String)
    case instructions(String)
  }

  private(set) var parts: [Part] = []

  init(_ text: String) throws(StoryDefect) {
    for part in text.components(by: ";") {
      if let escort = part.after("escort ") {
        parts.append(.escort(escort))
      } else if let instructions = part.after("instructions ") {
        parts.append(.instructions(instructions))
      } else if let names = part.before(" not met") {
        parts += names.components(by: ",").map { .isMet(false, criterion: $0) }
      } else if let names = part.before(" met") {
        parts += names.components(by: ",").map { .isMet(true, criterion: $0) }
      } else {
        throw StoryDefect("write: leaving gait, oriented met; escort sister, A. Meier")
      }
    }
  }
}
