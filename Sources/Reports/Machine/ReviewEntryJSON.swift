import SessionRecord

/// A review entry as members of a document.
struct ReviewEntryJSON {
  private let review: Review

  init(_ review: Review) { self.review = review }

  var members: [String: JSONValue] {
    var members: [String: JSONValue] = [
      "verdict": .string(review.verdict.word), "followUp": .optional(review.followUp),
      "text": .string(review.text), "flags": .array([]), "effects": .array([]),
    ]
    switch review.subject {
    case .flags(let named):
      members["flags"] = .array(named.map { .integer($0.number.value) })
    case .effects(let onsets):
      members["effects"] = .array(onsets.map { .integer($0.value) })
    }
    return members
  }
}
