import SessionRecord

/// What the clinic made of a flag or a side effect, in words.
struct ReviewWords {
  private let review: Review
  private let facts: FlagFacts

  init(_ review: Review, facts: FlagFacts = .none) {
    self.review = review
    self.facts = facts
  }

  /// `reviews flag 3, systolic at or over 180: expected — known peak`.
  var phrase: Phrase {
    Phrase(
      "reviews \(subject): "
        + ReviewWords.made(review.verdict, review.text, followUp: review.followUp)
    )
  }

  /// What stands on a flag or a side effect: `reviewed 2026-11-23 09:10 by LH: expected — known peak`.
  static func mark(_ mark: ReviewMark, clock: SessionClock, near other: Instant) -> Phrase {
    let by =
      "reviewed \(clock.clock(mark.at, near: other)) by \(mark.by)"
      + (mark.outgrown.map { ", when it was \($0.words), and to be reviewed again" } ?? "")
    return Phrase("\(by): \(made(mark.verdict, mark.text, followUp: mark.followUp))")
  }

  private static func made(_ verdict: ReviewVerdict, _ text: String, followUp: String?) -> String {
    "\(verdict.words) — \(text)" + (followUp.map { "; follow-up: \($0)" } ?? "")
  }

  private var subject: String {
    switch review.subject {
    case .flags(let named):
      guard named.count == 1, let only = named.first else {
        // Of many, the table of flags says what each is.
        return named.count > 3
          ? numbered(named.map(\.number))
          : "flags "
            + named.map { flag in
              "\(flag.number)" + (facts.title(of: flag.number).map { " (\($0))" } ?? "")
            }.joined(separator: ", ")
      }
      return "flag \(only.number)" + (facts.title(of: only.number).map { ", \($0)" } ?? "")
    case .effects(let onsets):
      return onsets.map { onset in
        guard case .effect(let effect)? = facts.content(of: onset) else { return "#\(onset)" }
        return "\(effect.name) #\(onset)"
      }.joined(separator: ", ")
    }
  }
}

extension ReviewVerdict {
  /// As people read it: `adverse event`.
  var words: String { word.replacing("-", with: " ") }

  /// The name of a member, a column or a line: `adverse_event`.
  var column: String { word.replacing("-", with: "_") }
}
