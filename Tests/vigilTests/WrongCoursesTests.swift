import Testing

/// What is wrong with an entry of a course, or with how one asks for it.
@Suite struct WrongCoursesTests {
  @Test func `is refused with what to type, and nothing is stored`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.refuses([
      WrongUse(
        "vigil course integratoin P-014 --by KO",
        exits: 64,
        says: """
          There is no command “course integratoin”. Nothing was stored.
          Did you mean vigil course integration?
          """
      ),
      WrongUse(
        "vigil course P-099",
        exits: 66,
        says: """
          There is no patient “P-099”.
          Add them first: vigil patient add P-099
          """
      ),
      WrongUse(
        "vigil followups --patient P-099",
        exits: 66,
        says: """
          There is no patient “P-099”.
          Add them first: vigil patient add P-099
          """
      ),
      WrongUse(
        "vigil course P-014 --protocol esketamin-in",
        exits: 66,
        says: """
          There is no protocol “esketamin-in”.
          Did you mean esketamine-in? vigil protocol list shows all.
          """
      ),
      WrongUse(
        "vigil course lab P-014 livr unremarkable",
        exits: 64,
        says: """
          There is no test “livr”. Nothing was stored.
          Did you mean liver? Known: ecg, renal, liver, drug-screen, pregnancy, urinary, pdmp, \
          response-review.
          """
      ),
      WrongUse(
        "vigil course consent P-014",
        exits: 64,
        says: """
          A consent takes --document. Nothing was stored.
          Write which document was signed: --document 'ketamine consent'
          """
      ),
      WrongUse(
        "vigil course consent P-014 --document KET --version 3 --signed 2026-01-02",
        exits: 64,
        says: """
          Was the patient told that the use is off-label? Nothing was stored.
          Add --off-label-told or --off-label-not-told.
          """
      ),
      WrongUse(
        "vigil course consent P-014 --withdrawn",
        exits: 64,
        says: """
          The reason is missing. Nothing was stored.
          Say why: --because 'asked for by the patient'
          """
      ),
      WrongUse(
        "vigil course integration P-014 --modality walk --minutes long",
        exits: 64,
        says: """
          --minutes “long” is not a whole number of minutes. Nothing was stored.
          Write --minutes 50.
          """
      ),
      WrongUse(
        "vigil course follow-up P-014 call doen 'slept well'",
        exits: 64,
        says: """
          There is no outcome “doen”. Nothing was stored.
          Did you mean done? Known: done, not-reached, declined, not-needed.
          """
      ),
      WrongUse(
        "vigil course concern P-014 early-refill",
        exits: 64,
        says: """
          The text is missing. Nothing was stored.
          As: vigil course concern P-014 early-refill 'asked for the refill 9 days early'
          """
      ),
      WrongUse(
        "vigil course lab P-014 ecg unremarkable --at yesterday",
        exits: 64,
        says: """
          --at “yesterday” is not a time. Nothing was stored.
          Write 14:05, '2026-11-19 14:05' or 2026-11-19T14:05:00+01:00.
          """
      ),
      WrongUse(
        "env -u VIGIL_BY vigil course lab P-014 ecg unremarkable",
        exits: 64,
        says: """
          Who enters this? Nothing was stored.
          Add --by KO, or set VIGIL_BY.
          """
      ),
    ])
  }
}
