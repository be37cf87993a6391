/// An entry as it stands after the amendments and voids that name it.
package struct ChartEntry: Hashable {
  /// The original, whose number, author, recorded time and commit it keeps everywhere.
  package let original: Entry
  /// What it says now.
  package private(set) var content: Content
  package private(set) var observed: Stamp
  /// The amendments of it, oldest first.
  package private(set) var amendments: [EntryNumber] = []
  /// The first void of it.
  package private(set) var voidedBy: EntryNumber?
  /// The unvoided entries that verified it as it stands, oldest first.
  private var verifications: [EntryNumber] = []

  /// The first entry that verified it as it stands.
  package var verifiedBy: EntryNumber? { verifications.first }
  package var number: EntryNumber { original.number }
  package var isVoid: Bool { voidedBy != nil }

  init(_ entry: Entry) {
    original = entry
    content = entry.content
    observed = entry.observed
  }

  mutating func amend(_ amendment: Amendment, by number: EntryNumber) {
    content = amendment.content
    observed = amendment.observed ?? observed
    amendments.append(number)
    verifications = []
  }

  mutating func void(by number: EntryNumber) { voidedBy = voidedBy ?? number }
  mutating func verify(by number: EntryNumber) { verifications.append(number) }
  mutating func unverify(by number: EntryNumber) { verifications.removeAll { $0 == number } }
}

/// The entries of a session as they stand: what was amended or voided is so, nothing is gone.
///
/// An amended entry keeps its number; voiding an amendment voids the original; a void is final;
/// amending what is voided, or voiding a void, changes nothing.
package struct Chart {
  /// One for every entry that is not itself an amendment or a void, by number, as the log has them.
  package private(set) var entries: [ChartEntry] = []
  /// The original that an amendment acts on.
  private var originals: [EntryNumber: EntryNumber] = [:]
  /// Where the closings stand in `entries`, so that no line has to look for them.
  private var closings: [Int] = []
  /// Where the changes of room stand in `entries`, for the same reason.
  private var rooms: [Int] = []
  /// Where the decisions that the patient leaves stand in `entries`, likewise.
  private var decisions: [Int] = []
  /// Where the reviews stand in `entries`, likewise.
  private var reviews: [Int] = []
  /// The side effects that a review names by their onsets, as they were when it was written.
  private var reviewedEffects: [ReviewedOnset: EffectEpisode] = [:]

  /// An onset as a review names it.
  private struct ReviewedOnset: Hashable {
    let review: EntryNumber
    let onset: EntryNumber
  }

  package init() {}

  package init(_ log: [Entry]) {
    entries.reserveCapacity(log.count)
    for entry in log { append(entry) }
  }

  /// Whether the entry changed one that was there before it.
  @discardableResult
  package mutating func append(_ entry: Entry) -> Bool {
    switch entry.content {
    case .amendment(let amendment):
      let target = original(of: amendment.entry)
      originals[entry.number] = target
      guard let place = self.place(of: target), !entries[place].isVoid else { return false }
      entries[place].amend(amendment, by: entry.number)
      if amendment.content == .closed { addClosing(at: place) }
      return true
    case .void(let void):
      let target = original(of: void.entry)
      guard let place = self.place(of: target), !entries[place].isVoid else { return false }
      entries[place].void(by: entry.number)
      if case .verification(let number) = entries[place].content,
        let verified = self.place(of: original(of: number))
      {
        entries[verified].unverify(by: entries[place].number)
      }
      return true
    case .verification(let number):
      add(entry)
      guard let place = self.place(of: original(of: number)) else { return false }
      entries[place].verify(by: entry.number)
      return true
    case .review(let review):
      add(review, of: entry)
      return false
    case .opened, .vitals, .effect, .dose, .infusion, .check, .waste, .scale, .action, .note,
      .mark, .deferred, .acknowledgement, .closed, .leaving, .screening, .presence, .assigned,
      .addendum, .followUp, .course, .moved, .clockStep:
      add(entry)
      return false
    }
  }

  package subscript(number: EntryNumber) -> ChartEntry? {
    place(of: number).map { entries[$0] }
  }

  /// Where an entry stands in `entries`, which the log's order keeps sorted.
  private func place(of number: EntryNumber) -> Int? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].number == number ? low : nil
  }

  /// The entry that an amendment, or a chain of them, is about; any other number is its own.
  package func original(of number: EntryNumber) -> EntryNumber {
    originals[number] ?? number
  }

  /// What the session was opened with.
  package var opening: Opening? {
    guard case .opened(let opening)? = entries.first?.content else { return nil }
    return opening
  }

  /// Where the session goes on: the last room that it was moved to, by entry number.
  package var room: String? {
    for place in rooms.reversed() where !entries[place].isVoid {
      if case .assigned(let room) = entries[place].content { return room }
    }
    return opening?.room
  }

  /// Struck out as a whole: the opening was voided.
  package var isVoid: Bool { entries.first?.isVoid ?? false }

  /// The first unvoided closing.
  package var closing: ChartEntry? {
    closings.lazy.map { entries[$0] }.first { $0.content == .closed && !$0.isVoid }
  }

  /// The unvoided reviews, oldest first.
  package var standingReviews: [ChartEntry] {
    reviews.map { entries[$0] }.filter { !$0.isVoid }
  }

  /// What an entry that a review names as an onset was when the review was written; nil where it was no
  /// side effect.
  func effect(at onset: EntryNumber, reviewedBy review: EntryNumber) -> EffectEpisode? {
    reviewedEffects[ReviewedOnset(review: review, onset: onset)]
  }

  private mutating func add(_ review: Review, of entry: Entry) {
    if case .effects(let onsets) = review.subject {
      let episodes = effectEpisodes
      for onset in onsets {
        let seen = episodes.first { $0.entries.contains(onset) }
        reviewedEffects[ReviewedOnset(review: entry.number, onset: onset)] = seen
      }
    }
    reviews.append(entries.count)
    add(entry)
  }

  /// Where the standing closing stops the clock that time alone moves; nil where there is none.
  ///
  /// When it was recorded. One that was transcribed from paper, or copied with its whole session, was
  /// recorded afterwards: it stops the clock when it was observed.
  package var stopped: Instant? {
    closing.map { closing in
      closing.original.source.isAfterwards
        ? closing.observed.instant : closing.original.recorded.instant
    }
  }

  private mutating func add(_ entry: Entry) {
    if entry.content == .closed { closings.append(entries.count) }
    if entry.content.kind == .assigned { rooms.append(entries.count) }
    if case .leaving(.decision) = entry.content { decisions.append(entries.count) }
    entries.append(ChartEntry(entry))
  }

  private mutating func addClosing(at place: Int) {
    guard !closings.contains(place) else { return }
    closings.append(place)
    closings.sort()
  }
}

extension Chart {
  /// The decision that the patient leaves, as it stands: it was stored in the commit of a closing, and
  /// goes with it where that is withdrawn.
  package var leavingDecision: (entry: ChartEntry, decision: LeavingDecision)? {
    let standing = closings.map { entries[$0] }.filter { !$0.isVoid }
    for entry in decisions.reversed().map({ entries[$0] }) {
      if case .leaving(.decision(let decision)) = entry.content, !entry.isVoid,
        standing.contains(where: { $0.original.isOneAct(with: entry.original) })
      {
        return (entry, decision)
      }
    }
    return nil
  }

  /// The newest answer to a criterion before an entry, and its words; nil where it is no, or has none.
  package func answer(
    to criterion: CriterionID,
    before number: EntryNumber
  ) -> (entry: EntryNumber, words: String)? {
    for entry in entries.reversed() where entry.number < number && !entry.isVoid {
      guard case .leaving(.answers(let answers)) = entry.content,
        let answer = answers.answers.first(where: { $0.criterion == criterion })
      else { continue }
      return answer.isMet ? answer.words.map { (entry.number, $0) } : nil
    }
    return nil
  }
}
