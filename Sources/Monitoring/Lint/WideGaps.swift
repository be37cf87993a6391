/// Groups with three or more slots of which two neighbours are more than an hour apart.
struct WideGaps: ProtocolLint {
  /// In minutes; Vigil's own, and no clinical limit: a gap this wide in a course is more often a slip.
  private static let widest = 60
  /// Fewer slots are single moments and no course.
  private static let fewest = 3

  func findings(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    monitoringProtocol.schedule.groups.flatMap { group -> [ProtocolFinding] in
      guard group.slots.filter({ $0.mark != .whileHigh }).count >= WideGaps.fewest else {
        return []
      }
      return zip(group.slots, group.slots.dropFirst()).compactMap { earlier, later in
        let gap = later.minutes - earlier.minutes
        guard gap > WideGaps.widest else { return nil }
        return ProtocolFinding(
          path: "schedule.groups.\(group.id)",
          problem: "“\(group.title)” is not asked for from T+\(earlier.minutes) to"
            + " T+\(later.minutes), \(gap) minutes.",
          remedy: "Add a slot between, or split the group."
        )
      }
    }
  }
}
