import SessionRecord
import Testing

@testable import Exchange

@Suite struct ObservationTableTests {
  private func refusal(_ text: String, date: String? = "2026-11-19") throws -> String {
    try #require(throws: ImportRefusal.self) { try Table(text, date: date) }.description
  }

  @Test func `reads every column, in any order, with the header's case and spaces as they come`()
    throws
  {
    let usual = try Table(
      """
      time,systolic,diastolic,map,heart_rate,spo2,respiratory_rate,temperature,effect,severity,note
      14:05,148,92,111,90,96,14,36.6,nausea,mild,sitting up
      """
    )
    let other = try Table(
      """
      Note, SEVERITY ,temperature,spo2,Effect,map,diastolic,Heart_Rate,systolic,respiratory_rate,time
      sitting up,mild,36.6,96,nausea,111,92,90,148,14,14:05
      """
    )
    let vitals = try Vitals(
      [
        .systolic: .measured(Quantity(.systolic, 148), verified: true),
        .diastolic: .measured(Quantity(.diastolic, 92), verified: true),
        .meanArterial: .measured(Quantity(.meanArterial, 111), verified: true),
        .heartRate: .measured(Quantity(.heartRate, 90), verified: true),
        .spo2: .measured(Quantity(.spo2, 96), verified: true),
        .respiratoryRate: .measured(Quantity(.respiratoryRate, 14), verified: true),
        .temperature: .measured(Quantity(.temperature, thousandths: 36_600), verified: true),
      ],
      remark: "sitting up"
    )
    let nausea = SideEffect(EffectName("nausea"), grade: .words(.mild))
    #expect(usual.rows.map(\.contents) == [[.vitals(vitals), .effect(nausea)]])
    #expect(other.rows == usual.rows)
  }

  @Test func `reads rows in the file's order, each with its line`() throws {
    let table = try Table("time,systolic\n14:30,150\n\n14:05,140\n14:15,145\n")
    #expect(table.rows.map(\.line) == [2, 4, 5])
    #expect(table.rows.map(\.observed.clock) == ["14:30", "14:05", "14:15"])
  }

  @Test func `passes over a row in which nothing was observed`() throws {
    let table = try Table("time,systolic,note\n14:05,,\n14:10,140,\n,,\n")
    #expect(table.rows.map(\.line) == [3])
  }

  @Test(arguments: [
    ("", "f.csv:1: the file is empty. Nothing was imported. "),
    ("time,systolic\n", "f.csv has a header and no rows. Nothing was imported."),
    ("time,systolic\n14:05,\n", "f.csv has no row with anything observed in it. Nothing was"),
    ("time\n14:05\n", "f.csv has no row with anything observed in it."),
    ("time,sistolic\n14:05,1\n", "f.csv:1: unknown column “sistolic”. Nothing was imported. "),
    ("\n\ntime,hr\n14:05,1\n", "f.csv:3: unknown column “hr”."),
    ("time,,systolic\n14:05,,1\n", "f.csv:1: unknown column “”."),
    ("time,note,Note\n14:05,a,b\n", "f.csv:1: the column “note” is there twice."),
    ("systolic\n140\n", "f.csv:1: there is no column “time”. Nothing was imported. "),
  ])
  func `refuses a file without a usable header`(_ text: String, _ begins: String) throws {
    #expect(try refusal(text).hasPrefix(begins))
  }

  @Test func `says which columns there are, and that commas part them`() throws {
    let columns =
      "time, systolic, diastolic, map, heart_rate, spo2, respiratory_rate, temperature, effect, "
      + "severity, note."
    #expect(try refusal("time,hr\n14:05,1\n").hasSuffix("Columns are: \(columns)"))
    #expect(
      try refusal("time;systolic\n14:05;140\n").hasSuffix(
        "Separate the columns with commas: \(columns)"
      )
    )
  }

  @Test func `refuses the whole file and names every bad line`() throws {
    let text = "time,systolic,effect,severity\n14:05,148,,\n14:06,1o2,,\n14:07,,nausea,7\n14:08,1\n"
    #expect(
      try refusal(text) == """
        f.csv:3: systolic “1o2” is not a number; write digits, or leave it empty
        f.csv:4: severity “7” is none of mild, moderate, severe, 0/10 to 10/10, gone
        f.csv:5: 2 fields where the header names 4
        Nothing was imported. Mend these lines and import the file again.
        """
    )
  }

  @Test func `names a hundred bad lines and counts the others`() throws {
    let bad = (1...103).map { "14:05,x\($0)\n" }.joined()
    let lines = try refusal("time,systolic\n" + bad).split(separator: "\n")
    #expect(lines.count == 102)
    #expect(lines[99].hasPrefix("f.csv:101: "))
    #expect(lines[100] == "… and 3 more lines")
    let one = try refusal(
      "time,systolic\n" + bad.split(separator: "\n").prefix(101).joined(separator: "\n")
    )
    #expect(one.contains("\n… and 1 more line\n"))
  }

  @Test func `refuses text that is no CSV, with its line`() throws {
    #expect(
      try refusal("time,note\n14:05,\"open\n").hasPrefix(
        "f.csv:2: a quoted field that begins here is never closed\nNothing was imported."
      )
    )
  }

  @Test func `gives rows that say the same the same words, and others others`() throws {
    let same = try Table(
      """
      time,systolic,diastolic,effect,severity,note
      14:05,120,80,Nausea,mod,after  water
      14:05,120.0,080,nausea,moderate,after  water
      """
    )
    #expect(Set(same.rows.map(\.words)).count == 1)
    let other = try Table(
      """
      time,systolic,diastolic,map,effect,severity,note
      14:05,120,80,,,,
      14:05,121,80,,,,
      14:05,120,,,,,
      14:05,,80,,,,
      14:05,120,80,90,,,
      14:05,120,80,,,,x
      14:05,,,,nausea,,x
      14:05,,,,nausea,mild,x
      14:05,,,,nausea,1/10,x
      14:05,,,,nausea,gone,x
      14:05,,,,headache,mild,x
      14:05,,,,,,x
      14:05,0,80,,,,
      14:05,00,80,,,,
      """
    )
    #expect(Set(other.rows.map(\.words)).count == other.rows.count)
  }
}
