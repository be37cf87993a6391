import SessionRecord

/// What people typed in their own words: notes, actions, marks and remarks.
struct SaidWords {
  struct Said {
    let entry: EntryNumber
    let at: Instant
    let text: String
  }

  /// In observed order.
  let all: [Said]

  init(_ record: FormRecord) {
    all = record.standing.compactMap { entry in
      SaidWords.text(entry.content).map {
        Said(entry: entry.number, at: entry.observed.instant, text: $0)
      }
    }
  }

  /// Those in which a word begins so, whatever its case; of *also* one has to be there too.
  func about(_ stems: [String], also others: [String] = []) -> [Said] {
    all.filter { said in
      let words = SaidWords.words(said.text)
      func has(_ stems: [String]) -> Bool {
        words.contains { word in stems.contains { word.hasPrefix($0) } }
      }
      return has(stems) && (others.isEmpty || has(others))
    }
  }

  /// What follows the word *lot* and has a digit: `22K117` of `lot no. 22K117`.
  static func lotNumbers(in text: String) -> [String] {
    let words = text.split { " :;,()#\u{A0}".contains($0) }.map(String.init)
    var found: [String] = []
    for (place, word) in words.enumerated() where word.lowercased() == "lot" {
      let rest = words[(place + 1)...].drop {
        ["no", "no.", "nr", "nr.", "number"].contains($0.lowercased())
      }
      guard let number = rest.first, number.contains(where: \.isNumber) else { continue }
      found.append(number.last == "." ? String(number.dropLast()) : number)
    }
    return found
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func text(_ content: Content) -> String? {
    switch content {
    case .note(let text), .action(let text): text
    case .mark(let text): text
    case .vitals(let vitals): vitals.remark
    case .effect(let effect): effect.remark
    case .dose(let dose): dose.remark
    case .scale(let score): score.remark
    case .opened, .infusion, .check, .waste, .deferred, .acknowledgement, .verification, .amendment,
      .void, .closed, .leaving, .screening, .presence, .assigned, .review, .addendum, .followUp,
      .course, .moved, .clockStep:
      nil
    }
  }
}
