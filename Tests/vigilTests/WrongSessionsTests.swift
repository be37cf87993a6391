import Testing

/// Sessions that are not there, not open, or could be one of two.
@Suite struct WrongSessionsTests {
  @Test func `refuses a session that is not there`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.refuses(
      [
        "timeline 9", "chart 9", "report 9", "end 9", "due 9", "leaving 9",
        "leaving -s 9 --met gait",
        "void-session 9 --because slip", "add -s 9 hr 72",
      ].map {
        WrongUse(
          "vigil \($0)",
          exits: 66,
          says: """
            There is no session “9”.
            vigil sessions lists all.
            """
        )
      } + [
        WrongUse(
          "vigil add -s P-015 hr 72",
          exits: 66,
          says: """
            There is no session “P-015”.
            vigil sessions lists all.
            """
        ),
        WrongUse(
          "vigil timeline 99999999999999999999",
          exits: 66,
          says: """
            There is no session “99999999999999999999”.
            vigil sessions lists all.
            """
        ),
      ]
    )
  }

  @Test func `refuses to guess where none is open`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.refuses(
      ["add 120/80", "undo", "end"].map {
        let closed =
          "\nTo correct or acknowledge in a closed one, name it with -s, as: vigil fix -s 12 17 hr 84 -- why"
        return WrongUse(
          "vigil \($0)",
          exits: 66,
          says: """
            No session is open. Nothing was stored.
            Open one: vigil start P-014 --protocol iv-0.5-40 --by KO --prescriber LH
            """ + ($0 == "end" ? "" : closed)
        )
      }
    )
    try program.refuses([
      WrongUse(
        "vigil timeline",
        exits: 66,
        says: """
          No session is open.
          Name a closed one by its number; vigil sessions lists all.
          """
      )
    ])
  }

  @Test func `closes the session that is named either way, and refuses two names`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.start("P-015", room: "3")
    try program.refuses([
      WrongUse(
        "vigil end 1 -s 2",
        exits: 64,
        says: """
          The session is named twice. Nothing was stored.
          As: vigil end P-014
          """
      )
    ])
    try program.must("end", "-s", "P-015")
    try program.must("end", "1")
  }

  @Test func `refuses to guess where two are open, and lists both`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.start("P-015", room: "3")
    try program.refuses(
      ["add 120/80", "fix last hr 72 --because slip", "void last --because slip", "undo", "end"]
        .map {
          WrongUse(
            "vigil \($0)",
            exits: 64,
            says: """
              Several sessions are open: 1 P-014, room 7; 2 P-015, room 3. Nothing was stored.
              Name one with -s and its number, patient code or room, as: -s 12
              """
          )
        }
    )
  }

  @Test func `refuses a room that is also the number of another session`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.start("P-015", room: "1")
    try program.refuses([
      WrongUse(
        "vigil add -s 1 120/80",
        exits: 64,
        says: """
          “1” could be 1 P-014, room 7 or 2 P-015, room 1. Nothing was stored.
          Name the one that is meant in full: {session} for P-014, or {session 2} for P-015.
          """
      ),
      WrongUse(
        "vigil timeline 1",
        exits: 64,
        says: """
          “1” could be 1 P-014, room 7 or 2 P-015, room 1.
          Name the one that is meant in full: {session} for P-014, or {session 2} for P-015.
          """
      ),
    ])
    let label = VigilProgram.label(2)
    #expect(try program.must("add", "-s", label, "120/80").said.contains("P-015"))
    for command in ["timeline", "report"] {
      #expect(try program.must(command, label).said.contains("P-015"), "\(command)")
    }
  }

  @Test func `refuses new entries in a closed session`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("end", "1")
    try program.refuses([
      WrongUse(
        "vigil add -s 1 120/80",
        exits: 77,
        says: "{session} is closed: it takes only fix, void, ack, addendum and review. "
          + "Nothing was stored."
      ),
      WrongUse("vigil end 1", exits: 77, says: "{session} is already closed."),
    ])
  }

  @Test func `refuses everything in a session that was struck out`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("add", "120/80")
    try program.must("void-session", "1", "--because", "wrong patient")
    try program.refuses(
      [
        "add -s 1 120/80", "fix -s 1 2 hr 72 --because slip", "void -s 1 2 --because slip",
        "undo -s 1", "ack -s 1 1 seen", "end 1", "leaving 1 --met gait",
        "void-session 1 --because again",
      ].map {
        WrongUse("vigil \($0)", exits: 77, says: "{session} is struck out. Nothing was stored.")
      }
    )
  }

  @Test func `refuses to strike out a session without a plain reason`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.refuses([
      WrongUse(
        "vigil void-session 1 --because ' '",
        exits: 64,
        says: """
          The reason is empty. Nothing was stored.
          Say why in a few words.
          """
      ),
      WrongUse(
        #"vigil void-session 1 --because "$(printf 'wrong\npatient')""#,
        exits: 64,
        says: """
          The reason holds a control character. Nothing was stored.
          Write it on one line, in plain text.
          """
      ),
      WrongUse(
        #"vigil void-session 1 --because "$(printf 'wrong\033[2Jpatient')""#,
        exits: 64,
        says: """
          The reason holds a control character. Nothing was stored.
          Write it on one line, in plain text.
          """
      ),
      WrongUse(
        "vigil void-session 1 --because \"$(printf '%0501d' 0)\"",
        exits: 65,
        says: "The reason is longer than 500 characters."
      ),
    ])
  }
}
