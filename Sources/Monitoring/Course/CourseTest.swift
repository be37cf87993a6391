import SessionRecord

extension CourseReading {
  /// No test on file, or none within that many days of the day, or before so many sessions have passed since
  /// the last; at the last day itself it still counts.
  func testDue(_ test: LaboratoryTest, days: Int?, sessions: Int?) -> Said {
    guard let last = results(of: test).last else { return Said(.yes, "no \(test.title) on file") }
    let age = age(of: last.day)
    let since = dosed(sinceDay: last.day).count
    let isOld = days.map { age > $0 } ?? false
    let isPassed = sessions.map { since >= $0 } ?? false
    return Said(
      speaks: isOld || isPassed,
      "\(test.title) on \(last.day), \(CourseBasis.count(age, "day")) before, "
        + "\(CourseBasis.count(since, "session")) since"
    )
  }

  /// The newest result of the test is remarkable.
  func remarkable(_ test: LaboratoryTest) -> Said {
    guard let last = results(of: test).last else {
      return Said(.unknown, "no \(test.title) on file")
    }
    return Said(
      speaks: last.finding == .remarkable,
      "\(test.title) on \(last.day) \(last.finding.word)"
    )
  }

  /// Days of the calendar from a date to the day.
  private func age(of date: String) -> Int {
    let civil = Stamp(now, in: zone).civil
    guard let from = CivilTime(date: date),
      let to = CivilTime(year: civil.year, month: civil.month, day: civil.day)
    else { return 0 }
    return (to.instant(offsetMinutes: 0) - from.instant(offsetMinutes: 0)).milliseconds / 86_400_000
  }
}
