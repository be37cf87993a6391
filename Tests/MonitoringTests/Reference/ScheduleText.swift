import Monitoring
import SessionRecord

/// The schedule of an assessment as lines.
extension AssessmentText {
  static func schedule(
    _ groups: [ScheduledGroup],
    kept: [(kept: Int, of: Int)]
  ) -> [String] {
    zip(groups, kept).flatMap { group, count in
      let name = "group \(group.group.id)"
      var lines: [String] = []
      if let baseline = group.baseline {
        lines.append(
          "\(name) baseline \(baseline.taken) of \(baseline.wanted)"
            + " by \(SessionText.time(baseline.deadline))\(baseline.isOverdue ? " overdue" : "")"
        )
      }
      lines += group.slots.map { slot in
        "\(name) slot T+\(slot.minutes) due \(SessionText.time(slot.due))"
          + " from \(SessionText.time(slot.opens))"
          + " to \(slot.ends.map(SessionText.time) ?? "the end"): \(state(slot.state))"
      }
      return lines + ["\(name) \(count.kept) of \(count.of) kept"]
    }
  }

  static func state(_ state: SlotState) -> String {
    switch state {
    case .kept(let at, let by), .keptLate(let at, let by), .notObtained(let at, let by):
      "\(state.word) at \(SessionText.time(at)) by \(by.map(\.value))"
    case .deferred(let at, let by): "\(state.word) at \(SessionText.time(at)) by \(by)"
    case .upcoming, .due, .overdue, .missed: state.word
    }
  }
}
