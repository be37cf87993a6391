package import SessionRecord

/// Sessions as a table, one a line.
package struct SessionListCSV {
  private let sessions: [Session]

  package init(_ sessions: [Session]) { self.sessions = sessions }

  /// Every line ends with CRLF, the last one too.
  package var text: String {
    var table = CSVTable([
      "number", "session", "patient", "state", "opened", "closed", "zone", "setting", "room",
      "protocol", "protocol_version", "protocol_digest", "prescriber", "indication", "weight_kg",
    ])
    for session in sessions {
      let opening = session.opening
      table.add([
        .integer(session.number.value), .text(session.label), .text(opening.patient.text),
        .plain(session.state.rawValue), .plain(session.opened.rfc3339),
        .plain(session.closed?.rfc3339), .text(opening.zone), .plain(opening.setting.rawValue),
        .text(session.room), .text(opening.monitoringProtocol.id.text),
        .text(opening.monitoringProtocol.version),
        .plain(opening.monitoringProtocol.digest.description),
        .text(opening.prescriber?.text), .text(opening.indication),
        .plain(opening.weight.map { decimal($0.thousandths) }),
      ])
    }
    return table.text
  }
}
