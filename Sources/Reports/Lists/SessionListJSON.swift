package import SessionRecord

/// Sessions as a document, `vigil/sessions/1`.
package struct SessionListJSON {
  private let sessions: [Session]

  package init(_ sessions: [Session]) { self.sessions = sessions }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/sessions/1"),
      "count": .integer(sessions.filter { $0.state != .void }.count),
      "sessions": .array(sessions.map(SessionJSON.session)),
    ]).text
  }
}
