import Monitoring
import SessionRecord

/// The criteria reckoned anew for one instant, from a plain walk over the entries observed by then.
///
/// It shares nothing with `Leaving/` but the values: no turns, no index, no words.
struct SlowLeaving {
  private let assessment: Assessment
  private let formulary: Formulary
  private let standing: [ChartEntry]

  init(_ file: SessionFile) {
    assessment = file.assessment
    formulary = file.monitoringProtocol.formulary
    standing = file.assessment.chart.entries.filter { !$0.isVoid }.sorted {
      ($0.observed.instant, $0.number) < ($1.observed.instant, $1.number)
    }
  }

  /// Since when it has been met up to the last of some instants, as far as they tell; nil where it is not.
  func metSince(_ criterion: LeavingCriterion, at instants: [Instant]) -> Instant? {
    var since: Instant?
    for instant in instants {
      if isMet(criterion, at: instant) { since = since ?? instant } else { since = nil }
    }
    return since
  }

  func isMet(_ criterion: LeavingCriterion, at now: Instant) -> Bool {
    let seen = standing.filter { $0.observed.instant <= now }
    return switch criterion.requirement {
    case .minutesSinceStart(let minutes):
      assessment.timeZero.map { now >= $0 + .minutes(minutes) } ?? false
    case .minutesSinceInfusion(let minutes): isInfusionOver(seen, minutes, now)
    case .pressure(let asked): isPressureSettled(seen, asked, now)
    case .value(let asked): isValueSettled(seen, asked, now)
    case .effect(let asked): isEffectSettled(seen, asked, now)
    case .noOpenFlag(let least): !assessment.flags.contains { counts($0, least, now) }
    case .noRecent(let asked): isNothingRecent(seen, asked, now)
    case .answered:
      isAnswered(seen.filter { !isBeforeADose($0, seen) }, criterion.id) { _ in nil }
    case .escort: isAnswered(seen, criterion.id, needsWords: true, \.escort)
    case .instructions: isAnswered(seen, criterion.id, needsWords: true, \.instructions)
    }
  }

  private func isVerified(_ entry: ChartEntry, _ sign: VitalSign, _ now: Instant) -> Bool {
    guard case .vitals(let vitals) = entry.content else { return false }
    if vitals.readings[sign]?.isVerified == true { return true }
    return entry.verifiedBy.flatMap { assessment.chart[$0] }.map { $0.observed.instant <= now }
      ?? false
  }

  private func value(_ entry: ChartEntry, _ sign: VitalSign, _ now: Instant) -> Int? {
    guard case .vitals(let vitals) = entry.content else { return nil }
    if vitals.readings[sign] == .roomAir { return 0 }
    return isVerified(entry, sign, now) ? vitals.value(sign)?.thousandths : nil
  }

  private func says(_ entry: ChartEntry, _ sign: VitalSign) -> Bool {
    guard case .vitals(let vitals) = entry.content else { return false }
    return vitals.readings[sign] != nil
  }

  private func isPressureSettled(
    _ seen: [ChartEntry],
    _ asked: SettledPressure,
    _ now: Instant
  ) -> Bool {
    let sets = seen.filter { entry in
      [.systolic, .diastolic, .meanArterial].contains { says(entry, $0) }
        && assessment.timeZero.map { $0 < entry.observed.instant } ?? true
    }
    guard let last = sets.last, now - last.observed.instant <= asked.noOlderThan,
      let upper = value(last, .systolic, now), let lower = value(last, .diastolic, now)
    else { return false }
    for set in sets.reversed() {
      guard let systolic = value(set, .systolic, now), let diastolic = value(set, .diastolic, now),
        systolic >= asked.leastSystolic, systolic + 2 * diastolic >= 3 * asked.leastMean,
        isMeanKnown(set, asked, now), isNear(systolic, diastolic, asked), upper <= systolic,
        lower <= diastolic
      else { return false }
      if set.number != last.number, last.observed.instant - set.observed.instant >= asked.apart {
        return true
      }
    }
    return false
  }

  private func isMeanKnown(_ set: ChartEntry, _ asked: SettledPressure, _ now: Instant) -> Bool {
    guard says(set, .meanArterial) else { return true }
    return value(set, .meanArterial, now).map { $0 >= asked.leastMean } ?? false
  }

  private func isNear(_ systolic: Int, _ diastolic: Int, _ asked: SettledPressure) -> Bool {
    if systolic < asked.underSystolic, diastolic < asked.underDiastolic { return true }
    return [(VitalSign.systolic, systolic), (.diastolic, diastolic)].allSatisfy { sign, value in
      guard let baseline = assessment.baseline[sign]?.value else { return false }
      return abs(value * baseline.count - baseline.sum) * 100_000
        <= asked.percentOfBaseline * baseline.sum
    }
  }

  private func isValueSettled(
    _ seen: [ChartEntry],
    _ asked: SettledValue,
    _ now: Instant
  ) -> Bool {
    guard let last = seen.last(where: { says($0, asked.sign) }),
      now - last.observed.instant <= asked.noOlderThan, let value = value(last, asked.sign, now)
    else { return false }
    let baseline = asked.orBaseline ? assessment.baseline[asked.sign]?.value : nil
    if let least = asked.atLeast, value < least {
      guard let baseline, value * baseline.count >= baseline.sum else { return false }
    }
    if let most = asked.atMost, value > most {
      guard let baseline, value * baseline.count <= baseline.sum else { return false }
    }
    guard asked.onRoomAir else { return true }
    let oxygen = seen.filter { speaksOfOxygen($0) }
    // As it was when the value was measured, and all that was entered since.
    let before = oxygen.last { $0.observed.instant <= last.observed.instant }
    let since = oxygen.filter { $0.observed.instant > last.observed.instant }
    return ((before.map { [$0] } ?? []) + since).allSatisfy { isAir($0, now) }
  }

  private func speaksOfOxygen(_ entry: ChartEntry) -> Bool {
    says(entry, .oxygenFlow) || wasDone(entry, "oxygen") || wasDone(entry, "o2")
  }

  private func wasDone(_ entry: ChartEntry, _ name: String) -> Bool {
    guard case .action(let text) = entry.content else { return false }
    let words = " " + String(text.lowercased().map { $0.isLetter || $0.isNumber ? $0 : " " }) + " "
    return words.contains(" \(name) ")
  }

  private func isAir(_ entry: ChartEntry, _ now: Instant) -> Bool {
    value(entry, .oxygenFlow, now) == 0
  }

  private func isEffectSettled(
    _ seen: [ChartEntry],
    _ asked: SettledEffect,
    _ now: Instant
  ) -> Bool {
    let entries = seen.compactMap { entry -> (effect: SideEffect, at: Instant)? in
      guard case .effect(let effect) = entry.content, effect.name == asked.effect else {
        return nil
      }
      return (effect, entry.observed.instant)
    }
    guard let last = entries.last, now - last.at <= asked.noOlderThan else { return false }
    switch asked.limit {
    case .absentFor(let span):
      return !last.effect.isPresent
        && !entries.contains { $0.effect.isPresent && now - $0.at < span }
    case .rating(let most):
      guard last.effect.isPresent else { return true }
      switch last.effect.grade {
      case .rating(let rating): return rating <= most
      case .words(.mild): return most >= 3
      case .words(.moderate): return most >= 6
      case .words(.severe): return most >= 10
      case nil: return false
      }
    }
  }

  private func counts(_ flag: Flag, _ least: Priority, _ now: Instant) -> Bool {
    guard !flag.isProcess, flag.retractedBy == nil, flag.raised <= now else { return false }
    if let cleared = flag.state.clearedAt, cleared <= now { return false }
    let isRaised = flag.confirmed.map { $0 <= now } ?? false
    return (isRaised ? flag.priority : flag.protocolPriority) >= least
  }

  /// Whether the own drug was given or started after an entry, or it is no later than time zero.
  private func isBeforeADose(_ entry: ChartEntry, _ seen: [ChartEntry]) -> Bool {
    if let zero = assessment.timeZero, entry.observed.instant <= zero { return true }
    return seen.contains { other in
      guard other.observed.instant > entry.observed.instant else { return false }
      switch other.content {
      case .dose(let dose): return dose.drug == formulary.ownDrug
      case .infusion(.start): return true
      default: return false
      }
    }
  }

  private func isClosed(by entry: ChartEntry) -> Bool {
    standing.contains { $0.content == .closed && $0.original.commit == entry.original.commit }
  }

  private func isAnswered(
    _ seen: [ChartEntry],
    _ criterion: CriterionID,
    needsWords: Bool = false,
    _ words: (LeavingDecision) -> String?
  ) -> Bool {
    for entry in seen.reversed() {
      guard case .leaving(let leaving) = entry.content else { continue }
      switch leaving {
      case .answers(let all):
        for answer in all.answers where answer.criterion == criterion {
          return answer.isMet && (!needsWords || answer.words != nil)
        }
      case .decision(let decision):
        if words(decision) != nil, isClosed(by: entry) { return true }
      }
    }
    return false
  }

  /// The doses as they were known then: the entries observed by then, as a log of their own.
  private func given(_ seen: [ChartEntry], _ now: Instant) -> [GivenDose] {
    let log = seen.sorted { $0.number < $1.number }.enumerated().map { place, entry in
      Entry(
        Draft(
          id: entry.original.id,
          observed: entry.observed,
          author: entry.original.author,
          content: entry.content
        ),
        stream: entry.original.stream,
        number: EntryNumber(place + 1),
        commit: CommitNumber(place + 1),
        recorded: entry.original.recorded,
        monotonic: entry.original.monotonic,
        record: entry.original.record
      )
    }
    return Exposure(of: Chart(log), formulary: formulary, weight: nil, asOf: now).given
  }

  private func isInfusionOver(_ seen: [ChartEntry], _ minutes: Int, _ now: Instant) -> Bool {
    guard let timeZero = assessment.timeZero, timeZero <= now else { return false }
    return given(seen, now).allSatisfy { dose in
      guard dose.overMinutes != nil || dose.start != nil, dose.drug == formulary.ownDrug else {
        return true
      }
      return dose.ended.map { now - $0 >= .minutes(minutes) } ?? false
    }
  }

  private func isNothingRecent(
    _ seen: [ChartEntry],
    _ asked: NoRecentMedicine,
    _ now: Instant
  ) -> Bool {
    for dose in given(seen, now)
    where asked.medicines.contains(dose.drug) || !formulary.medicines.contains(dose.drug) {
      guard let ended = dose.ended, now - ended >= asked.within else { return false }
    }
    for entry in seen where now - entry.observed.instant < asked.within {
      guard !asked.medicines.contains(where: { wasDone(entry, $0) }) else { return false }
    }
    guard asked.orOxygen else { return true }
    var answered: Instant?
    var wasOxygen = false
    for entry in seen where speaksOfOxygen(entry) {
      if !isAir(entry, now) {
        wasOxygen = true
        answered = nil
      } else if wasOxygen, answered == nil {
        answered = entry.observed.instant
      }
    }
    return !wasOxygen || (answered.map { now - $0 >= asked.within } ?? false)
  }
}
