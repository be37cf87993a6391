import SessionRecord

extension CareTask {
  /// That a prescriber countersigns what another typed after a call: due at once, and closed by that
  /// alone.
  init(_ open: SessionTally.OpenCountersignature, of session: Session, asOf: Instant) {
    self.init(
      task: AfterCareTask(
        id: TaskID("countersign"),
        title: "\(open.decidedBy) countersigns the decision of #\(open.entry)",
        occasion: .countersignature,
        opens: .seconds(0),
        due: .seconds(0),
        grows: [AfterCareTask.Growth(after: .seconds(0), priority: .medium)],
        closing: .followUp,
        basis: Basis(.proposed, sources: ["vigil"])
      ),
      session: session,
      countersigner: open.decidedBy,
      opens: open.at,
      due: open.at,
      state: asOf > open.at ? .overdue : .open,
      priority: .medium,
      tries: []
    )
  }
}
