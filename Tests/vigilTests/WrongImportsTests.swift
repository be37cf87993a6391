import Testing

/// Files of readings that are not imported, each with its line.
@Suite struct WrongImportsTests {
  private let columns =
    "Columns are: time, systolic, diastolic, map, heart_rate, spo2, respiratory_rate, temperature, "
    + "effect, severity, note."
  private let mend = "Mend these lines and import the file again."

  @Test func `refuses rows that cannot be read, each by its line, and stores none of them`() throws
  {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.write(
      """
      time,systolic,diastolic,effect,severity
      2026-01-05T10:00:00+01:00,120,80,,
      2026-01-05T10:05:00+01:00,abc,80,,
      2026-01-05T10:10:00+01:00,120,80,hiccups,mild
      2026-01-05T10:15:00+01:00,120,80,nausea,terrible
      2026-01-05T10:20:00+01:00,120,80,,mild
      2026-01-05T10:25:00+01:00,120,80
      2999-01-05T10:30:00+01:00,120,80,,
      10:35,120,80,,
      ,120,80,,
      """,
      to: "rows.csv"
    )
    try program.refuses([
      WrongUse(
        "vigil import csv rows.csv --patient P-014 --protocol iv-0.5-40",
        exits: 65,
        says: """
          rows.csv:3: systolic “abc” is not a number; write digits, or leave it empty
          rows.csv:4: unknown effect “hiccups”; put it under note
          rows.csv:5: severity “terrible” is none of mild, moderate, severe, 0/10 to 10/10, gone
          rows.csv:6: a severity without an effect
          rows.csv:7: 3 fields where the header names 5
          rows.csv:8: 2999-01-05T10:30:00+01:00 is in the future
          rows.csv:9: “10:35” has no date; give --date and --zone
          rows.csv:10: the time is empty
          Nothing was imported.
          \(mend)
          """
      )
    ])
  }

  @Test func `refuses files without a header that it knows`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.write("", to: "empty.csv")
    try program.write("time,systolic,mood\n2026-01-05T10:00:00Z,120,fine\n", to: "mood.csv")
    try program.write("time,systolic,systolic\n2026-01-05T10:00:00Z,120,121\n", to: "twice.csv")
    try program.write("systolic,diastolic\n120,80\n", to: "timeless.csv")
    try program.write("time,systolic\n", to: "rowless.csv")
    try program.write("time,note\n2026-01-05T10:00:00Z,\"never closed\n", to: "open.csv")
    func typed(_ file: String) -> String {
      "vigil import csv \(file) --patient P-014 --protocol iv-0.5-40"
    }
    try program.refuses([
      WrongUse(
        typed("empty.csv"),
        exits: 65,
        says: "empty.csv:1: the file is empty. Nothing was imported.\n\(columns)"
      ),
      WrongUse(
        typed("mood.csv"),
        exits: 65,
        says: "mood.csv:1: unknown column “mood”. Nothing was imported.\n\(columns)"
      ),
      WrongUse(
        typed("twice.csv"),
        exits: 65,
        says: "twice.csv:1: the column “systolic” is there twice. Nothing was imported.\n\(columns)"
      ),
      WrongUse(
        typed("timeless.csv"),
        exits: 65,
        says: "timeless.csv:1: there is no column “time”. Nothing was imported.\n\(columns)"
      ),
      WrongUse(
        typed("rowless.csv"),
        exits: 65,
        says: "rowless.csv has a header and no rows. Nothing was imported."
      ),
      WrongUse(
        typed("open.csv"),
        exits: 65,
        says: """
          open.csv:2: a quoted field that begins here is never closed
          Nothing was imported.
          \(mend)
          """
      ),
      WrongUse(typed("none.csv"), exits: 66, says: "There is no file none.csv."),
      WrongUse(typed("."), exits: 65, says: ". cannot be read: it is a folder."),
    ])
  }

  @Test func `refuses an import that does not say whose, under what or when`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.write("time,systolic\n2026-01-05T10:00:00Z,120\n", to: "rows.csv")
    try program.refuses([
      WrongUse(
        "vigil import csv",
        exits: 64,
        says: """
          Missing expected argument '<file>'
          vigil import csv --help shows how it is used.
          """
      ),
      WrongUse(
        "vigil import csv rows.csv --protocol iv-0.5-40",
        exits: 64,
        says: """
          Whose file is it? Nothing was imported.
          Add --patient P-014, or -s with an open session.
          """
      ),
      WrongUse(
        "vigil import csv rows.csv --patient P-015",
        exits: 64,
        says: """
          Under which protocol? Nothing was imported.
          Add --protocol iv-0.5-40, or -s with an open session.
          """
      ),
      WrongUse(
        "vigil import csv rows.csv -s 1 --patient P-014",
        exits: 64,
        says: """
          --patient is for a new session; -s names one that has it already.
          Leave it out.
          """
      ),
      WrongUse(
        "vigil import csv rows.csv -s 1 --zone Europe/Berlin",
        exits: 64,
        says: """
          --zone without --date has nothing to place.
          Add --date 2026-11-19, or leave --zone out.
          """
      ),
      WrongUse(
        "vigil import csv rows.csv --patient P-014 --protocol iv-0.5-40 --date 2026-11-19",
        exits: 64,
        says: """
          --date without --zone does not say whose clock the file's times are. Nothing was imported.
          Add the zone, as --zone Europe/Berlin.
          """
      ),
      WrongUse(
        "vigil import csv rows.csv -s 1 --date today",
        exits: 64,
        says: """
          --date “today” is not a date or a time.
          Write 2026-11-19 or 2026-11-19T14:05:00+01:00.
          """
      ),
      WrongUse(
        "vigil import csv rows.csv --patient P-015 --protocol iv-0.5-40 --dose '@13:30 nausea mod'",
        exits: 65,
        says: """
          “@13:30 nausea mod” is not a dose or the start of an infusion. Nothing was imported.
          As: --dose '@13:30 ketamine 36 mg iv over 40 min'
          """
      ),
      WrongUse(
        "vigil import csv rows.csv --patient P-015 --protocol iv-0.5-40 --dose 'ketamine 36 mg iv'",
        exits: 65,
        says: """
          “ketamine 36 mg iv” does not say when. Nothing was imported.
          As: --dose '@13:30 ketamine 36 mg iv over 40 min'
          """
      ),
    ])
  }
}
