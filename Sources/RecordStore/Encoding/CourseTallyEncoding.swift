import SessionRecord

extension CanonicalWriter {
  mutating func given(_ given: SessionTally.GivenTotal) {
    text(given.drug)
    optional(given.route) { $1.code($0) }
    instant(given.firstBegan)
    instant(given.lastBegan)
    boolean(given.isOfClass)
    optional(given.milligramThousandths)
    optional(given.perKilogramThousandths)
    boolean(given.isIncomplete)
  }

  mutating func rise(_ rise: SessionTally.PressureRise) {
    group { writer in
      writer.integer(rise.systolic)
      writer.integer(rise.diastolic)
    }
  }

  mutating func counted(_ score: SessionTally.CountedScore) {
    text(score.scale)
    integer(score.score)
    list(score.items) { $1.integer($0) }
    instant(score.at)
  }

  mutating func serious(_ review: SessionTally.SeriousReview) {
    number(review.entry)
    instant(review.at)
  }

  mutating func waiting(_ signature: SessionTally.OpenCountersignature) {
    number(signature.entry)
    text(signature.decidedBy.text)
    instant(signature.at)
  }
}

extension CanonicalReader {
  mutating func given() throws(DamagedBody) -> SessionTally.GivenTotal {
    SessionTally.GivenTotal(
      drug: try text(),
      route: try optional { reader throws(DamagedBody) in try reader.code(Route.self) },
      firstBegan: try instant(),
      lastBegan: try instant(),
      isOfClass: try boolean(),
      milligramThousandths: try optionalInteger(),
      perKilogramThousandths: try optionalInteger(),
      isIncomplete: try boolean()
    )
  }

  mutating func rise() throws(DamagedBody) -> SessionTally.PressureRise {
    try group { reader throws(DamagedBody) in
      SessionTally.PressureRise(
        systolic: try reader.integer(),
        diastolic: try reader.integer()
      )
    }
  }

  mutating func countedScore() throws(DamagedBody) -> SessionTally.CountedScore {
    SessionTally.CountedScore(
      scale: try text(),
      score: try integer(),
      items: try list { reader throws(DamagedBody) in try reader.integer() },
      at: try instant()
    )
  }

  mutating func serious() throws(DamagedBody) -> SessionTally.SeriousReview {
    SessionTally.SeriousReview(entry: try entryNumber(), at: try instant())
  }

  mutating func waiting() throws(DamagedBody) -> SessionTally.OpenCountersignature {
    SessionTally.OpenCountersignature(
      entry: try entryNumber(),
      decidedBy: try clinician(),
      at: try instant()
    )
  }
}
