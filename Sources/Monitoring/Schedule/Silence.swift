import SessionRecord

/// How long nothing was entered, by the times of the commits.
struct Silence {
  /// An open session in which nothing was entered for so long is not closed.
  ///
  /// Proposed by this project; no publication claims it.
  static let longest = TimeSpan.hours(12)

  private var last: Instant?
  /// When the first silence that a commit ended had become too long.
  private var first: Instant?

  mutating func goOn(to time: Instant) {
    if first == nil, let last, time - last >= Silence.longest { first = last + Silence.longest }
    last = time
  }

  /// The one flag of a session, if it was raised by an instant; it clears with closing.
  func flags(by clock: Instant, closed: Instant?, at place: Int) -> [TimedFlag] {
    guard let raised = first ?? last.map({ $0 + Silence.longest }), raised <= clock,
      closed.map({ raised < $0 }) ?? true
    else { return [] }
    return [TimedFlag(place: place, cause: .silence, raised: raised, cleared: closed)]
  }
}
