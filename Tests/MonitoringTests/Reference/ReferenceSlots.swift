import Monitoring
import SessionRecord

/// A slot at its place in time: sentence 19.
struct ReferenceSlot {
  let planned: PlannedSlot
  let due: Instant
  let opens: Instant
  let ends: Instant?
  /// Every need within tolerance.
  fileprivate(set) var kept: ReferenceCompletion?
  /// Every need in the span, whenever.
  fileprivate(set) var completed: ReferenceCompletion?
  /// Every need met or declared in the span, at least one of them declared.
  fileprivate(set) var notObtained: ReferenceCompletion?
  /// When its complete sets were completed, one after the other.
  fileprivate(set) var sets: [Instant] = []
  /// The first of all that values did to close it.
  fileprivate(set) var closed: ReferenceCompletion?
}

/// The slots that a group has in a prefix, and what the values in the span of each make of it.
struct ReferenceSlots {
  let group: ScheduleGroup
  let view: ReferenceView
  private(set) var slots: [ReferenceSlot] = []

  private var mistake: Mistake? { view.mistake }

  /// Those that are not `while-high`, and of these the ones that a flag calls for.
  init(of group: ScheduleGroup, in view: ReferenceView, flags: [ReferenceEpisode]) {
    self.group = group
    self.view = view
    let mistake = view.mistake
    guard let timeZero = view.timeZero ?? (mistake == .slotsFromOpening ? view.opening : nil)
    else { return }
    let planned = group.slots.filter { slot in
      guard slot.mark == .whileHigh, mistake != .whileHighAlways else { return true }
      let span = mistake == .whileHighAtOffset ? .minutes(slot.minutes) : slot.opens
      return flags.contains { $0.isHigh(at: timeZero + span, mistake) }
    }
    slots = planned.enumerated().map { place, slot in
      let due = timeZero + .minutes(slot.minutes)
      var ends: Instant?
      if place + 1 < planned.count {
        let next = planned[place + 1]
        ends = timeZero + (mistake == .spanEndsAtNextOffset ? .minutes(next.minutes) : next.opens)
      } else if mistake == .lastSpanEndsWhenMissed {
        ends = due + group.missed
      }
      var own = ReferenceSlot(planned: slot, due: due, opens: due - slot.tolerance, ends: ends)
      let spanned = fills(in: own)
      own.kept = kept(own, spanned)
      own.completed = completed(own, spanned)
      own.notObtained = notObtained(spanned)
      own.sets = view.sets(of: group.needs, in: spanned).map(\.at)
      let closings =
        mistake == .closedByKeptAlone ? [own.kept] : [own.kept, own.completed, own.notObtained]
      own.closed = closings.compactMap { $0 }.min { $0.isBefore($1.at, $1.last) }
      return own
    }
  }

  private func fills(in slot: ReferenceSlot) -> [ReferenceFill] {
    view.fills.filter { fill in
      guard fill.at != slot.opens || mistake != .spanStartExclusive else { return false }
      guard fill.at >= slot.opens, let ends = slot.ends else { return fill.at >= slot.opens }
      return fill.at < ends || (fill.at == ends && mistake == .spanEndInclusive)
    }
  }

  private func kept(_ slot: ReferenceSlot, _ spanned: [ReferenceFill]) -> ReferenceCompletion? {
    let looked = mistake == .keptLooksBeyondSpan ? view.fills : spanned
    let timely = looked.filter { fill in
      let isAtEnd = fill.at == slot.due + slot.planned.tolerance
      let isAtStart = fill.at == slot.due - slot.planned.tolerance
      if isAtEnd, mistake == .toleranceExcludesItsEnd { return false }
      if isAtStart, mistake == .toleranceExcludesItsStart { return false }
      return fill.at >= slot.due - slot.planned.tolerance
        && fill.at <= slot.due + slot.planned.tolerance
    }
    if mistake == .keptInOneEntry {
      return view.completionInOneEntry(of: group.needs, in: timely)
    }
    return view.completion(of: group.needs, in: timely, declaredCounts: false)
  }

  private func completed(
    _ slot: ReferenceSlot,
    _ spanned: [ReferenceFill]
  ) -> ReferenceCompletion? {
    var looked = spanned
    if mistake == .lateStartsAnew {
      looked = looked.filter { $0.at > slot.due + slot.planned.tolerance }
    }
    return view.completion(of: group.needs, in: looked, declaredCounts: false)
      ?? (mistake == .keptLooksBeyondSpan ? slot.kept : nil)
  }

  private func notObtained(_ spanned: [ReferenceFill]) -> ReferenceCompletion? {
    if mistake == .notObtainedIsOneDeclared {
      let first = spanned.first { fill in group.needs.contains(where: fill.declared.contains) }
      return first.map { ReferenceCompletion(at: $0.at, last: $0.entry, by: [$0.entry]) }
    }
    let covered = view.completion(of: group.needs, in: spanned, declaredCounts: true)
    guard let covered else { return nil }
    let upTo = spanned.filter { !covered.isBefore($0.at, $0.entry) }
    if mistake == .notObtainedIsAllDeclared {
      let all = group.needs.allSatisfy { need in upTo.contains { $0.declared.contains(need) } }
      return all ? covered : nil
    }
    let isDeclared = upTo.contains { fill in group.needs.contains(where: fill.declared.contains) }
    return isDeclared ? covered : nil
  }
}

extension ReferenceEpisode {
  /// Whether it is about the patient, and a flag of reached priority high that is open.
  func isHigh(at instant: Instant, _ mistake: Mistake?) -> Bool {
    guard !isProcess || mistake == .whileHighByProcessFlags, priority == .high else { return false }
    if case .scale = measure, mistake != .scaleCallsForSlots { return false }
    if isByTime, mistake == .lastingCallsForNothing { return false }
    let isFromStart = protocolPriority == .high || mistake == .highFromRaised
    guard var from = isFromStart ? raised : confirmed else { return false }
    if mistake == .lastingHighFromItsBeginning, let first = readings.first {
      from = min(from, first.observed)
    }
    guard from <= instant else { return false }
    guard let cleared = state.clearedAt else { return true }
    return instant < cleared || (instant == cleared && mistake == .highWhenCleared)
  }
}
