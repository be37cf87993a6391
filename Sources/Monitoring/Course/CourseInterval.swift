import SessionRecord

extension CourseReading {
  /// Less time than *least* since the start of the last dose of the class, by whatever route; exactly that
  /// is enough.
  func interval(_ least: TimeSpan) -> Said {
    let earlier = isOpening ? dosed : Array(dosed.dropLast())
    guard let last = earlier.last, let end else {
      return Said(
        .no,
        dosed.isEmpty ? "no dose of the class on record" : "no dose of the class before it"
      )
    }
    let span = end - last.at
    let since = "\(CourseSpan.words(span)) since \(last.label) (\(last.last))"
    guard !isOpening, let newest = dosed.last else { return Said(speaks: span < least, since) }
    return Said(speaks: span < least, "\(newest.label): \(since)")
  }
}
