/// How far from its minute a slot's value is in time, and when the slot is overdue and missed.
///
/// In minutes; what the schedule says holds for each of its slots that says nothing of its own.
struct SlotTimes {
  /// The widest tolerance that a schedule can have.
  private static let mostTolerance = 60

  let tolerance: Int
  let overdue: Int
  let missed: Int

  init(reading schedule: ProtocolObject) throws(ProtocolRefusal) {
    overdue = try schedule.required("overdue").minutes()
    tolerance = try SlotTimes.tolerance(schedule.required("tolerance"), overdue: overdue)
    let missedNode = try schedule.required("missed")
    missed = try missedNode.minutes()
    guard missed >= overdue else {
      throw missedNode.refusal(
        "A slot cannot be missed after \(missed) minutes and overdue only after \(overdue)."
      )
    }
  }

  /// A block's own tolerance.
  func tolerance(_ node: ProtocolNode) throws(ProtocolRefusal) -> Int {
    try SlotTimes.tolerance(node, overdue: overdue)
  }

  private static func tolerance(
    _ node: ProtocolNode,
    overdue: Int
  ) throws(ProtocolRefusal) -> Int {
    let tolerance = try node.minutes(in: 0...mostTolerance)
    guard tolerance <= overdue else {
      throw node.refusal(
        "A value cannot be in time for \(tolerance) minutes and overdue after \(overdue)."
      )
    }
    return tolerance
  }
}
