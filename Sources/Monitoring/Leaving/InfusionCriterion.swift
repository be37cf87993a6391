import SessionRecord

/// So many minutes since the end of every infusion of the protocol's own drug; met since time zero where
/// none was given.
///
/// That end is its stop, or its planned end where that is past; where neither is known, it is missing.
struct InfusionCriterion: JudgedOverTime {
  private let minutes: Int
  private let timeZero: Instant?
  private let infusions: LastingByStart<GivenMedicine>

  init(_ minutes: Int, _ evidence: LeavingEvidence) {
    self.minutes = minutes
    timeZero = evidence.timeZero
    infusions = LastingByStart(
      evidence.given.infusions(of: evidence.formulary.ownDrug)
        .map { GivenMedicine($0, for: .minutes(minutes)) }
    )
  }

  var turns: [Instant] { [timeZero].compactMap(\.self) + infusions.turns }

  func verdict(at instant: Instant) -> LeavingVerdict {
    guard let timeZero, timeZero <= instant else { return .noDose }
    guard let last = infusions.last(at: instant) else { return .met() }
    return last.missing(at: instant) {
      "only \($0) min since the end of the infusion; \(minutes) asked"
    }
  }
}
