import Foundation
import Testing

/// Commands, options and their values that are wrong before any record is looked at.
@Suite struct WrongCommandsTests {
  @Test func `refuses a command that there is not, and names the nearest`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.refuses([
      WrongUse(
        "vigil frobnicate",
        exits: 64,
        says: """
          There is no command “frobnicate”. Nothing was stored.
          vigil --help lists the commands.
          """
      ),
      WrongUse(
        "vigil timline 1",
        exits: 64,
        says: """
          There is no command “timline”. Nothing was stored.
          Did you mean vigil timeline?
          """
      ),
      WrongUse(
        "vigil ad 156/95",
        exits: 64,
        says: """
          There is no command “ad”. Nothing was stored.
          Did you mean vigil add?
          """
      ),
      WrongUse(
        "vigil 156/95 92 96%",
        exits: 64,
        says: """
          There is no command “156/95”. Nothing was stored.
          To record it: vigil add 156/95 …
          """
      ),
      WrongUse(
        "vigil ''",
        exits: 64,
        says: """
          There is no command “”. Nothing was stored.
          vigil --help lists the commands.
          """
      ),
      WrongUse(
        "vigil help nonsense",
        exits: 64,
        says: """
          There is no command “nonsense”. Nothing was stored.
          vigil --help lists the commands.
          """
      ),
    ])
    #expect(program.recordBytes == nil)
  }

  @Test func `refuses options that are unknown, twice, without a value or left out`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.refuses([
      WrongUse(
        "vigil sessions --patiemt P-014",
        exits: 64,
        says: """
          Unknown option '--patiemt'. Did you mean '--patient'?
          vigil sessions --help shows how it is used.
          """
      ),
      WrongUse(
        "vigil start --protocol iv-0.5-40",
        exits: 64,
        says: """
          Missing expected argument '<patient>'
          vigil start --help shows how it is used.
          """
      ),
      WrongUse(
        "vigil start P-014",
        exits: 64,
        says: """
          Missing expected argument '--protocol <protocol>'
          vigil start --help shows how it is used.
          """
      ),
      WrongUse(
        "vigil start P-014 --protocol",
        exits: 64,
        says: """
          Missing value for '--protocol <protocol>'
          vigil start --help shows how it is used.
          """
      ),
      WrongUse(
        "vigil start P-014 --protocol iv-0.5-40 --weight 72 --weight=27",
        exits: 64,
        says: "--weight is there twice. Nothing was stored."
      ),
      WrongUse(
        "vigil end 1 2",
        exits: 64,
        says: """
          Unexpected argument '2'
          vigil end --help shows how it is used.
          """
      ),
      WrongUse(
        "vigil void-session 1",
        exits: 64,
        says: """
          Missing expected argument '--because <reason>'
          vigil void-session --help shows how it is used.
          """
      ),
      WrongUse(
        "vigil patient remove P-014",
        exits: 64,
        says: """
          There is no command “patient remove”. Nothing was stored.
          vigil patient --help lists the commands.
          """
      ),
      WrongUse(
        "vigil protocol lsit",
        exits: 64,
        says: """
          There is no command “protocol lsit”. Nothing was stored.
          Did you mean vigil protocol list?
          """
      ),
      WrongUse(
        "vigil import 12 rows.csv",
        exits: 64,
        says: """
          There is no command “import 12”. Nothing was stored.
          vigil import --help lists the commands.
          """
      ),
      WrongUse(
        "vigil --frobnicate",
        exits: 64,
        says: """
          Unknown option '--frobnicate'
          vigil --help shows how it is used.
          """
      ),
      WrongUse(
        "vigil sessions --record ''",
        exits: 64,
        says: """
          --record is empty.
          Leave it out, or name a file.
          """
      ),
      WrongUse(
        "env -u VIGIL_RECORD -u HOME vigil sessions",
        exits: 64,
        says: """
          There is no HOME to keep the record in.
          Name the record with --record or VIGIL_RECORD.
          """
      ),
    ])
    #expect(program.recordBytes == nil)
  }

  @Test func `refuses values that an option cannot have, and says which it can`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.refuses([
      WrongUse(
        "vigil timeline 1 --width 20",
        exits: 64,
        says: """
          --width 20 is outside 60 to 200.
          vigil timeline --help shows how it is used.
          """
      ),
      WrongUse(
        "vigil timeline 1 --width wide",
        exits: 64,
        says: """
          The value 'wide' is invalid for '--width <columns>'
          vigil timeline --help shows how it is used.
          """
      ),
      WrongUse(
        "vigil sessions --format xml",
        exits: 64,
        says: """
          The value 'xml' is invalid for '--format <format>'. Please provide one of 'table', \
          'json' or 'csv'.
          vigil sessions --help shows how it is used.
          """
      ),
      WrongUse(
        "vigil report 1 --format csv",
        exits: 64,
        says: """
          The value 'csv' is invalid for '--format <format>'. Please provide one of 'text', 'html', \
          'pdf' or 'json'.
          vigil report --help shows how it is used.
          """
      ),
      WrongUse(
        "vigil flags --priority urgent",
        exits: 64,
        says: """
          --priority “urgent” is unknown.
          Choose: info, low, medium, high.
          """
      ),
      WrongUse(
        "vigil flags --state shut",
        exits: 64,
        says: """
          --state “shut” is unknown.
          Choose: unconfirmed, confirmed, cleared, cleared-on-repeat, retracted, open.
          """
      ),
      WrongUse(
        "vigil effects --severity awful",
        exits: 64,
        says: """
          --severity “awful” is unknown.
          Choose: mild, moderate, severe.
          """
      ),
      WrongUse(
        "vigil flags --since 2026-11-19 --until 2026-11-18",
        exits: 64,
        says: """
          --until is before --since, so nothing can lie between them.
          Exchange the two.
          """
      ),
      WrongUse(
        "vigil flags --since yesterday",
        exits: 64,
        says: """
          --since “yesterday” is not a date or a time.
          Write 2026-11-19 or 2026-11-19T14:05:00+01:00.
          """
      ),
      WrongUse(
        "vigil flags --since 2026-02-30",
        exits: 64,
        says: """
          --since “2026-02-30” is not a date or a time.
          Write 2026-11-19 or 2026-11-19T14:05:00+01:00.
          """
      ),
      WrongUse(
        "vigil effects --until 19.11.2026",
        exits: 64,
        says: """
          --until “19.11.2026” is not a date or a time.
          Write 2026-11-19 or 2026-11-19T14:05:00+01:00.
          """
      ),
      WrongUse(
        "vigil flags --patient 'P 014'",
        exits: 65,
        says: """
          “P 014” cannot be a patient code.
          Use 1 to 32 letters, digits, - _ or ., as P-014.
          """
      ),
    ])
  }
}
