import SessionRecord

/// For how long an identity is kept.
struct Retention {
  private let years: Int?
  /// The day of the last of the course, by the clinic's calendar.
  private let last: CivilTime
  /// The first day on which it may be erased without a reason; nil where the clinic set no time.
  private let end: CivilTime?

  /// Calendar years of a zone: what was last on 29 February ends, in a year without one, on 1 March.
  init(years: Int?, since last: Instant, in zone: Zone) {
    let day = Stamp(last, in: zone).civil
    self.years = years
    self.last = day
    end = years.flatMap { years in
      CivilTime(year: day.year + years, month: day.month, day: day.day)
        ?? CivilTime(year: day.year + years, month: 3, day: 1)
    }
  }

  /// With what reason and on whose authority it is erased.
  func allow(
    _ code: PatientCode,
    because reason: String?,
    onAuthority authority: String?,
    today: CivilTime
  ) throws(RetentionRefusal) -> (reason: String, authority: String) {
    let reason = reason.flatMap { $0.isBlank ? nil : $0 }
    let authority = authority.flatMap { $0.isBlank ? nil : $0 }
    if let reason, let authority { return (reason, authority) }
    guard let years, let end, today.date >= end.date else {
      throw .isKept(code, last: last.date, until: end?.date, years: years)
    }
    let over = "the \(years) years for which identities are kept ended on \(end.date)"
    return (reason ?? over, authority ?? "nobody named")
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
