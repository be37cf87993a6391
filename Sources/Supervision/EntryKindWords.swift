import SessionRecord

extension EntryKind {
  /// As a refusal calls it.
  var named: String {
    switch self {
    case .opened: "the opening of the session"
    case .closed: "the closing of the session"
    case .verification: "a verification"
    case .acknowledgement: "an acknowledgement"
    case .void: "a withdrawal"
    case .amendment: "a correction"
    case .vitals: "a set of vital signs"
    case .effect: "a side effect"
    case .dose: "a dose"
    case .infusion: "an infusion event"
    case .check: "a second check"
    case .waste: "a waste"
    case .scale: "a score"
    case .action: "an action"
    case .note: "a note"
    case .mark: "a mark"
    case .deferred: "a deferral"
    case .leaving: "a statement about leaving"
    case .screening: "a screening entry"
    case .presence: "an entry of who is there"
    case .assigned: "a change of room"
    case .review: "a review"
    case .addendum: "an addendum"
    case .followUp: "a follow-up"
    case .course: "an entry of the course"
    case .moved: "a move"
    case .clockStep: "a step of the clock"
    }
  }
}
