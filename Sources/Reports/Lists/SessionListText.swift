package import SessionRecord

/// Sessions, one a line.
package struct SessionListText {
  private let sessions: [Session]
  private let style: Style

  package init(_ sessions: [Session], style: Style) {
    self.sessions = sessions
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    guard !sessions.isEmpty else {
      page.add("There is no session.")
      return page.text
    }
    var table = Table([
      .init("No.", number: true), .init("Session"), .init("Patient"), .init("Opened"),
      .init("Closed"), .init("State"), .init("Protocol"), .init("Room"),
    ])
    for session in sessions {
      let clock = SessionClock(of: session)
      let opened = session.opened.instant
      table.add([
        Phrase("\(session.number)"), Phrase(session.label), Phrase(session.opening.patient.text),
        Phrase(clock.dateAndClock(opened).unbroken),
        Phrase(session.closed.map { clock.clock($0.instant, near: opened) } ?? "–"),
        Phrase(session.state.rawValue.uppercased(), session.state == .void ? .high : .plain),
        Phrase(session.opening.monitoringProtocol.id.text),
        Phrase(session.room ?? "–"),
      ])
    }
    page.add(table)
    let void = sessions.filter { $0.state == .void }.count
    page.add(
      Phrase(
        counted(sessions.count - void, "session")
          + (void > 0 ? ", \(void) struck out, not counted" : "")
      )
    )
    return page.text
  }
}
