import ArgumentParser
import Foundation
import Reports
import SessionRecord
import Supervision

/// Which record: `--record`, `VIGIL_RECORD`, or the one under `$XDG_DATA_HOME`.
struct RecordOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The record file.", valueName: "path"))
  var record: String?

  static var standard: RecordOptions {
    var options = RecordOptions()
    options.record = nil
    return options
  }

  func path() throws -> String {
    try RecordPath.resolve(record)
  }
}

/// Where the record is.
enum RecordPath {
  static func resolve(_ given: String?) throws -> String {
    if let given {
      guard !given.isEmpty else { throw CommandRefusal.emptyRecordPath }
      return given
    }
    if let named = Terminal.environment("VIGIL_RECORD") { return named }
    if let home = Terminal.environment("XDG_DATA_HOME"), home.hasPrefix("/") {
      return home + "/vigil/record.vigil"
    }
    guard let home = Terminal.environment("HOME") else { throw CommandRefusal.noHome }
    return home + "/.local/share/vigil/record.vigil"
  }
}

/// Who types: `--by`, or `VIGIL_BY`.
struct AuthorOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Who enters this (or VIGIL_BY).", valueName: "who")
  )
  var by: String?

  /// Who is named, here or by the environment.
  func author() throws -> ClinicianCode? {
    try Author.resolve(by)
  }

  /// The same, told apart: in a session whoever `VIGIL_BY` names may have handed it over.
  func authorship() throws -> Authorship {
    guard let by else { return Authorship(author: nil, usual: try Author.usual()) }
    return Authorship(author: Run.named(try ClinicianCode(by)))
  }
}

enum Author {
  static func resolve(_ given: String?) throws -> ClinicianCode? {
    try given.map { Run.named(try ClinicianCode($0)) } ?? usual()
  }

  /// Who is named by `VIGIL_BY`.
  static func usual() throws -> ClinicianCode? {
    try Terminal.environment("VIGIL_BY").map { Run.named(try ClinicianCode($0)) }
  }
}

/// Which session; the only open one where nothing is named.
struct SessionOption: ParsableArguments {
  @Option(
    name: [.customShort("s"), .long],
    help: ArgumentHelp(SessionOption.meaning, valueName: "session")
  )
  var session: String?

  /// How a session is named, in every help.
  static let meaning = "Session number; of an open session also patient code or room."
}

enum TableFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, csv
}

enum TextFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// How a text is laid out.
struct LayoutOptions: ParsableArguments {
  @ArgumentParser.Flag(name: .long, help: "Print ASCII only.")
  var ascii = false

  @Option(name: .long, help: ArgumentHelp("Columns, 60 to 200.", valueName: "columns"))
  var width: Int?

  func validate() throws {
    if let width, !(60...200).contains(width) {
      throw ValidationError("--width \(width) is outside 60 to 200.")
    }
  }

  var style: Style { Terminal.style(ascii: ascii, width: width) }

  /// The same for what is drawn: on a terminal under 60 columns it is not drawn, as a broken line would
  /// show values where they are not.
  var drawingStyle: Style {
    let columns = Terminal.columns
    return Terminal.style(ascii: ascii, width: width ?? (columns < 60 ? columns : nil))
  }
}

/// This machine's zone, or the one that was named.
enum LocalZone {
  static func resolve(_ name: String?) throws -> Zone {
    let chosen = name ?? TimeZone.current.identifier
    if let zone = Zone(named: chosen) { return zone }
    guard name == nil else { throw CommandRefusal.unknownZone(chosen) }
    return .utc
  }
}
