import RecordStore
package import SessionRecord

/// What a session is wanted for, which decides what is said where none is meant.
package enum SessionUse: Hashable {
  case recording
  case reading
  /// To close it or to strike it out: a bare number then means a session, never a room.
  case ending

  /// What to do where no session is open.
  var withoutOpenSession: String {
    let open = "Open one: vigil start P-014 --protocol iv-0.5-40 --by KO --prescriber LH"
    switch self {
    case .recording:
      return open
        + "\nTo correct or acknowledge in a closed one, name it with -s, as: vigil fix -s 12 17 hr 84 -- why"
    case .ending: return open
    case .reading: return "Name a closed one by its number; vigil sessions lists all."
    }
  }
}

extension Supervision {
  /// The session that a person means: by number, label, patient code or room; without words, the
  /// one that is open.
  ///
  /// Whatever could mean two sessions is refused, and both are named.
  package func session(
    meant text: String?,
    for use: SessionUse = .recording
  ) throws -> Session {
    let open = try store.sessions(of: nil, openOnly: true)
    guard let text else {
      guard let only = open.first else { throw SupervisionRefusal.noOpenSession(use) }
      guard open.count == 1 else {
        throw SupervisionRefusal.severalOpen(open.map(described), use)
      }
      return only
    }
    var candidates: [Session] = []
    if let number = sessionNumber(text), let session = try store.session(number),
      !text.hasPrefix("S-") || session.label == text
    {
      candidates.append(session)
    }
    guard use != .ending || !text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      guard let found = candidates.first else { throw SupervisionRefusal.noSuchSession(text) }
      return found
    }
    for session in open
    where session.opening.patient.text == text || session.room == text {
      if !candidates.contains(where: { $0.number == session.number }) {
        candidates.append(session)
      }
    }
    guard let found = candidates.first else { throw try notOpen(text, use) }
    guard candidates.count == 1 else {
      throw SupervisionRefusal.ambiguousSession(text, candidates.map(meant), use)
    }
    return found
  }

  /// Why a text means no session: of a patient or a room that had some, the last is named.
  private func notOpen(_ text: String, _ use: SessionUse) throws -> SupervisionRefusal {
    let all = try store.sessions(of: nil, openOnly: false).filter { $0.state != .void }
    if let last = all.last(where: { $0.opening.patient.text == text }) {
      return .notOpen(text, last: last.label, last.number, use)
    }
    if let last = all.last(where: { $0.room == text }) {
      return .notOpen("Room \(text)", last: last.label, last.number, use)
    }
    return .noSuchSession(text)
  }

  /// `119`, `#119` or `S-2026-0119`.
  private func sessionNumber(_ text: String) -> SessionNumber? {
    let digits: Substring
    if text.hasPrefix("S-") {
      let parts = text.split(separator: "-")
      guard parts.count == 3 else { return nil }
      digits = parts[2]
    } else {
      digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    }
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(digits).map(SessionNumber.init)
  }

  private func meant(_ session: Session) -> MeantSession {
    MeantSession(
      described: described(session),
      label: session.label,
      patient: session.opening.patient
    )
  }

  private func described(_ session: Session) -> String {
    let room = session.room.map { ", room \($0)" } ?? ""
    return "\(session.number) \(session.opening.patient)\(room)"
  }
}
