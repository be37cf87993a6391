import Foundation
import TestSupport

/// Records as a working day leaves them, made by the program itself.
extension VigilProgram {
  /// Something that a test builds on did not work.
  struct Unprepared: Error, CustomStringConvertible {
    let command: String
    let outcome: Outcome

    var description: String {
      "“\(command)” ended with \(outcome.status): \(outcome.errors)\(outcome.output)"
    }
  }

  /// Runs what has to work for the test to mean anything.
  @discardableResult
  func must(_ arguments: String..., input: String? = nil) throws -> Outcome {
    let outcome = try run(arguments, input: input)
    guard outcome.status == 0 else {
      throw Unprepared(command: arguments.joined(separator: " "), outcome: outcome)
    }
    return outcome
  }

  /// The examples that come with the program.
  static let examples = ["iv-0.5-40", "esketamine-in", "im", "sl-supervised", "sl-remote"]

  /// A record in which LH has adopted them without what they ask before a session, and nothing else is;
  /// made once by the program itself.
  private static let adoptedRecord = record { program in
    for example in examples {
      try program.write(program.withoutGates(example), to: "\(example).json")
      try program.adopt("\(example).json")
    }
  }

  /// The same with the examples as they are.
  private static let gatedRecord = record { program in
    for example in examples { try program.must("protocol", "adopt", example, "--by", "LH") }
  }

  private static func record(
    _ acts: @escaping (VigilProgram) throws -> Void
  ) -> Result<Data, any Error> {
    Result {
      let program = try VigilProgram()
      defer { program.discard() }
      try acts(program)
      guard let record = program.recordBytes else { throw VigilProgram.Missing() }
      return record
    }
  }

  /// An example's text, where a session begins with the patient in the chair.
  private func withoutGates(_ example: String) throws -> String {
    let text = try must("protocol", "show", example, "--raw").output
    guard let from = text.firstRange(of: ",\n  \"screening\": {"),
      let to = text.firstRange(of: ",\n  \"afterCare\": [")
    else { throw VigilProgram.Missing() }
    return String(text[..<from.lowerBound] + text[to.lowerBound...])
  }

  /// Begins the record with one in which the examples are adopted, where there is none yet.
  ///
  /// *gated* leaves them what they ask before a session.
  func adoptExamples(gated: Bool = false) throws {
    guard recordBytes == nil, let path = environment["VIGIL_RECORD"] else { return }
    let record = gated ? VigilProgram.gatedRecord : VigilProgram.adoptedRecord
    guard
      FileManager.default.createFile(
        atPath: path,
        contents: try record.get(),
        attributes: [.posixPermissions: 0o600]
      )
    else { throw VigilProgram.Missing() }
  }

  /// P-014, Alex Rivera, where the examples ask what they ask, and everything is on file but what is
  /// named: gates that are not answered.
  func addScreened(but gates: [String] = [], under name: String = "iv-0.5-40") throws {
    try adoptExamples(gated: true)
    try must("patient", "add", "P-014", "--name", "Alex Rivera", "--birth-date", "1984-03-12")
    try clearGates(under: name, but: gates)
    guard name == "sl-remote" else { return }
    try must(
      "patient",
      "contact",
      "P-014",
      "--address",
      "Example St 1",
      "--emergency-number",
      "112"
    )
  }

  /// Puts on file what a protocol asks for before a session, but for gates that are not answered.
  func clearGates(
    of patient: String = "P-014",
    under name: String,
    but gates: [String] = []
  ) throws {
    let text = Array(try must("protocol", "show", name, "--raw").output.utf8)
    let lines = try AllClear(text, remote: name == "sl-remote").lines.split(separator: "\n")
      .filter { line in !gates.contains(String(line.prefix { $0 != " " })) }
    // Exits with 1 while anything holds, as consent does until it is on file.
    _ = try run(
      ["screening", patient, "--protocol", name, "--by", "KO", "--answers", "-"],
      input: lines.joined(separator: "\n")
    )
    try must(
      "course",
      "consent",
      patient,
      "--document",
      "KET",
      "--version",
      "3",
      "--signed",
      "2026-01-02",
      "--off-label-told",
      "--by",
      "KO"
    )
    for test in ["ecg", "renal", "liver", "pdmp"] {
      try must("course", "lab", patient, test, "unremarkable", "--by", "KO")
    }
    try must("course", "score", patient, "phq-9 9/27", "--by", "KO")
  }

  /// Adopts a file as it is, with a reason where the check finds something.
  func adopt(_ file: String) throws {
    let found = try run(["protocol", "check", file]).status == 1
    let reason = found ? ["--because", "for this test"] : []
    let outcome = try run(["protocol", "adopt", file, "--by", "LH"] + reason)
    guard outcome.status == 0 else {
      throw Unprepared(command: "protocol adopt \(file)", outcome: outcome)
    }
  }

  /// The text of an example, with another id and version.
  func example(_ name: String = "iv-0.5-40", id: String, version: String) throws -> String {
    let text = try must("protocol", "show", name, "--raw").output
    let own = try JSONOutput(text)
    return text.replacingOccurrences(of: "\"id\": \"\(name)\"", with: "\"id\": \"\(id)\"")
      .replacingOccurrences(
        of: "\"version\": \"\(own["version"] as? String ?? "")\"",
        with: "\"version\": \"\(version)\""
      )
  }

  /// Adds P-014, Alex Rivera, and P-015, Sam Okafor, where the examples are adopted.
  func addPatients() throws {
    try adoptExamples()
    try must("patient", "add", "P-014", "--name", "Alex Rivera", "--birth-date", "1984-03-12")
    try must("patient", "add", "P-015", "--name", "Sam Okafor", "--birth-date", "1990-07-01")
  }

  /// Opens a session by KO, 72 kg, prescribed by LH.
  @discardableResult
  func start(_ patient: String = "P-014", room: String = "7") throws -> Outcome {
    try must(
      "start",
      patient,
      "--protocol",
      "iv-0.5-40",
      "--by",
      "KO",
      "--prescriber",
      "LH",
      "--weight",
      "72",
      "--room",
      room
    )
  }

  /// P-014 and P-015, with session 1 open for P-014 in room 7.
  func openSession() throws {
    try addPatients()
    try start()
  }

  /// The record file's bytes; nil where there is none.
  var recordBytes: Data? {
    environment["VIGIL_RECORD"].flatMap { FileManager.default.contents(atPath: $0) }
  }

  /// Writes a file into the test's folder.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  /// Runs a line of shell in the test's folder, where `vigil` is the program.
  func shell(_ line: String, with shell: String = "/bin/bash") throws -> Outcome {
    let bin = folder.appendingPathComponent("bin")
    if !FileManager.default.fileExists(atPath: bin.path) {
      try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: false)
      try FileManager.default.createSymbolicLink(
        at: bin.appendingPathComponent("vigil"),
        withDestinationURL: VigilProgram.path
      )
    }
    var here = self
    here.environment["PATH"] = "\(bin.path):\(environment["PATH"] ?? "/usr/bin:/bin")"
    return try here.execute(URL(fileURLWithPath: shell), ["-c", line])
  }
}

extension VigilProgram.Outcome {
  /// What was answered, with plain spaces where the program keeps a number and its unit together.
  var said: String { output.replacingOccurrences(of: "\u{A0}", with: " ") }

  /// The lines of the answer that hold a text.
  func lines(with text: String) -> [Substring] {
    said.split(separator: "\n").filter { $0.contains(text) }
  }
}

/// The checkout that these tests stand in, also where they are reached by a link.
enum Checkout {
  static func folder(from file: String = #filePath) -> URL {
    URL(fileURLWithPath: file).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }

  static func file(_ path: String) -> URL { folder().appendingPathComponent(path) }
}
