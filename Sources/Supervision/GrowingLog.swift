import RecordStore
import SessionRecord

/// A session's log with the entries of a batch as they will be.
///
/// What a line asks of it (what was observed last, what waits to be typed again, which entry was the
/// author's newest) is kept in step entry by entry, so that a batch is not read again for each line.
struct GrowingLog {
  private(set) var entries: [Entry]
  private(set) var chart = Chart()
  private(set) var verified = VerifiedValues()
  /// When something was last observed; closings and what is about other entries are not looked at.
  private(set) var lastObserved: Instant?
  private let author: ClinicianCode
  /// The author's entries that could be acted on when they were made, by number.
  private var own: [EntryNumber] = []
  private var newestOwnVoid: EntryNumber?
  /// The doses, by number, so that no second check has to look for them.
  private var doses: [EntryNumber] = []
  /// What the author wrote that is doubted and not yet verified, by what it says.
  private var waiting: [Content: [EntryNumber]] = [:]

  init(_ log: [Entry], author: ClinicianCode) {
    self.author = author
    entries = []
    entries.reserveCapacity(log.count)
    for entry in log { append(entry) }
  }

  mutating func append(_ entry: Entry) {
    let changed = numbers(changedBy: entry)
    let before = changed.compactMap { chart[$0] }
    before.forEach { forget($0) }
    entries.append(entry)
    chart.append(entry)
    for old in before {
      guard let new = chart[old.number] else { continue }
      learn(new)
      if old.observed != new.observed { moved(old.observed.instant) }
    }
    if let new = chart[entry.number] { learn(new) }
    remember(entry)
  }

  /// An entry of the log; nil where there is none of that number.
  subscript(number: EntryNumber) -> Entry? {
    let place = number.value - 1
    guard entries.indices.contains(place), entries[place].number == number else { return nil }
    return entries[place]
  }

  /// The newest entry of the author that says this, is doubted, and passes the test.
  func newestWaiting(
    _ content: Content,
    where isMeant: (ChartEntry) -> Bool
  ) -> EntryNumber? {
    (waiting[content] ?? []).sorted().last { number in chart[number].map(isMeant) ?? false }
  }

  /// The newest entry of the author that can be acted on, by number.
  mutating func newestOfOwn(voidsToo: Bool) -> EntryNumber? {
    // A void is final: what is void now is so for every later line.
    while let last = own.last, chart[chart.original(of: last)]?.isVoid ?? true { own.removeLast() }
    guard voidsToo, let void = newestOwnVoid else { return own.last }
    return own.last.map { max($0, void) } ?? void
  }

  /// The newest dose that stands, of those before an entry; nil for all.
  func newestDose(before number: EntryNumber?) -> Entry? {
    for dose in doses.reversed() where number.map({ dose < $0 }) ?? true {
      if let entry = chart[dose], !entry.isVoid { return entry.original }
    }
    return nil
  }

  // MARK: - Keeping in step

  /// The entries of the chart that stand otherwise after this one.
  private func numbers(changedBy entry: Entry) -> [EntryNumber] {
    switch entry.content {
    case .amendment(let amendment): return [chart.original(of: amendment.entry)]
    case .verification(let number): return [chart.original(of: number)]
    case .void(let void):
      let target = chart.original(of: void.entry)
      guard case .verification(let number)? = chart[target]?.content else { return [target] }
      return [target, chart.original(of: number)]
    case .opened, .vitals, .effect, .dose, .infusion, .check, .waste, .scale, .action, .note,
      .mark, .deferred, .acknowledgement, .closed, .leaving, .screening, .presence, .assigned,
      .review, .addendum, .followUp, .course, .moved, .clockStep:
      return []
    }
  }

  private mutating func learn(_ entry: ChartEntry) {
    verified.add(entry)
    if isWaiting(entry) { waiting[entry.content.withoutDoubts, default: []].append(entry.number) }
    guard isObservation(entry) else { return }
    lastObserved = lastObserved.map { max($0, entry.observed.instant) } ?? entry.observed.instant
  }

  private mutating func forget(_ entry: ChartEntry) {
    verified.remove(entry)
    guard isWaiting(entry) else { return }
    waiting[entry.content.withoutDoubts]?.removeAll { $0 == entry.number }
  }

  /// Looks again only where what was observed last is what was moved.
  private mutating func moved(_ before: Instant) {
    guard before == lastObserved else { return }
    lastObserved = chart.entries.lazy.filter(isObservation).map(\.observed.instant).max()
  }

  private mutating func remember(_ entry: Entry) {
    if entry.content.kind == .dose { doses.append(entry.number) }
    guard entry.author == author else { return }
    switch entry.content.kind {
    case .opened, .moved, .clockStep, .screening: break
    case .void: newestOwnVoid = entry.number
    case .vitals, .effect, .dose, .infusion, .check, .waste, .scale, .action, .note, .mark,
      .deferred, .acknowledgement, .verification, .amendment, .closed, .leaving, .presence,
      .assigned, .review, .addendum, .followUp, .course:
      own.append(entry.number)
    }
  }

  private func isWaiting(_ entry: ChartEntry) -> Bool {
    !entry.isVoid && entry.verifiedBy == nil && entry.original.author == author
      && entry.content.isDoubted
  }

  private func isObservation(_ entry: ChartEntry) -> Bool {
    switch entry.content.kind {
    case .acknowledgement, .verification, .closed, .leaving, .screening, .presence, .assigned,
      .review, .addendum, .followUp, .course, .moved, .clockStep:
      false
    case .opened, .vitals, .effect, .dose, .infusion, .check, .waste, .scale, .action, .note,
      .mark, .deferred, .amendment, .void:
      true
    }
  }
}
