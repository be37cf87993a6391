package import SessionRecord

/// One of a protocol's criteria for leaving.
///
/// The clinic's list for a named clinician to decide on; the program decides nothing.
package struct LeavingCriterion: Hashable {
  package let id: CriterionID
  /// In the clinic's words: `gait steady, unaided`.
  package let title: String
  package let requirement: LeavingRequirement
  package let basis: Basis

  package init(id: CriterionID, title: String, requirement: LeavingRequirement, basis: Basis) {
    self.id = id
    self.title = title
    self.requirement = requirement
    self.basis = basis
  }
}

/// What a criterion asks for; each kind is a file in `Leaving/`.
package enum LeavingRequirement: Hashable {
  /// So many minutes since time zero.
  case minutesSinceStart(Int)
  /// So many minutes since the end of every infusion of the protocol's own drug; met where none was given.
  case minutesSinceInfusion(Int)
  case pressure(SettledPressure)
  case value(SettledValue)
  case effect(SettledEffect)
  /// No standing flag about the patient of this priority or higher is open.
  case noOpenFlag(atLeast: Priority)
  case noRecent(NoRecentMedicine)
  /// A person answers it by name, after the last dose of the protocol's own drug.
  case answered
  /// Who takes the patient home is recorded.
  case escort
  /// What the patient was told is recorded.
  case instructions
}

/// The last two sets of blood pressure, far enough apart, the latest not rising, not low and near the
/// baseline or under a limit.
package struct SettledPressure: Hashable {
  /// Least time between the two sets.
  package let apart: TimeSpan
  /// The latest set is no older.
  package let noOlderThan: TimeSpan
  /// Least systolic, in thousandths of a mmHg.
  package let leastSystolic: Int
  /// Least mean computed from the pair, in thousandths of a mmHg.
  package let leastMean: Int
  /// Systolic and diastolic within so many thousandths of a percent of baseline, or under the limits.
  package let percentOfBaseline: Int
  /// In thousandths of a mmHg; both of a pair are under these, or both are near the baseline.
  package let underSystolic: Int
  package let underDiastolic: Int

  package init(
    apart: TimeSpan,
    noOlderThan: TimeSpan,
    leastSystolic: Int,
    leastMean: Int,
    percentOfBaseline: Int,
    underSystolic: Int,
    underDiastolic: Int
  ) {
    self.apart = apart
    self.noOlderThan = noOlderThan
    self.leastSystolic = leastSystolic
    self.leastMean = leastMean
    self.percentOfBaseline = percentOfBaseline
    self.underSystolic = underSystolic
    self.underDiastolic = underDiastolic
  }
}

/// The last usable, verified value of a sign within a range, in thousandths of its unit.
package struct SettledValue: Hashable {
  package let sign: VitalSign
  /// Levels of consciousness are numbered from alert, 0, so that worse is more.
  package let atLeast: Int?
  package let atMost: Int?
  package let noOlderThan: TimeSpan
  /// Also met at the baseline or better, where the range is not reached.
  package let orBaseline: Bool
  /// Only where no oxygen flows: the last oxygen entry is room air or 0, or there is none.
  package let onRoomAir: Bool

  package init(
    sign: VitalSign,
    atLeast: Int?,
    atMost: Int?,
    noOlderThan: TimeSpan,
    orBaseline: Bool,
    onRoomAir: Bool
  ) {
    self.sign = sign
    self.atLeast = atLeast
    self.atMost = atMost
    self.noOlderThan = noOlderThan
    self.orBaseline = orBaseline
    self.onRoomAir = onRoomAir
  }
}

/// The last entry of an effect at most so strong, or not present for a time; looked for not too long ago.
///
/// Without a recent entry of the effect, not having asked about it would pass.
package struct SettledEffect: Hashable {
  package enum Limit: Hashable {
    /// At most n/10 as last rated; gone and absent are 0. A grade in words is met only where its whole
    /// band lies at or under it.
    case rating(atMost: Int)
    /// Not present in any entry of the last so long, and the last entry says that it is not there.
    case absentFor(TimeSpan)
  }

  package let effect: EffectName
  package let limit: Limit
  /// The last entry of the effect is no older.
  package let noOlderThan: TimeSpan

  package init(effect: EffectName, limit: Limit, noOlderThan: TimeSpan) {
    self.effect = effect
    self.limit = limit
    self.noOlderThan = noOlderThan
  }
}

/// None of these medicines, and no oxygen, in the last so long.
///
/// Where medicines are asked about, one that is not on the protocol's list at all is asked about too, and
/// so are the words of what was done.
package struct NoRecentMedicine: Hashable {
  package let medicines: [String]
  package let orOxygen: Bool
  package let within: TimeSpan

  package init(medicines: [String], orOxygen: Bool, within: TimeSpan) {
    self.medicines = medicines
    self.orOxygen = orOxygen
    self.within = within
  }
}
