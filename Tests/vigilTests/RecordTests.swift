import Foundation
import TestSupport
import Testing

/// What the record keeps, whatever happens around it.
@Suite struct RecordTests {
  @Test func `makes the record for its owner only, whatever the umask`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    let path = program.folder.path + "/new/deep/record.vigil"
    let outcome = try program.shell(
      "umask 0; vigil patient add P-014 --record new/deep/record.vigil"
    )
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try mode(of: path) == 0o600)
    #expect(try mode(of: program.folder.path + "/new/deep") == 0o700)
    #expect(try mode(of: program.folder.path + "/new") == 0o700)
    // A umask that would leave the owner nothing takes nothing away either.
    let strict = try program.shell("umask 0777; vigil patient add P-014 --record strict.vigil")
    #expect(strict.status == 0, "\(strict.errors)")
    #expect(try mode(of: program.folder.path + "/strict.vigil") == 0o600)
  }

  @Test(arguments: [
    "init", "patient add P-014", "clinic --name Northgate --by LH",
    "protocol adopt iv-0.5-40 --by LH", "clinician add LH --name Hart --role administrator --by LH",
  ])
  func `makes it where a crash cut off the making of one`(command: String) throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.write("", to: "record.vigil")
    let outcome = try program.shell("vigil \(command) < /dev/null")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try program.run(["sessions"]).status == 0)
  }

  @Test func `keeps the record where XDG, HOME or VIGIL_RECORD says`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    let folder = program.folder.path
    for (environment, place) in [
      ("-u VIGIL_RECORD", ".local/share/vigil/record.vigil"),
      ("-u VIGIL_RECORD XDG_DATA_HOME=", ".local/share/vigil/record.vigil"),
      ("-u VIGIL_RECORD XDG_DATA_HOME=relative", ".local/share/vigil/record.vigil"),
      ("-u VIGIL_RECORD XDG_DATA_HOME=\(folder)/data", "data/vigil/record.vigil"),
      ("XDG_DATA_HOME=\(folder)/other VIGIL_RECORD=\(folder)/named.vigil", "named.vigil"),
    ] {
      let outcome = try program.shell("env \(environment) vigil patient add P-014")
      #expect(outcome.status == 0, "\(environment): \(outcome.errors)")
      #expect(try mode(of: "\(folder)/\(place)") == 0o600, "\(environment)")
      try FileManager.default.removeItem(atPath: "\(folder)/\(place)")
    }
    try program.must("patient", "add", "P-014", "--record", "option.vigil")
    #expect(FileManager.default.fileExists(atPath: "\(folder)/option.vigil"))
    #expect(program.recordBytes == nil)
  }

  @Test func `keeps all of 200 entries that four programs add at once, in one whole chain`() throws
  {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let writers = ["a", "b", "c", "d"].map { writer in
      "(for n in $(seq 50); do vigil add note \(writer)-$n- > /dev/null || echo \(writer)-$n; done) &"
    }
    let outcome = try program.shell(writers.joined(separator: " ") + " wait")
    #expect(outcome.status == 0)
    #expect(outcome.output == "", "entries that were not saved")
    #expect(outcome.errors == "")
    let entries = try program.entries()
    #expect(entries.compactMap { $0["number"] as? Int } == Array(1...201))
    let texts = entries.compactMap { ($0["content"] as? [String: Any])?["text"] as? String }
    let expected = ["a", "b", "c", "d"].flatMap { writer in (1...50).map { "\(writer)-\($0)-" } }
    #expect(texts.sorted() == expected.sorted())
    try program.checkChain(entries: 201)
  }

  @Test func `stores one id once when four programs send it at once`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let id = "3F2504E0-4F89-11D3-9A0C-0305E82C3301"
    let outcome = try program.shell(
      "for n in 1 2 3 4; do (vigil add --id \(id) 120/80 72 > /dev/null; echo $?) & done; wait"
    )
    #expect(outcome.output == "0\n0\n0\n0\n", "\(outcome.errors)")
    #expect(outcome.errors == "")
    #expect(try program.entryCount() == 2)
  }

  @Test func `loses nothing that was acknowledged when it is killed at any moment`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var dice = SeededGenerator(seed: seed)
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let began = ContinuousClock.now
    try program.must("add", "note 0-")
    let usual = ContinuousClock.now - began
    var acknowledged = ["0-"]
    var killed = 0
    // Where it was quicker than the first time, none may have been killed: some more.
    for number in 1...120 where number <= 30 || killed == 0 {
      let delay = usual * Double.random(in: 0...1.2, using: &dice)
      let outcome = try program.killed(["add", "note \(number)-"], after: delay)
      if outcome.output.contains("note: \(number)-") { acknowledged.append("\(number)-") }
      if outcome.status == SIGKILL { killed += 1 }
    }
    let texts = try program.entries().compactMap {
      ($0["content"] as? [String: Any])?["text"] as? String
    }
    for text in acknowledged { #expect(texts.contains(text), "seed \(seed)") }
    #expect(Set(texts).count == texts.count, "seed \(seed)")
    #expect(killed > 0, "seed \(seed)")
    #expect(try program("add", "120/80 72").status == 0, "seed \(seed)")
    try program.checkChain(entries: texts.count + 2)
  }

  @Test func `says that another program holds the record, and stores nothing`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    guard try program.shell("python3 -c 'import sqlite3'").status == 0 else {
      try Test.cancel("python3, which holds the record, is not here")
    }
    let before = program.recordBytes
    try program.write(
      """
      import sqlite3, time
      record = sqlite3.connect("record.vigil", isolation_level=None)
      record.execute("BEGIN EXCLUSIVE")
      open("held", "w").close()
      time.sleep(60)
      """,
      to: "hold.py"
    )
    let outcome = try program.shell(
      """
      python3 hold.py & holder=$!
      until [ -e held ]; do sleep 0.05; done
      vigil add 120/80 72; status=$?
      kill $holder; exit $status
      """
    )
    #expect(outcome.status == 69)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        Another program is writing to \(program.folder.path)/record.vigil. Nothing was stored.
        Try the same again in a moment.

        """
    )
    #expect(program.recordBytes == before)
    #expect(try program("add", "120/80 72").status == 0)
  }

  private func mode(of path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }
}

extension VigilProgram {
  /// Runs it and kills it after a while, if it has not ended by then.
  fileprivate func killed(_ arguments: [String], after delay: Duration) throws -> Outcome {
    let output = folder.appendingPathComponent("killed-\(UUID().uuidString)")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = try VigilProgram.path
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try VigilProgram.launch(process)
    let (seconds, attoseconds) = delay.components
    usleep(UInt32(seconds * 1_000_000 + attoseconds / 1_000_000_000_000))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: ""
    )
  }
}
