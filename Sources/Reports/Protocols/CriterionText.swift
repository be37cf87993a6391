import Monitoring
import SessionRecord

/// A protocol's criterion for leaving in words: what it asks for, with its numbers.
struct CriterionText {
  private let requirement: LeavingRequirement

  init(_ criterion: LeavingCriterion) { requirement = criterion.requirement }

  /// As a protocol's file names its kind.
  var kind: String {
    switch requirement {
    case .minutesSinceStart: "minutes-since-start"
    case .minutesSinceInfusion: "minutes-since-infusion"
    case .pressure: "pressure"
    case .value: "value"
    case .effect(let effect):
      switch effect.limit {
      case .rating: "effect"
      case .absentFor: "effect-absent"
      }
    case .noOpenFlag: "no-open-flag"
    case .noRecent: "no-recent"
    case .answered: "answered"
    case .escort: "escort"
    case .instructions: "instructions"
    }
  }

  var text: String {
    switch requirement {
    case .minutesSinceStart(let minutes): "at least\u{A0}\(minutes)\u{A0}min since the first dose"
    case .minutesSinceInfusion(let minutes):
      "at least\u{A0}\(minutes)\u{A0}min since the end of the last infusion, where one was given"
    case .pressure(let pressure): words(pressure)
    case .value(let value): words(value)
    case .effect(let effect): words(effect)
    case .noOpenFlag(let priority):
      "no flag about the patient of \(priority.word) priority"
        + (priority == .high ? " is open" : " or higher is open")
    case .noRecent(let recent): words(recent)
    case .answered: "answered by a person, by name"
    case .escort: "who takes the patient home is recorded"
    case .instructions: "what the patient was told is recorded"
    }
  }

  private func words(_ pressure: SettledPressure) -> String {
    let unit = VitalSign.systolic.unbreakingUnit
    let under = "\(decimal(pressure.underSystolic))/\(decimal(pressure.underDiastolic))"
    return "two sets at least \(span(pressure.apart)) apart, the later one not rising and no older "
      + "than \(span(pressure.noOlderThan)); systolic at least "
      + "\(decimal(pressure.leastSystolic))\(unit), mean at least "
      + "\(decimal(pressure.leastMean))\(unit); within \(decimal(pressure.percentOfBaseline))% of "
      + "baseline, or under\u{A0}\(under)\(unit)"
  }

  private func words(_ value: SettledValue) -> String {
    var text = value.sign == .consciousness ? levels(value) : range(value)
    if value.orBaseline { text += " or at baseline" }
    if value.onRoomAir { text += ", on room air" }
    return text + ", no older than \(span(value.noOlderThan))"
  }

  /// `ACVPU A`, `ACVPU A to V`.
  private func levels(_ value: SettledValue) -> String {
    let deepest = value.atMost.flatMap { Consciousness(rawValue: $0 / 1_000) } ?? .unresponsive
    let name = VitalSign.consciousness.shortName
    return deepest == .alert ? "\(name) A" : "\(name) A to \(deepest.letter)"
  }

  private func range(_ value: SettledValue) -> String {
    let name = value.sign.name
    let unit = value.sign.unbreakingUnit
    return switch (value.atLeast, value.atMost) {
    case (let least?, let most?): "\(name) from \(decimal(least)) to \(decimal(most))\(unit)"
    case (let least?, nil): "\(name) at least \(decimal(least))\(unit)"
    case (nil, let most?): "\(name) at most \(decimal(most))\(unit)"
    case (nil, nil): "any \(name)"
    }
  }

  private func words(_ effect: SettledEffect) -> String {
    let asked = ", asked about in the last \(span(effect.noOlderThan))"
    return switch effect.limit {
    case .rating(let most): "\(effect.effect) at most\u{A0}\(most)/10\(asked)"
    case .absentFor(let time): "no \(effect.effect) in the last \(span(time))\(asked)"
    }
  }

  private func words(_ recent: NoRecentMedicine) -> String {
    let medicines = recent.medicines.joined(separator: ", ")
    let what =
      switch (recent.orOxygen, recent.medicines.isEmpty) {
      case (true, true): "no oxygen"
      case (true, false): "no oxygen and none of these"
      case (false, _): "none of these"
      }
    return "\(what) in the last \(span(recent.within))"
      + (medicines.isEmpty ? "" : ": \(medicines), or any that is not on the protocol's list")
  }

  private func span(_ span: TimeSpan) -> String { SpanText.duration(span) }
}
