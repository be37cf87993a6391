import SessionRecord

extension CourseReading {
  /// More than *most* sessions with a dose of the class in so many days, the one to be opened included.
  func frequency(most: Int, days: Int) -> Said {
    let within = dosed(withinDays: days)
    let count = within.count + (isOpening ? 1 : 0)
    var basis = "\(CourseBasis.count(count, "session")) in \(CourseBasis.count(days, "day"))"
    if isOpening { basis += " with this one" }
    if !within.isEmpty { basis += ": \(within.labels)" }
    return Said(speaks: count > most, basis)
  }

  /// So many sessions with a dose of the class, and no review of the response since.
  func count(_ most: Int) -> Said {
    let review = results(of: .responseReview).last
    let since = dosed(sinceDay: review?.day)
    let sessions = CourseBasis.count(since.count, "session")
    guard let review else {
      return Said(speaks: since.count >= most, "\(sessions), no review of the response on file")
    }
    return Said(
      speaks: since.count >= most,
      "\(sessions) since the review of the response on \(review.day)"
    )
  }
}
