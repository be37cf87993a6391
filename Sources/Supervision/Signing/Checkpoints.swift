import RecordStore
package import SessionRecord

extension Supervision {
  /// The head of a session's stream as it is now; nothing is written.
  package func checkpoint(of session: Session) throws -> Checkpoint {
    guard let head = try store.head(of: .session(session.number)) else {
      throw SupervisionRefusal.noSuchSession(String(session.number.value))
    }
    return Checkpoint(
      session: session.number,
      label: session.label,
      patient: session.opening.patient,
      isOpen: session.isOpen,
      entry: head.entry,
      recorded: head.recorded,
      digest: head.hash
    )
  }

  /// Those of every open session, by number.
  package func checkpoints() throws -> [Checkpoint] {
    try store.sessions(of: nil, openOnly: true).map(checkpoint(of:))
  }
}
