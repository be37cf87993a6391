import ArgumentParser
import Foundation
import Monitoring
import RecordStore
import Reports
import SessionRecord
import Shorthand
import Supervision

/// A command whose words are a line: parsed by hand, so that the line arrives as it was typed.
///
/// ArgumentParser only prints its help.
protocol LineCommand: ParsableCommand {
  static var name: String { get }
  static func run(_ arguments: [String]) throws
}

extension LineCommand {
  func run() throws { throw CleanExit.helpRequest(self) }

  /// Records lines in the session that is meant, and answers.
  static func record(_ lines: [String], _ arguments: LineArguments) throws {
    try record(lines.map(Input.line), arguments)
  }

  static func record(_ inputs: [Input], _ arguments: LineArguments) throws {
    let desk = try arguments.openRecord()
    let session = try desk.supervision.session(meant: arguments.session)
    try record(inputs, in: session, of: desk, arguments)
  }

  static func record(
    _ inputs: [Input],
    in session: Session,
    of desk: Desk,
    _ arguments: LineArguments
  ) throws {
    let recorded = try desk.supervision.record(
      inputs,
      in: session.number,
      as: arguments.authorship,
      id: arguments.id
    )
    for entry in recorded.file.log where recorded.new.contains(entry.number) {
      entry.content.namedClinicians.forEach(Run.said)
    }
    Output.answer(Answer.text(recorded))
  }
}

extension Content {
  /// Who is said to come, to take over, or to have checked a dose.
  fileprivate var namedClinicians: [String] {
    switch self {
    case .presence(.arrives(let who, role: _)): [who.text]
    case .presence(.handover(let handover)): [handover.to.text]
    case .check(let who): [who]
    case .amendment(let amendment): amendment.content.namedClinicians
    default: []
    }
  }
}

/// The commands whose words are a line, by name.
enum LineCommands {
  static let all: [any LineCommand.Type] = [
    Add.self, Fix.self, VoidEntry.self, Undo.self, Ack.self, PresenceCommand.self,
  ]

  static func named(_ name: String) -> (any LineCommand.Type)? {
    all.first { $0.name == name }
  }
}
