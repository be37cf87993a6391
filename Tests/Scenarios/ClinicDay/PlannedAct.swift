import SessionRecord

/// What a nurse does in one session at one moment of the day.
struct PlannedAct {
  enum Kind {
    case open
    /// A line typed now; *name* is by what later acts speak of the entry.
    case type(String, name: String?)
    /// A line about a time that is over.
    case typeLater(String, observed: Instant, name: String?)
    case putOff(Deferral.Subject, words: String)
    /// `fix` of a named entry: what it says now.
    case correct(String, String)
    /// `fix` of a named entry: when it was.
    case move(String, to: Instant)
    case withdraw(String)
    case undo
    case acknowledge
    case answer
    case close(name: String)
  }

  let at: Instant
  /// The session's place in the day, from 0.
  let session: Int
  let author: String
  let kind: Kind

  /// Whether a refusal is no surprise: there may be nothing to undo or to acknowledge, an entry may be
  /// void by now, the session closed.
  var mayBeRefused: Bool {
    switch kind {
    case .open, .putOff: false
    case .undo, .acknowledge, .correct, .move, .withdraw: true
    case .type, .typeLater, .answer, .close: false
    }
  }
}
