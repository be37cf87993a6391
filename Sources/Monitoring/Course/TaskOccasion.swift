import SessionRecord

/// One time that a task is to be done, with what became of it.
struct TaskOccasion {
  /// By what it was closed, and when that was observed.
  struct Settled {
    let at: Instant
    let entry: EntryNumber?
  }

  let task: AfterCareTask
  let session: Session
  /// The first dose, or when a review was observed.
  let at: Instant
  let review: EntryNumber?
  private(set) var settled: Settled?
  private(set) var tries: [EntryNumber] = []

  init(_ task: AfterCareTask, of session: Session, at: Instant, review: EntryNumber?) {
    self.task = task
    self.session = session
    self.at = at
    self.review = review
  }

  var opens: Instant { at + task.opens }

  /// What was observed first closes it.
  mutating func settle(_ new: Settled?) {
    guard let new else { return }
    guard let settled, settled.at <= new.at else { return settled = new }
  }

  mutating func tried(_ entry: EntryNumber) { tries.append(entry) }

  func task(asOf: Instant) -> CareTask {
    let due = at + task.due
    let state: CareTask.State
    if let settled {
      state = .closed(by: settled.entry)
    } else if asOf < opens {
      state = .notOpen
    } else {
      state = asOf > due ? .overdue : .open
    }
    let grown = task.grows.last { at + $0.after <= asOf }?.priority ?? .info
    return CareTask(
      task: task,
      session: session,
      review: review,
      opens: opens,
      due: due,
      state: state,
      priority: settled == nil ? grown : .info,
      tries: tries
    )
  }
}
