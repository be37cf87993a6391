package import SessionRecord

/// Something that the clinic does after each session, and by when.
package struct AfterCareTask: Hashable {
  package let id: TaskID
  package let title: String
  package let occasion: Occasion
  /// From when on it can be done, after the occasion.
  package let opens: TimeSpan
  package let due: TimeSpan
  /// What it is called from these on, in the order of time: a task that nobody did grows.
  package let grows: [Growth]
  package let closing: Closing
  package let basis: Basis

  /// After what it is to be done.
  package enum Occasion: String, Hashable, CaseIterable {
    /// Time zero of a session; a session without a dose has none.
    case dose
    /// A review that calls a flag or a side effect serious; once for each.
    case serious
    /// A decision that another typed, until its prescriber countersigns it; no protocol asks for it, and
    /// every session with one has it.
    case countersignature
  }

  package struct Growth: Hashable {
    package let after: TimeSpan
    package let priority: Priority

    package init(after: TimeSpan, priority: Priority) {
      self.after = after
      self.priority = priority
    }
  }

  /// What closes it, beside a follow-up entry that names it.
  package enum Closing: Hashable {
    case followUp
    /// An integration entry observed since it opened.
    case integration
    /// A score on each of these scales observed since it opened.
    case scores([String])
  }

  package init(
    id: TaskID,
    title: String,
    occasion: Occasion,
    opens: TimeSpan,
    due: TimeSpan,
    grows: [Growth],
    closing: Closing,
    basis: Basis
  ) {
    self.id = id
    self.title = title
    self.occasion = occasion
    self.opens = opens
    self.due = due
    self.grows = grows
    self.closing = closing
    self.basis = basis
  }
}
