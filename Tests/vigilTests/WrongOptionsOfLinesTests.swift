import Testing

/// What is wrong before the line begins: the options of `add`, `fix`, `void`, `undo` and `ack`.
@Suite struct WrongOptionsOfLinesTests {
  @Test func `refuses options before a line that are unknown, twice or without a value`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let options =
      "Options stand before the line: -s, --by, --id, --record. As: vigil add -s 12 --by KO 156/95"
    try program.refuses([
      WrongUse(
        "vigil add",
        exits: 64,
        says: """
          There is nothing to add.
          As: vigil add 156/95 92 96%
          """
      ),
      WrongUse(
        "vigil add -s 1",
        exits: 64,
        says: """
          There is nothing to add.
          As: vigil add 156/95 92 96%
          """
      ),
      WrongUse(
        "vigil add -x 156/95",
        exits: 64,
        says: """
          Unknown option -x. Nothing was stored.
          \(options)
          """
      ),
      WrongUse(
        "vigil add --because slip 156/95",
        exits: 64,
        says: """
          Unknown option --because. Nothing was stored.
          \(options)
          """
      ),
      WrongUse(
        "vigil add -s 1 -s 2 156/95",
        exits: 64,
        says: "-s is there twice. Nothing was stored."
      ),
      WrongUse(
        "vigil add --by KO --by=LH 156/95",
        exits: 64,
        says: "--by is there twice. Nothing was stored."
      ),
      WrongUse(
        "vigil add --by",
        exits: 64,
        says: """
          --by needs a value. Nothing was stored.
          As: vigil add -s 12 --by KO 156/95 92 96%
          """
      ),
      WrongUse(
        "vigil add -s '' 156/95",
        exits: 64,
        says: """
          -s needs a value. Nothing was stored.
          As: vigil add -s 12 --by KO 156/95 92 96%
          """
      ),
      WrongUse(
        "vigil add --by 'K O' 156/95",
        exits: 65,
        says: """
          “K O” cannot be a clinician.
          Use 1 to 32 letters or digits without spaces, as KO.
          """
      ),
      WrongUse(
        "vigil add --id 4711 156/95",
        exits: 64,
        says: """
          “4711” is not a UUID. Nothing was stored.
          Leave --id out, or give a UUID as 3F2504E0-4F89-11D3-9A0C-0305E82C3301.
          """
      ),
    ])
  }

  @Test func `takes a value behind = for a long option only, lest it act on another patient`()
    throws
  {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.start("P-015", room: "3")
    try program.must("add", "-s", "1", "182/100")
    try program.must("add", "-s", "2", "182/100")
    let options =
      "Options stand before the line: -s, --by, --id, --record. As: vigil add -s 12 --by KO 156/95"
    try program.refuses(
      [
        ("ack -s=2 1 head up", "-s=2"), ("add -s=2 156/95", "-s=2"),
        ("add -s=1 P-015 mark", "-s=1"), ("fix -s=2 2 hr 72 --because slip", "-s=2"),
        ("void -s=2 2 --because slip", "-s=2"), ("undo -s=2 1", "-s=2"),
        ("add --=x 156/95", "--=x"), ("add --sessions=2 156/95", "--sessions=2"),
      ].map { typed, option in
        WrongUse(
          "vigil \(typed)",
          exits: 64,
          says: "Unknown option \(option). Nothing was stored.\n\(options)"
        )
      }
    )
    let second = try program.must("add", "--session=2", "mark").said
    #expect(second.contains(VigilProgram.label(2)))
  }

  @Test func `refuses options behind the reason however they are written`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("add", "120/80 72")
    try program.refuses(
      [
        ("fix last hr 71 --because typo --by=LH", "--by"),
        ("fix last hr 71 --because=typo --by=LH", "--by"),
        ("void last --because slip --session=2", "--session"),
        ("void last --because slip -s 2", "-s"),
        ("void last --because slip --record=other.vigil", "--record"),
      ].map { typed, option in
        WrongUse(
          "vigil \(typed)",
          exits: 64,
          says: """
            \(option) stands after the reason. Nothing was stored.
            Options stand before the entry: vigil fix --by KO 17 hr 84 --because …
            """
        )
      }
    )
    // What is no option of ours is part of the reason.
    let said = try program.must("fix", "last", "hr", "71", "--because", "1=l, --bye").said
    #expect(said.contains("1=l, --bye"))
  }

  @Test func `refuses a correction without entry, change or reason, and with two reasons`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("add", "120/80 72")
    let twoReasons = """
      There are two reasons: after -- and after --because. Nothing was stored.
      Give one: vigil fix 17 hr 84 --because 'digits transposed'
      """
    try program.refuses([
      WrongUse(
        "vigil fix",
        exits: 64,
        says: """
          fix needs what to change. Nothing was stored.
          As: vigil fix 17 hr 84 --because 'digits transposed'
          """
      ),
      WrongUse(
        "vigil fix 2 --because slip",
        exits: 64,
        says: """
          fix needs what to change. Nothing was stored.
          As: vigil fix 17 hr 84 --because 'digits transposed'
          """
      ),
      WrongUse(
        "vigil void",
        exits: 64,
        says: """
          void needs the entry. Nothing was stored.
          As: vigil void 18 --because 'wrong patient'
          """
      ),
      WrongUse(
        "vigil fix hr 84 --because slip",
        exits: 64,
        says: """
          “hr” is not an entry: write its number, or last.
          vigil timeline shows the numbers.
          """
      ),
      WrongUse(
        "vigil void -1 --because slip",
        exits: 64,
        says: """
          “-1” is not an entry: write its number, or last.
          vigil timeline shows the numbers.
          """
      ),
      WrongUse("vigil fix 2 hr 84 -- slip --because slip", exits: 64, says: twoReasons),
      WrongUse("vigil void 2 -- slip --because slip", exits: 64, says: twoReasons),
      WrongUse(
        "vigil fix --because one 2 hr 84 --because two",
        exits: 64,
        says: "--because is there twice. Nothing was stored."
      ),
      WrongUse(
        "vigil fix 2 hr 84 --because slip --by LH",
        exits: 64,
        says: """
          --by stands after the reason. Nothing was stored.
          Options stand before the entry: vigil fix --by KO 17 hr 84 --because …
          """
      ),
      WrongUse(
        "vigil fix 2 hr 84 --because ''",
        exits: 64,
        says: """
          The reason is empty. Nothing was stored.
          Say why in a few words.
          """
      ),
      WrongUse(
        "vigil void 2 hr 84 --because slip",
        exits: 64,
        says: """
          “hr” is one word too many. Nothing was stored.
          As: vigil void 18 --because 'wrong patient'
          """
      ),
    ])
  }
}
