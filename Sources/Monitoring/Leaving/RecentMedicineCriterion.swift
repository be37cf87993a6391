import SessionRecord

/// None of some medicines, and no oxygen, in the last so long.
///
/// What waits to be verified counts as given, and so does a medicine that the protocol does not list. One
/// given over a time counts until it ended, and oxygen until room air was entered, or a flow of 0. A
/// medicine that stands only in the words of what was done counts from then.
struct RecentMedicineCriterion: JudgedOverTime {
  private struct Done: Lasting {
    let action: TimedAction
    let until: Instant?
    var from: Instant { action.observed }
  }

  private let asked: NoRecentMedicine
  private let medicines: LastingByStart<GivenMedicine>
  private let done: LastingByStart<Done>
  private let roomAir: RoomAir?

  init(_ asked: NoRecentMedicine, _ evidence: LeavingEvidence) {
    self.asked = asked
    let named = Set(asked.medicines)
    let listed = Set(evidence.formulary.medicines)
    medicines = LastingByStart(
      named.isEmpty
        ? []
        : evidence.given.filter { named.contains($0.drug) || !listed.contains($0.drug) }
          .map { GivenMedicine($0, for: asked.within, isListed: listed.contains($0.drug)) }
    )
    done = LastingByStart(
      evidence.actions.filter { action in named.contains { action.names($0) } }
        .map { Done(action: $0, until: $0.observed + asked.within) }
    )
    roomAir = asked.orOxygen ? RoomAir(evidence) : nil
  }

  var turns: [Instant] {
    let ofAir = roomAir?.turns ?? []
    return medicines.turns + done.turns + ofAir + ofAir.map { $0 + asked.within }
  }

  /// What counts longest is told.
  func verdict(at instant: Instant) -> LeavingVerdict {
    let minutes = asked.within.wholeMinutes
    if let last = medicines.last(at: instant) {
      return last.missing(at: instant) { "\(last.name) \($0) min ago; \(minutes) asked" }
    }
    if let action = done.last(at: instant)?.action {
      let ago = (instant - action.observed).wholeMinutes
      return .missing(
        "\(action.written), \(ago) min ago; \(minutes) asked; enter the dose",
        [action.entry]
      )
    }
    guard let (oxygen, air) = roomAir?.lastOxygen(by: instant) else { return .met() }
    guard let air else { return .missing(oxygen.unanswered, [oxygen.entry]) }
    guard instant - air.observed < asked.within else { return .met() }
    let ago = (instant - air.observed).wholeMinutes
    return .missing(
      "oxygen until \(ago) min ago; \(minutes) asked",
      [oxygen.entry, air.entry].sorted()
    )
  }
}
