/// Tasks after a session, and none of them for what is reviewed as serious.
struct UnreportedSerious: ProtocolLint {
  func findings(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    let tasks = monitoringProtocol.afterCare
    guard !tasks.isEmpty, !tasks.contains(where: { $0.occasion == .serious }) else { return [] }
    return [
      ProtocolFinding(
        path: "afterCare",
        problem: "No task has the occasion “serious”: what a review calls serious is then due to"
          + " be reported by nobody.",
        remedy: "Add a task with the occasion “serious”."
      )
    ]
  }
}
