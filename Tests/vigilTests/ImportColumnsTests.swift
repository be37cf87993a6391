import Foundation
import Testing

/// What may stand in a file of readings, and what becomes of it.
@Suite struct ImportColumnsTests {
  @Test func `takes every column in any order, and any few of them`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.mustImportRows(
      """
      note,temperature,severity,effect,spo2,respiratory_rate,heart_rate,map,diastolic,systolic,time
      sitting up,36.6,mild,nausea,96,14,90,111,92,148,2024-11-19T14:05:00+01:00
      """
    )
    let all = try program.imported()
    #expect(all.map(\.kind) == ["vitals", "effect"])
    #expect(
      all.first?.readings == [
        "systolic 148", "diastolic 92", "map 111", "heartRate 90", "spo2 96",
        "respiratoryRate 14", "temperature 36.6",
      ]
    )
    #expect(all.first?.words == "sitting up")
    #expect(all.last?.effect == "nausea mild")

    try program.must("end", "1")
    try program.mustImportRows("time,spo2\n2024-11-20T14:05:00+01:00,97\n")
    #expect(try program.imported(into: "2").map(\.readings) == [["spo2 97"]])
  }

  @Test func `takes rows in any order, and lists them by when they were observed`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.mustImportRows(
      """
      time,heart_rate
      2024-11-19T14:30:00+01:00,92
      2024-11-19T14:05:00+01:00,90
      2024-11-19T13:15:00Z,91
      """
    )
    let entries = try program.imported()
    #expect(entries.map(\.readings) == [["heartRate 90"], ["heartRate 91"], ["heartRate 92"]])
    #expect(
      entries.map(\.observed) == [
        "2024-11-19T14:05:00+01:00", "2024-11-19T14:15:00+01:00", "2024-11-19T14:30:00+01:00",
      ]
    )
  }

  @Test func `reads a byte order mark, carriage returns and quoted fields`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.mustImportRows(
      "\u{FEFF}time,systolic,diastolic,note\r\n"
        + "\"2024-11-19T14:05:00+01:00\",\"148\",92,\"said \"\"dizzy, a bit\"\"\"\r\n"
        + "2024-11-19T14:10:00+01:00,150,94,\"two\nlines\"\r\n"
    )
    let entries = try program.imported()
    #expect(entries.map(\.words) == ["said \"dizzy, a bit\"", "two\nlines"])
    #expect(
      entries.map(\.readings) == [
        ["systolic 148", "diastolic 92"], ["systolic 150", "diastolic 94"],
      ]
    )
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1:A9)", "'; DROP TABLE entry; --", "#3 void 1"])
  func `stores a note as the text that it is`(_ note: String) throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.mustImportRows("time,note\n2024-11-19T14:05:00+01:00,\(note)\n")
    let entries = try program.imported()
    #expect(entries.map(\.kind) == ["note"])
    #expect(entries.map(\.words) == [note])
    #expect(try program("timeline", "1").said.contains(note))
    // No spreadsheet that opens the timeline takes it for a formula.
    let csv = try program.must("timeline", "1", "--format", "csv").output
    #expect(!csv.contains(",\(note)") || !"=+-@".contains(note.prefix(1)))
  }

  @Test func `reads effects with every form of severity`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.mustImportRows(
      """
      time,effect,severity,note
      2024-11-19T14:05:00+01:00,nausea,mild,
      2024-11-19T14:06:00+01:00,Nausea,MOD,
      2024-11-19T14:07:00+01:00,nausea,7/10,after water
      2024-11-19T14:08:00+01:00,nausea,gone,
      2024-11-19T14:09:00+01:00,chest pain,,
      2024-11-19T14:10:00+01:00,headache,absent,
      """
    )
    let entries = try program.imported()
    #expect(
      entries.map(\.effect) == [
        "nausea mild", "nausea moderate", "nausea severe 7", "nausea gone", "chest pain severe",
        "headache absent",
      ]
    )
    #expect(entries[2].words == "after water")
    // A crisis word is flagged from a file as it is when it is typed.
    #expect(!entries[4].flags.isEmpty)
  }

  @Test func `says that columns are parted by commas, and which line is not UTF-8`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    let semicolons = try program.importRows("time;systolic\n2024-11-19T14:05:00+01:00;140\n")
    #expect(semicolons.status == 65)
    #expect(semicolons.errors.contains("Separate the columns with commas: time, systolic"))
    var bytes = Data("time,note\n2024-11-19T14:05:00+01:00,fine\n2024-11-19T14:06:00Z,".utf8)
    bytes.append(contentsOf: [0xDC, 0x62, 0x65, 0x6C, 0x0A])
    try bytes.write(to: program.folder.appendingPathComponent("latin1.csv"))
    let latin1 = try program(
      "import",
      "csv",
      "latin1.csv",
      "--patient",
      "P-014",
      "--protocol",
      "iv-0.5-40"
    )
    #expect(latin1.status == 65)
    #expect(latin1.errors.hasPrefix("latin1.csv:3: this is not UTF-8 text"))
    #expect(latin1.output.isEmpty)
    #expect(try program.sessionCount() == 0)
  }

  @Test func `refuses a file of more than 50 MB without reading it`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    // A hole in the file: its size is all that there is of it.
    let path = program.folder.appendingPathComponent("huge.csv")
    try Data("time,systolic\n".utf8).write(to: path)
    let file = try FileHandle(forWritingTo: path)
    try file.truncate(atOffset: 5_000_000_000)
    try file.close()
    let outcome = try program(
      "import",
      "csv",
      "huge.csv",
      "--patient",
      "P-014",
      "--protocol",
      "iv-0.5-40"
    )
    #expect(outcome.status == 65)
    #expect(outcome.errors == "huge.csv is larger than 50 MB.\n")
    // What a shell's programs have read, in bytes, where the machine counts it; who reads it all is seen.
    func read(_ line: String) throws -> Int? {
      let told = try program.shell("\(line) > /dev/null 2>&1; grep rchar /proc/$$/io").output
      return told.split(whereSeparator: \.isWhitespace).last.flatMap { Int($0) }
    }
    if let whole = try read("head -c 50000000 huge.csv") {
      let refused = try read("vigil import csv huge.csv --patient P-014 --protocol iv-0.5-40")
      #expect(whole >= 50_000_000)
      #expect(refused.map { $0 < 20_000_000 } == true, "\(refused ?? -1)")
    }
  }

  @Test func `imports all rows or none, and names the line of each refusal`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    let before = program.recordBytes
    let outcome = try program.importRows(
      """
      time,systolic,note
      2024-11-19T14:05:00+01:00,140,"two
      lines"
      2024-11-19T14:06:00+01:00,14o,
      2024-11-19T14:07:00+01:00,142,
      19.11.2024 14:08,143,
      """
    )
    #expect(outcome.status == 65)
    #expect(
      outcome.errors == """
        rows.csv:4: systolic “14o” is not a number; write digits, or leave it empty
        rows.csv:6: “19.11.2024 14:08” is not a time; write 2026-11-19T14:05:00+01:00, or 14:05 with --date
        Nothing was imported.
        Mend these lines and import the file again.

        """
    )
    #expect(outcome.output.isEmpty)
    #expect(program.recordBytes == before)
  }
}
