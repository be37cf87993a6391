extension SessionTally {
  /// What was given of one drug by one route in a session.
  package struct GivenTotal: Hashable {
    package let drug: String
    package let route: Route?
    /// When the first of it began.
    package let firstBegan: Instant
    /// When the last of it began.
    package let lastBegan: Instant
    /// Of the ketamine class, as the session's protocol says.
    package let isOfClass: Bool
    /// In thousandths of a milligram; nil where nothing of it is known in milligrams.
    package let milligramThousandths: Int?
    /// In thousandths of mg/kg, rounded down; nil without a weight of the day, except where all that is
    /// known was entered per kilogram.
    package let perKilogramThousandths: Int?
    /// Whether some of it is not known, so that the sum is a least amount.
    package let isIncomplete: Bool

    package init(
      drug: String,
      route: Route?,
      firstBegan: Instant,
      lastBegan: Instant,
      isOfClass: Bool,
      milligramThousandths: Int?,
      perKilogramThousandths: Int?,
      isIncomplete: Bool
    ) {
      self.drug = drug
      self.route = route
      self.firstBegan = firstBegan
      self.lastBegan = lastBegan
      self.isOfClass = isOfClass
      self.milligramThousandths = milligramThousandths
      self.perKilogramThousandths = perKilogramThousandths
      self.isIncomplete = isIncomplete
    }
  }

  /// The highest usable, verified pressure after time zero, less the baseline, in thousandths of mmHg.
  package struct PressureRise: Hashable {
    package let systolic: Int
    package let diastolic: Int

    package init(systolic: Int, diastolic: Int) {
      self.systolic = systolic
      self.diastolic = diastolic
    }
  }

  package struct CountedScore: Hashable {
    /// Lower case, as it is stored.
    package let scale: String
    package let score: Int
    /// The answers that it was reckoned from, in their order; empty where the score alone was typed.
    package let items: [Int]
    package let at: Instant

    package init(scale: String, score: Int, items: [Int] = [], at: Instant) {
      self.scale = scale
      self.score = score
      self.items = items
      self.at = at
    }
  }

  /// A decision that another typed and that its prescriber has not countersigned.
  package struct OpenCountersignature: Hashable {
    /// The decision's entry in the session.
    package let entry: EntryNumber
    package let decidedBy: ClinicianCode
    /// When the decision was observed.
    package let at: Instant

    package init(entry: EntryNumber, decidedBy: ClinicianCode, at: Instant) {
      self.entry = entry
      self.decidedBy = decidedBy
      self.at = at
    }
  }

  /// A review that calls a flag or a side effect serious.
  package struct SeriousReview: Hashable {
    package let entry: EntryNumber
    package let at: Instant

    package init(entry: EntryNumber, at: Instant) {
      self.entry = entry
      self.at = at
    }
  }
}
