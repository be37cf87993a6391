import SessionRecord

/// A side effect as a member of a document.
enum EffectJSON {
  /// One observation of it.
  static func effect(_ effect: SideEffect) -> JSONValue {
    .object([
      "kind": .string("effect"),
      "name": .string(effect.name.text),
      "severity": .optional(effect.severity?.word),
      "rating": .optional(rating(effect.grade)),
      "course": .optional(effect.course?.word),
      "present": .bool(effect.isPresent),
      "distressing": .bool(effect.distressing),
      "crisis": .bool(effect.isCrisis),
      "remark": .optional(effect.remark),
    ])
  }

  /// From its onset to its end.
  static func episode(_ episode: EffectEpisode, clock: SessionClock) -> JSONValue {
    .object([
      "name": .string(episode.name.text),
      "intendedState": .bool(episode.name == .dissociation),
      "onset": .integer(episode.onset.value),
      "began": .string(clock.stamp(episode.began.instant).rfc3339),
      "worst": .optional(episode.worst?.word),
      "worstAt": .optional(episode.worstAt.map { clock.stamp($0.instant).rfc3339 }),
      "distressing": .bool(episode.distressing),
      "ended": .optional(episode.ended.map { clock.stamp($0.instant).rfc3339 }),
      "entries": .array(episode.entries.map { .integer($0.value) }),
      "review": ReviewMarkJSON.value(episode.review, clock: clock),
    ])
  }

  private static func rating(_ grade: Grade?) -> Int? {
    if case .rating(let rating)? = grade { rating } else { nil }
  }
}
