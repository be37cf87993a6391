import SessionRecord

/// What raised a flag, as a member of a document: an entry, or time alone.
struct CauseJSON {
  private let cause: FlagCause

  init(_ cause: FlagCause) { self.cause = cause }

  /// `entry`, `slot`, `baseline` or `silence`.
  var kind: String {
    switch cause {
    case .entry: "entry"
    case .slot: "slot"
    case .baseline: "baseline"
    case .silence: "silence"
    }
  }

  /// Of a slot, from time zero.
  var minutes: Int? { if case .slot(let minutes) = cause { minutes } else { nil } }

  var value: JSONValue {
    let entry: Int? = if case .entry(let entry) = cause { entry.value } else { nil }
    return .object([
      "kind": .string(kind),
      "entry": .optional(entry),
      "minutes": .optional(minutes),
    ])
  }
}
