import SessionRecord

/// When something was entered, and where one rule finds that nothing was for too long.
struct AttendanceFold {
  let place: Int
  let rule: Rule
  private let longest: TimeSpan
  private var timeZero: Instant?
  /// The last entry, from time zero on.
  private var last: ObservedOrder?
  /// Each too long time that an entry has ended.
  private var ended: [(after: ObservedOrder, until: Instant)] = []

  init(_ condition: Unattended, of rule: Rule, at place: Int) {
    longest = .minutes(condition.minutes)
    self.rule = rule
    self.place = place
  }

  /// The entries as they stand, in observed order.
  mutating func fold(_ attended: [ObservedOrder], timeZero: Instant?) {
    self.timeZero = timeZero
    last = nil
    ended = []
    for order in attended { take(order) }
  }

  /// Takes the next one in observed order.
  mutating func take(_ order: ObservedOrder) {
    guard let timeZero, order.observed >= timeZero else { return }
    if let last, order.observed - last.observed > longest { ended.append((last, order.observed)) }
    last = order
  }

  /// What it finds, however far time goes on.
  func flags(after groups: Int) -> [TimedFlag] {
    let open = last.map { [(after: $0, until: Instant?.none)] } ?? []
    return (ended.map { (after: $0.after, until: Optional($0.until)) } + open).map { gap in
      TimedFlag(
        place: groups + 1 + place,
        cause: .entry(gap.after.number),
        raised: gap.after.observed + longest,
        cleared: gap.until,
        ofRule: TimedFlag.OfRule(rule: rule, measure: .rule(rule.id), readings: [])
      )
    }
  }
}
