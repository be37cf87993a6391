import SessionRecord

extension Session {
  /// What a session's log makes of it; nil where it does not begin with an opening.
  init?(_ number: SessionNumber, log: [Entry], chart: Chart) {
    guard let opening = chart.opening, let first = chart.entries.first else { return nil }
    self.init(
      number: number,
      opening: opening,
      opened: first.observed,
      closed: chart.closing?.observed,
      state: State(log, chart),
      room: chart.room
    )
  }
}

extension Session.State {
  /// Void with its opening; else by its first unvoided closing, and by what was entered since.
  ///
  /// An acknowledgement, a review, a countersignature and a follow-up correct nothing: they leave a closed
  /// session closed.
  fileprivate init(_ log: [Entry], _ chart: Chart) {
    if chart.isVoid {
      self = .void
    } else if let closing = chart.closing {
      let corrected = log.contains {
        $0.number > closing.number && $0.content.changesClosed
      }
      self = corrected ? .amended : .closed
    } else {
      self = .open
    }
  }
}

extension Content {
  /// Whether it changes what a closed session says.
  fileprivate var changesClosed: Bool {
    switch self {
    case .acknowledgement, .review, .followUp, .screening(.countersignature), .clockStep: false
    case .opened, .vitals, .effect, .dose, .infusion, .check, .waste, .scale, .action, .note,
      .mark, .deferred, .verification, .amendment, .void, .closed, .leaving, .screening,
      .presence, .assigned, .addendum, .course, .moved:
      true
    }
  }
}
