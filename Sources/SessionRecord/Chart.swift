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
    case .opened, .vitals, .effect, .dose, .infusion, .check, .waste, .scale, .action, .note,
      .mark, .deferred, .acknowledgement, .closed, .leaving:
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

  /// Struck out as a whole: the opening was voided.
  package var isVoid: Bool { entries.first?.isVoid ?? false }

  /// The first unvoided closing.
  package var closing: ChartEntry? {
    closings.lazy.map { entries[$0] }.first { $0.content == .closed && !$0.isVoid }
  }

  private mutating func add(_ entry: Entry) {
    if entry.content == .closed { closings.append(entries.count) }
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
    let standing = Set(closings.map { entries[$0] }.filter { !$0.isVoid }.map(\.original.commit))
    for entry in entries.reversed() {
      if case .leaving(.decision(let decision)) = entry.content, !entry.isVoid,
        standing.contains(entry.original.commit)
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
