extension Content {
  /// Whether an entry of a patient's course can say it.
  ///
  /// Screening answers, scores, follow-ups, what is of the course itself, and withdrawals; everything
  /// else is of a session.
  package var belongsInCourse: Bool {
    switch self {
    case .screening(.answers), .scale, .followUp, .course, .void: true
    case .opened, .vitals, .effect, .dose, .infusion, .check, .waste, .action, .note, .mark,
      .deferred, .acknowledgement, .verification, .amendment, .closed, .leaving, .screening,
      .presence, .assigned, .review, .addendum, .moved, .clockStep:
      false
    }
  }
}
