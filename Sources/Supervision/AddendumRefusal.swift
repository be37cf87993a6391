package import SessionRecord

/// Why an addendum is not stored.
package enum AddendumRefusal: Refusal, Hashable {
  /// While a session is open, what is to be told is a note.
  case sessionOpen(Session, String)
  case authorMissing
  case wordsMissing

  package var kind: RefusalKind {
    switch self {
    case .sessionOpen: .notAllowed
    case .authorMissing, .wordsMissing: .usage
    }
  }

  package var problem: String {
    switch self {
    case .sessionOpen(let session, _):
      "\(session.label) is open: an addendum is for a session that is closed. Nothing was stored."
    case .authorMissing: "Who adds this? An addendum is nobody's by default. Nothing was stored."
    case .wordsMissing: "An addendum says something. Nothing was stored."
    }
  }

  package var remedy: String? {
    switch self {
    case .sessionOpen(let session, let text):
      "Write a note: vigil add -s \(session.label) note \(text)"
    case .authorMissing: "Add --by LH, or set VIGIL_BY."
    case .wordsMissing:
      "As: vigil addendum S-2026-0012 'the pharmacy called back: batch confirmed' "
        + "--by LH"
    }
  }
}
