import Testing

/// Patients that cannot be added or are not there.
@Suite struct WrongPatientsTests {
  @Test func `refuses a patient that is there, or whose particulars cannot be so`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.refuses([
      WrongUse(
        "vigil patient add P-014 --name 'Someone Else'",
        exits: 77,
        says: """
          There is already a patient P-014. Nothing was stored.
          Look with vigil patient show P-014.
          """
      ),
      WrongUse(
        "vigil patient add p-014",
        exits: 77,
        says: """
          p-014 differs from the patient P-014 only in its capitals. Nothing was stored.
          If it is the same patient: vigil patient show P-014. If not, choose another code.
          """
      ),
      WrongUse(
        #"vigil patient add P-016 --name "$(printf 'Ren\351')""#,
        exits: 64,
        says: """
          What was typed is not UTF-8 text. Nothing was stored.
          Type it again, or set the terminal to UTF-8.
          """
      ),
      WrongUse(
        "vigil patient add 'P 016'",
        exits: 65,
        says: """
          “P 016” cannot be a patient code.
          Use 1 to 32 letters, digits, - _ or ., as P-014.
          """
      ),
      WrongUse(
        "vigil patient add P-0123456789-0123456789-0123456789",
        exits: 65,
        says: """
          “P-0123456789-0123456789-0123456789” cannot be a patient code.
          Use 1 to 32 letters, digits, - _ or ., as P-014.
          """
      ),
      WrongUse(
        "vigil patient add P-016 --name ' '",
        exits: 65,
        says: "The name is empty."
      ),
      WrongUse(
        #"vigil patient add P-016 --name "$(printf 'Alex\033[2JRivera')""#,
        exits: 64,
        says: """
          The name holds a control character. Nothing was stored.
          Write it on one line, in plain text.
          """
      ),
      WrongUse(
        #"vigil patient add P-016 --allergies "$(printf 'latex\npenicillin')""#,
        exits: 64,
        says: """
          The list of allergies holds a control character. Nothing was stored.
          Write it on one line, in plain text.
          """
      ),
      WrongUse(
        #"vigil patient add P-016 --name "$(printf 'Alex \342\200\256areviR')""#,
        exits: 64,
        says: """
          The name holds a control character. Nothing was stored.
          Write it on one line, in plain text.
          """
      ),
      WrongUse(
        "vigil patient add P-016 --name \"$(printf '%0501d' 0)\"",
        exits: 65,
        says: "The name is longer than 500 characters."
      ),
      WrongUse(
        "vigil patient add P-016 --birth-date 12.03.1984",
        exits: 65,
        says: """
          “12.03.1984” is not a date.
          Write the birth date as year-month-day: 1984-03-12.
          """
      ),
      WrongUse(
        "vigil patient add P-016 --birth-date 1984-02-30",
        exits: 65,
        says: """
          “1984-02-30” is not a date.
          Write the birth date as year-month-day: 1984-03-12.
          """
      ),
    ])
  }

  @Test func `makes no record for a patient whose options are refused`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.refuses([
      WrongUse(
        "vigil patient add P-016 --birth-date nonsense",
        exits: 65,
        says: """
          “nonsense” is not a date.
          Write the birth date as year-month-day: 1984-03-12.
          """
      ),
      WrongUse("vigil patient add P-016 --mrn ' '", exits: 65, says: "The record number is empty."),
    ])
    #expect(program.recordBytes == nil)
  }

  @Test func `refuses a patient that is not there, and says how to add them`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    let says = """
      There is no patient “P-099”.
      Add them first: vigil patient add P-099
      """
    try program.refuses(
      [
        "vigil patient show P-099", "vigil sessions --patient P-099", "vigil flags --patient P-099",
        "vigil effects --patient P-099",
        "vigil start P-099 --protocol iv-0.5-40 --prescriber LH",
      ].map { WrongUse($0, exits: 66, says: says) }
    )
  }
}
