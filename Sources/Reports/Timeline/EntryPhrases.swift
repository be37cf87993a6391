import SessionRecord

/// An entry in lines: what it said, struck out, and what it says now with its marks.
struct EntryPhrases {
  let words: SessionWords
  /// Whether a value that waits to be verified is called so; an answer asks about it instead.
  let saysUnverified: Bool

  init(words: SessionWords, saysUnverified: Bool = true) {
    self.words = words
    self.saysUnverified = saysUnverified
  }

  /// Something that an entry said and says no longer.
  struct Change {
    /// Struck out, with when it was observed where that was corrected too.
    let was: Phrase
    /// `corrected by #19 KO 13:46`.
    let how: Phrase
    let reason: String

    var line: Phrase { was + "  " + how + ": \(reason)" }
  }

  /// Oldest first; the last one is what stands, or what was struck out last.
  func lines(_ story: EntryStory) -> [Phrase] {
    let past = corrections(of: story).map(\.line)
    guard story.isVoid else { return past + [standing(story)] }
    let last = withdrawal(of: story)?.line ?? struck(story.content, of: story)
    return past + [last + marks(story)]
  }

  /// Oldest first.
  func corrections(of story: EntryStory) -> [Change] {
    story.past.map { version in
      let moved =
        version.observed.instant == story.observed.instant
        ? Phrase("") : "  observed \(words.clock.clock(version.observed.instant))"
      return Change(
        was: struck(version.content, of: story) + moved,
        how: "corrected by \(by(version.replacedBy, near: story))",
        reason: version.reason
      )
    }
  }

  /// Nil for what stands.
  func withdrawal(of story: EntryStory) -> Change? {
    story.void.map { void in
      let how = story.wentWith.map { "taken back with the closing\u{A0}#\($0)" } ?? "voided"
      return Change(
        was: struck(story.content, of: story),
        how: Phrase("\(how) by ") + by(void, near: story),
        reason: story.voidReason ?? ""
      )
    }
  }

  /// What it says now, with its marks.
  func standing(_ story: EntryStory) -> Phrase {
    let line = words.standing.phrase(
      story.content,
      of: story.entry.number,
      isVerified: story.isVerified
    )
    return line + score(story) + doubt(story) + marks(story)
  }

  private func struck(_ content: Content, of story: EntryStory) -> Phrase {
    words.struck.phrase(content, of: story.entry.number).inked(.struck)
  }

  /// NEWS2 behind a standing set, where the protocol uses it.
  private func score(_ story: EntryStory) -> Phrase {
    words.news2(at: story.entry.number).flatMap { NEWS2Text($0).beside }.map { Phrase("  \($0)") }
      ?? ""
  }

  /// `#19 KO 13:46`.
  private func by(_ entry: Entry, near story: EntryStory) -> Phrase {
    let time = words.clock.clock(entry.recorded.instant, near: story.observed.instant)
    return "#\(entry.number)\u{A0}\(entry.author.text)\u{A0}\(time)"
  }

  private func doubt(_ story: EntryStory) -> Phrase {
    if let verified = story.standing?.verifiedBy { return "  verified by #\(verified)" }
    guard saysUnverified, story.content.isDoubted else { return "" }
    guard case .dose(let dose) = story.content else { return "  unverified" }
    let doubts = dose.unverified.sorted().map(DoseText.doubt).joined(separator: "; ")
    return "  unverified: \(doubts)"
  }

  /// Late, imported, from a device, by a clock that was set since, seen by another.
  private func marks(_ story: EntryStory) -> Phrase {
    var marks: [Phrase] = []
    let recorded = words.clock.clock(story.entry.recorded.instant, near: story.observed.instant)
    if story.isLate { marks.append("late, typed\u{A0}\(recorded)") }
    switch story.entry.source {
    case .typed: break
    case .imported: marks.append("imported")
    case .device(let name): marks.append("from device \(name)")
    case .page: marks.append("from the page")
    case .paper: marks.append("from paper")
    case .copy(let session, let number):
      marks.append("copy of #\(number) of session\u{A0}\(session)")
    }
    if let then = story.observedAsWritten {
      marks.append("clock then\u{A0}\(words.clock.clock(then, near: story.observed.instant))")
    }
    if let observer = story.entry.observer { marks.append("seen by \(observer.text)") }
    guard !marks.isEmpty else { return "" }
    return "  (" + marks.joined(", ") + ")"
  }
}
