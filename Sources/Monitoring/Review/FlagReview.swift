package import SessionRecord

/// Flags of many sessions: those about the patient, or those about the record itself.
package struct FlagReview {
  package private(set) var total = 0
  /// Sessions with any.
  package private(set) var sessions = 0
  /// Sessions with one of high priority.
  package private(set) var sessionsWithHigh = 0
  /// Told, and in no other count.
  package internal(set) var retracted = 0
  package private(set) var reviews = ReviewCounts()
  /// Most first, then by id.
  package var rules: [RuleReview] {
    byRule.values.sorted { ($1.total, $0.rule) < ($0.total, $1.rule) }
  }

  private var byPriority = Priority.allCases.map { PriorityReview($0) }
  private var byRule: [RuleID: RuleReview] = [:]
  private var lastSession = 0
  private var lastHigh = 0

  package init() {}

  package func priority(_ priority: Priority) -> PriorityReview {
    byPriority[priority.rawValue - Priority.info.rawValue]
  }

  /// *session* counts the sessions from 1, and comes in order.
  mutating func add(_ flag: SessionTally.CountedFlag, in session: Int, isOpen: Bool) {
    total += 1
    if lastSession != session {
      lastSession = session
      sessions += 1
    }
    if flag.priority == .high, lastHigh != session {
      lastHigh = session
      sessionsWithHigh += 1
    }
    reviews.add(flag.review)
    byPriority[flag.priority.rawValue - Priority.info.rawValue].add(flag, isOpen: isOpen)
    byRule[flag.rule, default: RuleReview(flag.rule)].add(flag, in: session)
  }
}

/// Flags of one priority, and how soon they were acknowledged.
package struct PriorityReview {
  package let priority: Priority
  package private(set) var total = 0
  /// Of the acknowledged ones: from when the record first showed the flag to its first acknowledgement.
  package private(set) var acknowledged = SpanCounts()
  /// Never acknowledged, in sessions that are closed.
  package private(set) var never = 0
  /// Not acknowledged so far, in sessions that are open.
  package private(set) var notYet = 0

  init(_ priority: Priority) { self.priority = priority }

  mutating func add(_ flag: SessionTally.CountedFlag, isOpen: Bool) {
    total += 1
    if let after = flag.acknowledgedAfter {
      acknowledged.add(after)
    } else if isOpen {
      notYet += 1
    } else {
      never += 1
    }
  }
}

/// One rule's flags, and how long values were beyond its limit.
package struct RuleReview {
  package let rule: RuleID
  package private(set) var total = 0
  package private(set) var sessions = 0
  /// From the first reading beyond the limit to the first that was back inside and stayed there.
  package private(set) var beyond = SpanCounts()
  /// Beyond the limit, and never seen back inside: for how long, nobody knows.
  package private(set) var notSeenBackInside = 0

  private var byPriority = Priority.allCases.map { _ in 0 }
  private var lastSession = 0

  init(_ rule: RuleID) { self.rule = rule }

  package func count(_ priority: Priority) -> Int {
    byPriority[priority.rawValue - Priority.info.rawValue]
  }

  /// Whether its flags are of values compared with a limit.
  package var hasLimit: Bool { beyond.count + notSeenBackInside > 0 }

  mutating func add(_ flag: SessionTally.CountedFlag, in session: Int) {
    total += 1
    if lastSession != session {
      lastSession = session
      sessions += 1
    }
    byPriority[flag.priority.rawValue - Priority.info.rawValue] += 1
    switch flag.beyond {
    case .until(let span)?: beyond.add(span)
    case .notSeenBackInside?: notSeenBackInside += 1
    case nil: break
    }
  }
}
