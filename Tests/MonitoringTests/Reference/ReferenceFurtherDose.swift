import Monitoring
import SessionRecord

/// Sentence 37.
extension ReferenceFindings {
  func furtherDoses(
    _ rule: Rule,
    _ place: Int,
    among flags: [ReferenceEpisode]
  ) -> [ReferenceEpisode] {
    guard case .furtherDose(let further) = rule.condition else { return [] }
    return broken(further.when, among: flags).map { dose in
      var end: Instant?
      if further.when == .whileHigh, mistake != .highDoseStaysOpen {
        // What cleared it: the first instant at which nothing is high any more.
        end = flags.compactMap(\.state.clearedAt).filter { $0 > dose.observed.instant }.sorted()
          .first { instant in
            mistake == .firstClearingEndsHighDose || !isHigh(at: instant, among: flags)
          }
      }
      return alone(dose, .rule(rule.id), until: end, rule, place)
    }
  }

  /// The doses at which it breaks.
  func broken(
    _ when: FurtherDose.When,
    among flags: [ReferenceEpisode]
  ) -> [ReferenceEntry] {
    var doses = view.standing.filter { entry in
      guard case .dose(let dose) = entry.content else { return false }
      if dose.overMinutes != nil, mistake == .onlyDosesAtOnceAreFurther { return false }
      return dose.drug == view.monitoringProtocol.formulary.ownDrug
        || mistake == .everyDrugIsFurther
    }
    if mistake == .firstDoseIsTheFirstTyped { doses.sort { $0.number < $1.number } }
    guard let first = doses.first else { return [] }
    let others = mistake == .firstDoseIsFurther ? doses : Array(doses.dropFirst())
    return others.filter { dose in
      let at = dose.observed.instant
      switch when {
      case .always: return true
      case .whileHigh:
        let before = flags.filter { flag in
          guard let first = flag.readings.first else { return true }
          return (first.observed, first.entry) < (at, dose.number)
        }
        return isHigh(at: at, among: before)
      case .soonerThan(let minutes):
        let from =
          mistake == .soonerThanTheOneBefore
          ? doses.last { ($0.observed.instant, $0.number) < (at, dose.number) } ?? first : first
        let end = from.observed.instant + .minutes(minutes)
        return at < end || (at == end && mistake == .soonerIncludesItsEnd)
      }
    }
  }

  private func isHigh(at instant: Instant, among flags: [ReferenceEpisode]) -> Bool {
    flags.contains { flag in
      switch mistake {
      case .highDoseByProcessFlags: flag.isHigh(at: instant, .whileHighByProcessFlags)
      case .highDoseFromRaised: flag.isHigh(at: instant, .highFromRaised)
      case .highDoseWhenCleared: flag.isHigh(at: instant, .highWhenCleared)
      default: flag.isHigh(at: instant, nil)
      }
    }
  }
}
