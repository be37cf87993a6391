import SessionRecord

extension CourseReading {
  /// A concern was entered within so many days; what it says is not repeated.
  func concern(days: Int) -> Said {
    let since = now - .hours(24 * days)
    let entered = standing.filter { entry in
      if case .course(.concern) = entry.content { entry.observed.instant >= since } else { false }
    }
    let span = CourseBasis.count(days, "day")
    guard let last = entered.last else { return Said(.no, "none entered in \(span)") }
    return Said(
      .yes,
      "\(entered.count) entered in \(span), the last on \(last.observed.civil.date)"
    )
  }
}
