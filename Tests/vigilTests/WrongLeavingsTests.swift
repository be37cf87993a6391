import Testing

/// What is wrong with a decision, an answer to a criterion, or a deferral.
@Suite struct WrongLeavingsTests {
  @Test func `refuses answers that name nothing, or what cannot be answered so`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openAfterDose()
    try program.refuses(
      ["--met ''", "--met gait,", "--met ,gait", "--met ' '"].map {
        WrongUse(
          "vigil leaving 1 \($0)",
          exits: 64,
          says: """
            --met names no criterion. Nothing was stored.
            As: --met gait,oriented
            """
        )
      } + [
        WrongUse(
          "vigil leaving 1 --not-met gait,,",
          exits: 64,
          says: """
            --not-met names no criterion. Nothing was stored.
            As: --met gait,oriented
            """
        ),
        WrongUse(
          "vigil leaving 1 -s 1",
          exits: 64,
          says: """
            The session is named twice. Nothing was stored.
            As: vigil end P-014
            """
        ),
        WrongUse(
          "vigil leaving 1 --met walking",
          exits: 65,
          says: """
            This protocol has no criterion “walking”. Nothing was stored.
            It has: time, infusion-end, pressure, heart-rate, respiratory-rate, sedation, alert, \
            dissociation, oriented, gait, nausea, vomiting, spo2, no-high-flag, no-recent-medicine, \
            cannula-out, escort, driving, self-harm.
            """
        ),
        WrongUse(
          "vigil leaving 1 --met gait,pressure",
          exits: 65,
          says: """
            pressure is worked out from the entries and cannot be answered. Nothing was stored.
            vigil leaving shows what is missing.
            """
        ),
        WrongUse(
          "vigil leaving 1 --met escort",
          exits: 65,
          says: """
            escort is answered in words, not by yes. Nothing was stored.
            As: --escort 'sister, A. Meier'
            """
        ),
        WrongUse(
          "vigil leaving 1 --met driving",
          exits: 65,
          says: """
            driving is answered in words, not by yes. Nothing was stored.
            As: --instructions 'no driving until tomorrow'
            """
        ),
        WrongUse(
          "vigil leaving 1 --met gait --not-met gait",
          exits: 65,
          says: "The criterion gait is answered twice."
        ),
        WrongUse("vigil leaving 1 --escort ' '", exits: 65, says: "The escort is empty."),
        WrongUse(
          "vigil leaving 1 --instructions ''",
          exits: 65,
          says: "The list of instructions is empty."
        ),
        WrongUse(
          #"vigil leaving 1 --escort "$(printf 'sister\nMeier')""#,
          exits: 64,
          says: """
            The escort holds a control character. Nothing was stored.
            Write it on one line, in plain text.
            """
        ),
        WrongUse(
          "vigil leaving 1 --escort a --escort b",
          exits: 64,
          says: "--escort is there twice. Nothing was stored."
        ),
        WrongUse(
          "vigil leaving 1 --met gait --by 'K O'",
          exits: 65,
          says: """
            “K O” cannot be a clinician.
            Use 1 to 32 letters or digits without spaces, as KO.
            """
        ),
      ]
    )
  }

  @Test func `refuses answers in a session that is closed, struck out, or not named among two`()
    throws
  {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.start("P-015", room: "3")
    try program.refuses([
      WrongUse(
        "vigil leaving --met gait",
        exits: 64,
        says: """
          Several sessions are open: 1 P-014, room 7; 2 P-015, room 3. Nothing was stored.
          Name one with -s and its number, patient code or room, as: -s 12
          """
      ),
      WrongUse(
        "vigil leaving",
        exits: 64,
        says: """
          Several sessions are open: 1 P-014, room 7; 2 P-015, room 3.
          Name one by its number, patient code or room: vigil timeline 12
          """
      ),
    ])
    try program.must("end", "1")
    try program.must("void-session", "2", "--because", "opened twice")
    try program.refuses([
      WrongUse(
        "vigil leaving 1 --met gait",
        exits: 77,
        says: "{session} is closed: it takes only fix, void, ack, addendum and review. "
          + "Nothing was stored."
      ),
      WrongUse(
        "vigil leaving 2 --met gait",
        exits: 77,
        says: "{session 2} is struck out. Nothing was stored."
      ),
    ])
  }

  @Test func `refuses a decision that is not whole`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openAfterDose()
    let twice = "Give one for each: --because 'gait=uses a frame' --because 'seen by LH'"
    try program.refuses([
      WrongUse(
        "vigil end --against-advice 'wants to go home'",
        exits: 64,
        says: """
          Leaving against advice needs a witness. Nothing was stored.
          Add --witness MB.
          """
      ),
      WrongUse(
        "vigil end --witness MB",
        exits: 64,
        says: """
          --witness is for leaving against advice, and no --against-advice is given. Nothing was stored.
          Add --against-advice 'wants to go home', or leave --witness out.
          """
      ),
      WrongUse(
        "vigil end --against-advice '' --witness MB",
        exits: 65,
        says: "The reason is empty."
      ),
      WrongUse(
        "vigil end --against-advice home --witness ' '",
        exits: 65,
        says: "The witness is empty."
      ),
      WrongUse(
        "vigil end --because gait=a --because gait=b",
        exits: 64,
        says: "There are two reasons for gait. Nothing was stored.\n\(twice)"
      ),
      WrongUse(
        "vigil end --because 'seen by LH' --because 'seen by MB'",
        exits: 64,
        says: "There are two reasons for all criteria. Nothing was stored.\n\(twice)"
      ),
      WrongUse(
        "vigil end --because 'gait= '",
        exits: 64,
        says: """
          The reason is empty. Nothing was stored.
          Say why in a few words.
          """
      ),
      WrongUse(
        "vigil end --because walking=slowly",
        exits: 65,
        says: """
          This protocol has no criterion “walking”. Nothing was stored.
          It has: time, infusion-end, pressure, heart-rate, respiratory-rate, sedation, alert, \
          dissociation, oriented, gait, nausea, vomiting, spo2, no-high-flag, no-recent-medicine, \
          cannula-out, escort, driving, self-harm.
          """
      ),
      WrongUse(
        "vigil end --because 'no-high-flag=none'",
        exits: 65,
        says: "no-high-flag is met, so it needs no reason. Nothing was stored."
      ),
      WrongUse(
        "vigil end --decided-by 'L H' --because ward",
        exits: 65,
        says: """
          “L H” cannot be a clinician.
          Use 1 to 32 letters or digits without spaces, as KO.
          """
      ),
      WrongUse(
        "vigil end --because ward --ready-minute 1441",
        exits: 65,
        says: "Minute 1441 is outside 0 to 1440."
      ),
      WrongUse(
        "vigil end --because ward --ready-minute soon",
        exits: 64,
        says: """
          The value 'soon' is invalid for '--ready-minute <minute>'
          vigil end --help shows how it is used.
          """
      ),
      WrongUse(
        "vigil end --escort a --escort b",
        exits: 64,
        says: "--escort is there twice. Nothing was stored."
      ),
    ])
  }

  @Test func `refuses a judgement of nobody, and a reason that belongs to nothing`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let nobody = "It does not say who. Nothing was stored.\nAdd the name: --by KO"
    try program.refuses([
      WrongUse("env -u VIGIL_BY vigil leaving 1 --met gait", exits: 64, says: nobody),
      WrongUse("env -u VIGIL_BY vigil end 1", exits: 64, says: nobody),
      WrongUse(
        "vigil end 1 --because 'the dose was cancelled'",
        exits: 65,
        says: """
          Nothing was given, so no criterion for leaving is asked and a reason belongs to none. \
          Nothing was stored.
          Say it in a note before closing: vigil add note …
          """
      ),
    ])
    try program.must("end", "1", "--by", "LH")
  }

  @Test func `names every criterion that is not met, and what to type`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.recover()
    try program.must("leaving", "1", "--met", "oriented,self-harm", allowing: [1])
    let outcome = try program("end", "--escort", "sister", "--instructions", "no driving")
    #expect(outcome.status == 77)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        \(VigilProgram.label(1)) is not closed. 2 criteria for leaving are not met: gait, cannula-out. \
        Nothing was stored.
        vigil leaving \(VigilProgram.label(1)) shows what is missing, and takes the answers. \
        Or give a reason: --because 'gait=…', or --because '…' for all. \
        Against advice: --against-advice '…' --witness MB

        """
    )
    #expect(try program("status").said.contains("P-014"))
  }

  @Test func `refuses to put off what may not be put off, with its line in a file`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openAfterDose()
    try program.refuses([
      WrongUse(
        "vigil add defer weight -- no scale",
        exits: 77,
        says: """
          Nothing of that is due or comes later on the schedule, so nothing can be put off. Nothing was stored.
          vigil due --all lists what is due and what comes next.
          """
      )
    ])
    try program.must("add", "184/95")
    try program.write("note asleep\n\ndefer rr -- asleep\n", to: "lines")
    // The baseline of seven groups is overdue since the dose, and its flags have the first numbers.
    let flagged = """
      Under flag 7 the SpO2 and respiratory rate is not put off: while blood pressure, SpO2, \
      consciousness or sedation is flagged, it is taken. Nothing was stored.
      Take it, or say why there is none: vigil add spo2 - rr - -- patient refuses
      """
    try program.refuses([
      WrongUse("vigil add defer rr -- asleep", exits: 77, says: flagged),
      WrongUse("vigil add - < lines", exits: 77, says: "stdin:3: \(flagged)"),
    ])
  }
}

extension VigilProgram {
  /// Runs what has to end with one of these codes for the test to mean anything.
  func must(_ arguments: String..., allowing codes: [Int32]) throws {
    let outcome = try run(arguments)
    guard codes.contains(outcome.status) else {
      throw Unprepared(command: arguments.joined(separator: " "), outcome: outcome)
    }
  }
}
