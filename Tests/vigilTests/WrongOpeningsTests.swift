import Testing

/// Sessions that cannot be opened, and what is said of them.
@Suite struct WrongOpeningsTests {
  @Test func `refuses to open a session when something it needs is missing or wrong`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    let start = "vigil start P-014 --protocol iv-0.5-40 --prescriber LH"
    try program.refuses([
      WrongUse(
        "env -u VIGIL_BY \(start)",
        exits: 64,
        says: """
          Who opens the session? No session was opened.
          Add --by KO, or set VIGIL_BY.
          """
      ),
      WrongUse(
        "vigil start P-014 --protocol iv-0.5-40",
        exits: 64,
        says: """
          Who prescribed? No session was opened.
          Add --prescriber LH.
          """
      ),
      WrongUse(
        "\(start) --by 'K O'",
        exits: 65,
        says: """
          “K O” cannot be a clinician.
          Use 1 to 32 letters or digits without spaces, as KO.
          """
      ),
      WrongUse(
        "\(start) --setting home",
        exits: 64,
        says: """
          --setting “home” is unknown.
          Choose: clinic, telehealth.
          """
      ),
      WrongUse(
        "\(start) --setting telehealth",
        exits: 64,
        says: """
          Protocol iv-0.5-40 does not serve telehealth sessions. No session was opened.
          It serves: clinic.
          """
      ),
      WrongUse(
        "\(start) --weight 72,5",
        exits: 65,
        says: """
          The weight “72,5” is not understood. No session was opened.
          As: --weight 72, --weight 71.5 or --weight 158lb
          """
      ),
      WrongUse(
        "\(start) --weight 71.55",
        exits: 65,
        says: """
          The weight “71.55” is not understood. No session was opened.
          As: --weight 72, --weight 71.5 or --weight 158lb
          """
      ),
      WrongUse(
        "\(start) --weight 500",
        exits: 65,
        says: "weight 500 is not possible (2 to 400 kg)."
      ),
      WrongUse(
        "\(start) --zone Mars/Olympus",
        exits: 64,
        says: """
          This machine knows no time zone “Mars/Olympus”.
          Give a name such as Europe/Berlin.
          """
      ),
      WrongUse(
        #"\#(start) --room "$(printf '2\t3')""#,
        exits: 64,
        says: """
          The room holds a control character. Nothing was stored.
          Write it on one line, in plain text.
          """
      ),
      WrongUse("\(start) --indication ''", exits: 65, says: "The indication is empty."),
      WrongUse(
        "vigil start P-014 --protocol iv-0.5-04 --prescriber LH",
        exits: 66,
        says: """
          There is no protocol “iv-0.5-04”.
          Did you mean iv-0.5-40? vigil protocol list shows all.
          """
      ),
    ])
    #expect(try program("sessions").lines(with: "P-014").isEmpty)
  }

  @Test func `refuses a second open session of one patient, and names the first`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.refuses([
      WrongUse(
        "vigil start P-014 --protocol iv-0.5-40 --prescriber LH",
        exits: 77,
        says: """
          P-014 already has an open session, {session}. No session was opened.
          To go on with it: vigil add -s {session} …; where it was opened for the wrong patient: vigil move \
          {session} --to P-015 --because …; once the patient has left: vigil end {session}
          """
      )
    ])
  }
}
