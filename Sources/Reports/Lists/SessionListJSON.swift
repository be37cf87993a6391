package import SessionRecord

/// Sessions as a document, `vigil/sessions/1`.
package struct SessionListJSON {
  private let sessions: [Session]
  private let adoptions: Adoptions

  package init(_ sessions: [Session], adoptions: [Adoption] = []) {
    self.sessions = sessions
    self.adoptions = Adoptions(adoptions)
  }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/sessions/1"),
      "count": .integer(sessions.filter { $0.state != .void }.count),
      "sessions": .array(sessions.map { SessionJSON.session($0, adoptions) }),
    ]).text
  }
}
