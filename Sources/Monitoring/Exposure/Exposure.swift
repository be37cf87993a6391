package import SessionRecord

/// What was given in a session: each dose and infusion, and the totals of each drug by route.
///
/// It counts what was given, never what was planned; what is not known stays not known.
package struct Exposure: Hashable {
  /// In the order in which they began.
  package let given: [GivenDose]
  /// In the order in which each drug and route first began.
  package let totals: [DoseTotal]

  package init(given: [GivenDose], totals: [DoseTotal]) {
    self.given = given
    self.totals = totals
  }
}

extension [GivenDose] {
  /// Those of a drug that were given over a time, or started, in the order in which they began.
  package func infusions(of drug: String) -> [GivenDose] {
    filter { $0.isInfusion && $0.drug == drug }
  }
}

/// One dose, at once or as an infusion.
package struct GivenDose: Hashable {
  /// How much of it was given.
  package enum Given: Hashable {
    case amount(Amount)
    /// Still running, or paused, as of the instant.
    case running
    /// Its planned end is past, or another began, and no stop was entered.
    case endNotRecorded
    /// Stopped, and it was not said how much was given.
    case notSaid
    /// Stopped, and the amount given is not known.
    case notKnown
  }

  /// The entry of the dose; nil for an infusion that was started without one.
  package let dose: EntryNumber?
  /// The entry that started it, where that is an event of its own.
  package let start: EntryNumber?
  package let drug: String
  package let route: Route?
  /// What was to be given: of a dose at once, the same as was given.
  package let planned: Amount?
  package let overMinutes: Int?
  package let began: Stamp
  package let pauses: [Pause]
  /// The entry that stopped it.
  package let stop: EntryNumber?
  /// The recorded stop, else the planned end moved by pauses, once that is reached.
  ///
  /// Nil while it runs, and where nothing says when it ends. A dose at once ends when it began.
  package let ended: Instant?
  package let given: Given
  /// Whether something about the dose waits to be typed again.
  package let isUnverified: Bool

  /// A time in which an infusion did not run; without an end it is paused.
  package struct Pause: Hashable {
    package let from: Instant
    package let to: Instant?

    package init(from: Instant, to: Instant?) {
      self.from = from
      self.to = to
    }
  }

  package init(
    dose: EntryNumber?,
    start: EntryNumber?,
    drug: String,
    route: Route?,
    planned: Amount?,
    overMinutes: Int?,
    began: Stamp,
    pauses: [Pause],
    stop: EntryNumber?,
    ended: Instant?,
    given: Given,
    isUnverified: Bool
  ) {
    self.dose = dose
    self.start = start
    self.drug = drug
    self.route = route
    self.planned = planned
    self.overMinutes = overMinutes
    self.began = began
    self.pauses = pauses
    self.stop = stop
    self.ended = ended
    self.given = given
    self.isUnverified = isUnverified
  }

  package var isInfusion: Bool { overMinutes != nil || dose == nil || start != nil }
  package var isPaused: Bool { given == .running && pauses.last.map { $0.to == nil } ?? false }
}

/// What was given of one drug by one route.
package struct DoseTotal: Hashable {
  package let drug: String
  package let route: Route?
  /// The sum of what is known to be given, in thousandths of a milligram; nil where nothing of it is known
  /// in milligrams.
  package let milligramThousandths: Int?
  /// How many doses and infusions it sums.
  package let count: Int
  /// How many more there were, whose amount is not known, not said, not recorded or still running, or is
  /// not a mass.
  package let uncounted: Int
  /// Whether some of the sum waits to be typed again.
  package let isUnverified: Bool

  package init(
    drug: String,
    route: Route?,
    milligramThousandths: Int?,
    count: Int,
    uncounted: Int,
    isUnverified: Bool
  ) {
    self.drug = drug
    self.route = route
    self.milligramThousandths = milligramThousandths
    self.count = count
    self.uncounted = uncounted
    self.isUnverified = isUnverified
  }
}
