import Monitoring
import SessionRecord

/// What differs of a flag that was raised and would be, in words and as a member of a document.
struct KeptFlagWords {
  private let kept: KeptFlag

  init(_ kept: KeptFlag) { self.kept = kept }

  /// `high → medium priority, confirmed by repeat → unconfirmed`: what differs alone.
  var text: String {
    var parts: [String] = []
    let (before, after) = (kept.before, kept.after)
    if before.priority != after.priority {
      parts.append("\(before.priority.word)\u{A0}→ \(after.priority.word)\u{A0}priority")
    }
    let was = KeptFlag.Confirmation(before)
    let wouldBe = KeptFlag.Confirmation(after)
    if was != wouldBe { parts.append("\(was.words) → \(wouldBe.words)") }
    if kept.gainsStop { parts.append("the clinic's stop criterion would be met") }
    if kept.losesStop { parts.append("the clinic's stop criterion would not be met") }
    return parts.joined(separator: ", ")
  }

  /// *flag* is it as it would be, with its rule's words.
  func value(_ flag: JSONValue) -> JSONValue {
    .object([
      "change": .optional(kept.change?.rawValue), "was": value(of: kept.before),
      "wouldBe": value(of: kept.after), "flag": flag,
    ])
  }

  private func value(of flag: Flag) -> JSONValue {
    .object([
      "priority": .string(flag.priority.word),
      "confirmation": .string(KeptFlag.Confirmation(flag).key),
      "stopCriterionMet": .bool(flag.isStopCriterionMet),
    ])
  }
}

extension KeptFlag.Confirmation {
  fileprivate var words: String {
    switch self {
    case .clearedOnRepeat: "cleared on\u{A0}repeat"
    case .unconfirmed: "unconfirmed"
    case .notRepeated: "confirmed (not\u{A0}repeated)"
    case .byRepeat: "confirmed by\u{A0}repeat"
    case .atOnce: "confirmed at\u{A0}once"
    }
  }

  /// Its word in documents.
  fileprivate var key: String {
    switch self {
    case .clearedOnRepeat: "cleared-on-repeat"
    case .unconfirmed: "unconfirmed"
    case .notRepeated: "not-repeated"
    case .byRepeat: "by-repeat"
    case .atOnce: "at-once"
    }
  }
}
