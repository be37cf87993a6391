import SessionRecord
import Testing

/// What a review of a side effect stands on, when the log is corrected behind it.
@Suite struct ReviewedEffectTests {
  private func review(
    _ onsets: EntryNumber...,
    verdict: ReviewVerdict = .expected
  ) throws -> Content {
    .review(try Review(.effects(onsets), verdict: verdict, text: "usual"))
  }

  private func reviewed(_ session: SessionScript) -> [String] {
    Chart(session.log).effectEpisodes.map { effect in
      "\(effect.name) #\(effect.onset) \(effect.review.map { "#\($0.entry)" } ?? "–")"
    }
  }

  @Test func `stands on the episode of its onset, and on no other of the same name`() throws {
    var session = try SessionScript()
    let first = try session.add(.effect("nausea", .mild), at: minute(5))
    try session.add(.effect("nausea", course: .gone), at: minute(6))
    try session.add(.effect("nausea", .severe), at: minute(7))
    try session.add(review(first), at: minute(8))
    #expect(reviewed(session) == ["nausea #2 #5", "nausea #4 –"])
  }

  @Test func `names several at once, the newest counts, and withdrawing brings the former back`()
    throws
  {
    var session = try SessionScript()
    let nausea = try session.add(.effect("nausea", .mild), at: minute(5))
    let headache = try session.add(.effect("headache"), at: minute(6))
    try session.add(review(nausea, headache), at: minute(7))
    let newer = try session.add(review(nausea, verdict: .serious), at: minute(8))
    #expect(reviewed(session) == ["nausea #2 #5", "headache #3 #4"])
    #expect(Chart(session.log).effectEpisodes.first?.review?.verdict == .serious)
    try session.void(newer, at: minute(9))
    #expect(reviewed(session) == ["nausea #2 #4", "headache #3 #4"])
  }

  @Test func `moves with the episode to an onset that was typed late`() throws {
    var session = try SessionScript()
    let typed = try session.add(.effect("nausea", .mild), at: minute(5))
    try session.add(review(typed), at: minute(6))
    try session.add(.effect("nausea", .mild), at: minute(4), recorded: minute(7))
    #expect(reviewed(session) == ["nausea #4 #3"])
  }

  @Test
  func `stays while a correction leaves it the same effect, and goes where it becomes another`()
    throws
  {
    var session = try SessionScript()
    let onset = try session.add(.effect("nausea", .severe), at: minute(5))
    try session.add(review(onset), at: minute(6))
    try session.amend(onset, to: .effect("nausea", .moderate), at: minute(7))
    #expect(reviewed(session) == ["nausea #2 #3"])
    try session.amend(onset, to: .effect("headache"), at: minute(8))
    #expect(reviewed(session) == ["headache #2 –"])
    // Reviewed as what it is now, and back again: each review knows what it was of.
    try session.add(review(onset), at: minute(9))
    #expect(reviewed(session) == ["headache #2 #6"])
    try session.amend(onset, to: .effect("nausea", .mild), at: minute(10))
    #expect(reviewed(session) == ["nausea #2 #3"])
  }

  @Test func `goes with an onset that is withdrawn; what is left of the episode awaits its own`()
    throws
  {
    var session = try SessionScript()
    let onset = try session.add(.effect("nausea", .mild), at: minute(5))
    try session.add(.effect("nausea", .severe), at: minute(6))
    try session.add(review(onset), at: minute(7))
    #expect(reviewed(session) == ["nausea #2 #4"])
    try session.void(onset, at: minute(8))
    #expect(reviewed(session) == ["nausea #3 –"])
  }
}
