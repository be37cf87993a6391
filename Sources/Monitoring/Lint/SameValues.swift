import SessionRecord

/// Two rules that are broken by exactly the same values, so that one of them says nothing of its own.
struct SameValues: ProtocolLint {
  func findings(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    let rules = monitoringProtocol.askedRules
    return rules.enumerated().compactMap { place, later in
      guard let earlier = rules[..<place].first(where: { $0.isTwin(of: later) }) else { return nil }
      guard earlier.reachedPriority != later.reachedPriority else {
        return later.finding(
          "It breaks at exactly the same values as “\(earlier.id)”, so one event is flagged twice.",
          "Take one of the two out, or move its limit."
        )
      }
      let (milder, worse) =
        earlier.reachedPriority < later.reachedPriority ? (earlier, later) : (later, earlier)
      return worse.finding(
        "The milder rule “\(milder.id)” (\(milder.reachedPriority.word)) breaks at exactly the same"
          + " values as this one (\(worse.reachedPriority.word)) and hides it in the list.",
        "Take the milder one out, or move its limit."
      )
    }
  }
}

extension Rule {
  /// Whether both open their flags by the same values, and the worse one in every session of the milder.
  fileprivate func isTwin(of other: Rule) -> Bool {
    let (milder, worse) = reachedPriority < other.reachedPriority ? (self, other) : (other, self)
    return window == other.window && sustained == other.sustained
      && (worse.spo2Scale == nil || worse.spo2Scale == milder.spo2Scale)
      && condition.isBroken(wherever: other.condition)
      && other.condition.isBroken(wherever: condition)
  }
}
