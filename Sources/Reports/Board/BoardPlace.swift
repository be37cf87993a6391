import SessionRecord

/// Where a session is, in the fewest words that leave no doubt: `room 2`, `room 2 (P-014)` where two
/// are in one room, and `S-2026-0119` where nobody entered one.
struct BoardPlace {
  private let taken: [String: Int]

  init(_ sessions: [BoardSession]) {
    taken = Dictionary(sessions.compactMap(\.room).map { ($0, 1) }, uniquingKeysWith: +)
  }

  func name(_ session: BoardSession) -> String {
    guard let room = session.room else { return session.session.label }
    let name = "room\u{A0}\(room)"
    return taken[room] == 1 ? name : "\(name) (\(session.session.opening.patient))"
  }
}
