import Foundation
import Testing

/// What is due now, across sessions, for people and for scripts.
@Suite struct DueTests {
  @Test func `names the repeat that a flag asks for, in due and in status`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    #expect(try !program("due").said.contains("repeat between "))
    try program.must("add", "185/100", "80")
    let due = try program("due").said
    #expect(due.contains("repeat between "))
    #expect(due.contains("for flag 1, "))
    let status = try program.must("status").said
    #expect(status.contains("repeat between "))
  }

  @Test func `exits with 0 where nothing is overdue, and says what is due`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let due = try program("due")
    #expect(due.status == 0)
    #expect(due.errors == "")
    let line = try #require(due.lines(with: "baseline of blood pressure and heart rate").first)
    for text in [VigilProgram.label(1), "P-014", "7", "(0 of 2 sets)"] {
      #expect(line.contains(text), "\(text)")
    }
    #expect(!due.said.contains("OVERDUE"))
  }

  @Test func `exits with 1 where something is overdue, and with 0 once it was taken`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openAfterDose()
    let overdue = try program("due")
    #expect(overdue.status == 1)
    #expect(overdue.errors == "")
    let line = try #require(overdue.lines(with: "OVERDUE by").first)
    #expect(line.contains("baseline of blood pressure and heart rate (0 of 2 sets)"))
    try program.takeAll()
    let taken = try program("due")
    #expect(taken.status == 0, "\(taken.output)")
    #expect(!taken.said.contains("OVERDUE"))
  }

  @Test func `tells a script the same in JSON, with the same exit code`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openAfterDose()
    let due = try program("due", "--format", "json")
    #expect(due.status == 1)
    let document = try JSONOutput(due.output)
    #expect(document["schema"] as? String == "vigil/due/1")
    #expect(document["overdue"] as? Bool == true)
    let readings = document.objects("sessions").flatMap {
      $0["readings"] as? [[String: Any]] ?? []
    }
    let pressure = try #require(readings.first { $0["group"] as? String == "bp" })
    #expect(pressure["overdue"] as? Bool == true)
    #expect(pressure["kind"] as? String == "baseline")
  }

  @Test func `shows one session where it is named, and what is next of all groups with --all`()
    throws
  {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openAfterDose()
    try program.start("P-015", room: "3")
    let both = try program("due").said
    #expect(both.contains("P-014") && both.contains("P-015"))
    for name in ["2", "P-015", "3"] {
      let one = try program("due", name)
      #expect(one.status == 0, "\(name)")
      #expect(one.said.contains("P-015") && !one.said.contains("P-014"), "\(name)")
    }
    #expect(try program("due", "1").status == 1)
    try program.takeAll()
    #expect(!(try program("due", "1").said.contains("CADSS-6")))
    #expect(try program("due", "1", "--all").said.contains("CADSS-6"))
  }

  @Test func `has nothing due where nothing is open, and in a session that is closed`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    let none = try program("due")
    #expect(none.status == 0)
    #expect(none.said == "No session is open.\n")
    try program.openAfterDose(knowing: true)
    try program.must("end", "--because", "goes to the ward")
    let closed = try program("due", "1")
    #expect(closed.status == 0)
    #expect(closed.said == "\(VigilProgram.label(1)) is closed: nothing is due in it.\n")
    let document = try JSONOutput(program("due", "1", "--format", "json").output)
    #expect(document["overdue"] as? Bool == false)
  }

  @Test func `means the same in every spelling`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openAfterDose()
    try program.must("patient", "add", "P-020", "--record", "other.vigil")
    for (plain, joined) in [
      (["due"], ["due", "--format=text"]), (["due", "1"], ["due", "1", "--format=text"]),
      (["due", "--all"], ["due", "--all", "--format=text"]),
      (["due", "--width", "60"], ["due", "--width=60"]),
      (["due", "--ascii"], ["due", "--ascii", "--format=text"]),
      (["due", "--format", "json", "--all"], ["due", "--format=json", "--all"]),
      (["due", "--record", "other.vigil"], ["due", "--record=other.vigil"]),
      (["due", "9"], ["due", "9", "--format=text"]),
      (["due", "--width", "20"], ["due", "--width=20"]),
    ] {
      let (first, second) = (try program.run(plain), try program.run(joined))
      #expect(first.status == second.status, "\(plain)")
      // The clock runs on between the two.
      #expect(withoutDigits(first.output) == withoutDigits(second.output), "\(plain)")
      #expect(first.errors == second.errors, "\(plain)")
    }
  }

  @Test func `never fails while another program adds`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openAfterDose()
    let outcome = try program.shell(
      """
      for n in $(seq 30); do vigil add note $n > /dev/null || echo "add $n: $?"; done &
      for n in $(seq 40); do
        vigil due > seen; status=$?
        [ $status = 1 ] || echo "due $n: $status"
        grep -q OVERDUE seen || echo "due $n: nothing"
      done
      wait
      """
    )
    #expect(outcome.output == "")
    #expect(outcome.errors == "")
    #expect(try program.entryCount() == 32)
  }

  @Test func `refuses what cannot be meant`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.refuses([
      WrongUse(
        "vigil due 9",
        exits: 66,
        says: """
          There is no session “9”.
          vigil sessions lists all.
          """
      ),
      WrongUse(
        "vigil due --format csv",
        exits: 64,
        says: """
          The value 'csv' is invalid for '--format <format>'. Please provide one of 'text' and 'json'.
          vigil due --help shows how it is used.
          """
      ),
      WrongUse(
        "vigil due --all --all",
        exits: 64,
        says: "--all is there twice. Nothing was stored."
      ),
    ])
    for seconds in ["P-014", "0", "3601", "1.5", "20s"] {
      try program.refuses([
        WrongUse(
          "vigil due --watch \(seconds)",
          exits: 64,
          says: """
            --watch “\(seconds)” is not a number of seconds from 1 to 3600.
            As: --watch 20. A session stands before it: vigil due P-014 --watch 20
            """
        )
      ])
    }
  }

  private func withoutDigits(_ text: String) -> String { text.filter { !$0.isNumber } }
}

extension VigilProgram {
  /// Session 1 of P-014, opened only after its dose was given a quarter of an hour and a bit ago: no
  /// baseline was taken in it, and that is overdue since then.
  func openAfterDose(knowing isKnown: Bool = false) throws {
    if !isKnown { try addPatients() }
    try start()
    try must("add", "@-16m ketamine 36 mg iv")
  }

  /// Takes now, in session 1, everything that `openAfterDose` leaves overdue.
  func takeAll() throws {
    let lines = [
      "128/80 74 97% rr 14 moaas 5 A t 36.6 ra", "no dissociation", "no nausea", "no vomiting",
      "no headache", "no dizziness", "no anxiety",
    ]
    try must("add", "-s", "1", "-", input: lines.joined(separator: "\n"))
  }
}
