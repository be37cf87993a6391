import Foundation
import Testing

/// A file that comes again, whole or in part.
@Suite struct ImportTwiceTests {
  private let rows = """
    time,systolic,diastolic,effect,note
    2024-11-19T14:05:00+01:00,148,92,,
    2024-11-19T14:10:00+01:00,0,0,,cuff error
    2024-11-19T14:15:00+01:00,150,94,nausea,
    """

  @Test func `adds nothing when the same file comes twice, and says so`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.mustImportRows(rows)
    let entries = try program.entryCount()
    #expect(entries == 5)
    let bytes = program.recordBytes
    for _ in 0..<2 {
      let again = try program.importRows(rows)
      #expect(again.status == 0)
      #expect(again.said.lowercased().contains("nothing"))
      #expect(again.errors.isEmpty)
      #expect(program.recordBytes == bytes)
    }
    #expect(try program.sessionCount() == 1)
  }

  @Test func `knows a row by what it says, not by how the file writes it`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.mustImportRows(rows)
    let bytes = program.recordBytes
    let outcome = try program.importRows(
      """
      note,effect,diastolic,systolic,time
      ,Nausea,94.0,150,2024-11-19T13:15:00Z
      ,,92,0148,2024-11-19T13:05:00Z
      cuff error,,0,0,2024-11-19T13:10:00.000Z
      """
    )
    #expect(outcome.status == 0)
    #expect(program.recordBytes == bytes)
  }

  @Test func `keeps each of equal rows once, and finds each again`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    let equal = "2024-11-19T14:05:00+01:00,148,92\n"
    let header = "time,systolic,diastolic\n"
    try program.mustImportRows(header + equal + equal)
    #expect(
      try program.imported().map(\.readings)
        == [["systolic 148", "diastolic 92"], ["systolic 148", "diastolic 92"]]
    )
    let bytes = program.recordBytes
    #expect(try program.importRows(header + equal + equal).status == 0)
    #expect(try program.importRows(header + equal).status == 0)
    #expect(program.recordBytes == bytes)
    // A third of them is one more.
    try program.write(header + equal + equal + equal, to: "three.csv")
    try program.must("import", "csv", "three.csv", "-s", "1")
    #expect(try program.imported().count == 3)
  }

  @Test func `adds to the named session what it does not hold yet`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.mustImportRows(rows)
    let longer = rows + "\n2024-11-19T14:20:00+01:00,152,96,,\n"
    let elsewhere = try program.importRows(longer)
    #expect(elsewhere.status == 77)
    #expect(elsewhere.errors.contains("S-2024-0001"))
    #expect(elsewhere.errors.contains("-s S-2024-0001"))
    #expect(try program.sessionCount() == 1)
    try program.write(longer, to: "longer.csv")
    try program.must("import", "csv", "longer.csv", "-s", "S-2024-0001")
    let entries = try program.imported()
    #expect(entries.count == 5)
    #expect(entries.last?.readings == ["systolic 152", "diastolic 96"])
    #expect(entries.last?.document == "longer.csv")
  }

  @Test func `takes the same rows for another patient as that patient's own`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.mustImportRows(rows)
    try program.must(
      "import",
      "csv",
      "rows.csv",
      "--patient",
      "P-015",
      "--protocol",
      "iv-0.5-40"
    )
    #expect(try program.sessionCount() == 2)
    #expect(try program.imported(into: "2").count == 4)
  }

  @Test func `imports again what was struck out with its session`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.mustImportRows(rows)
    try program.must("void-session", "1", "--because", "wrong patient")
    try program.mustImportRows(rows)
    #expect(try program.sessionCount() == 2)
    #expect(try program.imported(into: "2").count == 4)
    let bytes = program.recordBytes
    #expect(try program.importRows(rows).status == 0)
    #expect(program.recordBytes == bytes)
  }

  @Test func `finds a closed session's file again without opening it`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.mustImportRows(rows, "--end")
    let bytes = program.recordBytes
    #expect(try program.importRows(rows, "--end").status == 0)
    #expect(try program("import", "csv", "rows.csv", "-s", "1").status == 0)
    #expect(program.recordBytes == bytes)
  }
}
