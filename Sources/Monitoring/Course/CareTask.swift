package import SessionRecord

/// A task after one session, or after a review that called something serious, as of an instant.
package struct CareTask {
  package enum State: Hashable {
    /// It cannot be done yet.
    case notOpen
    case open
    /// The time by which it was to be done is past.
    case overdue
    /// By a follow-up that closes it, an integration, or the scores: the entry of the course; nil where
    /// the last of the scores was entered in a session.
    case closed(by: EntryNumber?)
  }

  package let task: AfterCareTask
  package let session: Session
  /// The review of the session that it is after; nil for a task after the dose.
  package let review: EntryNumber?
  /// Whose task it is: the prescriber of a decision that waits for a countersignature; nil for every other.
  package let countersigner: ClinicianCode?
  package let opens: Instant
  package let due: Instant
  package let state: State
  /// What it has grown to; info where it has not.
  package let priority: Priority
  /// The follow-ups that tried and did not close it, oldest first.
  package let tries: [EntryNumber]

  package init(
    task: AfterCareTask,
    session: Session,
    review: EntryNumber? = nil,
    countersigner: ClinicianCode? = nil,
    opens: Instant,
    due: Instant,
    state: State,
    priority: Priority,
    tries: [EntryNumber]
  ) {
    self.task = task
    self.session = session
    self.review = review
    self.countersigner = countersigner
    self.opens = opens
    self.due = due
    self.state = state
    self.priority = priority
    self.tries = tries
  }
}

extension CareTask {
  package var isClosed: Bool {
    switch state {
    case .closed: true
    case .notOpen, .open, .overdue: false
    }
  }
}
