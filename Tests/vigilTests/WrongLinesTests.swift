import Foundation
import Testing

/// Lines that cannot be stored because of what the session holds; the grammar has its own table.
@Suite struct WrongLinesTests {
  @Test func `refuses corrections of what is not there or cannot be corrected`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("add", "120/80 72")
    try program.must("add", "note talking")
    try program.must("void", "3", "--because", "wrong patient")
    try program.refuses([
      WrongUse(
        "vigil fix 99 hr 84 --because slip",
        exits: 66,
        says: """
          There is no entry #99 in {session}. Nothing was stored.
          vigil timeline {session} lists the entries.
          """
      ),
      WrongUse(
        "vigil fix 1 hr 84 --because slip",
        exits: 77,
        says: """
          #1 is the opening of the session and cannot be corrected. Nothing was stored.
          If the patient is wrong: vigil void-session N --because …
          """
      ),
      WrongUse(
        "vigil void 1 --because slip",
        exits: 77,
        says: """
          #1 is the opening of the session and cannot be voided. Nothing was stored.
          To strike out the whole session: vigil void-session N --because …
          """
      ),
      WrongUse(
        "vigil fix 2 nausea mod --because slip",
        exits: 65,
        says: """
          #2 is a set of vital signs, and a correction cannot make it a side effect. Nothing was \
          stored.
          void 2 -- reason, and enter the other anew.
          """
      ),
      WrongUse(
        "vigil fix 2 hr 72 --because slip",
        exits: 65,
        says: "That changes nothing in #2. Nothing was stored."
      ),
      WrongUse(
        "vigil fix 3 note other --because slip",
        exits: 77,
        says: """
          #3 is void, and a void is final. Nothing was stored.
          Enter it anew.
          """
      ),
      WrongUse(
        "vigil void 3 --because again",
        exits: 77,
        says: """
          #3 is void, and a void is final. Nothing was stored.
          Enter it anew.
          """
      ),
      WrongUse(
        "vigil fix 4 note other --because slip",
        exits: 77,
        says: "#4 is a withdrawal and cannot be corrected. Nothing was stored."
      ),
      WrongUse(
        "vigil undo",
        exits: 77,
        says: """
          #4 withdrew an entry, and that is final.
          Enter the withdrawn line anew.
          """
      ),
      WrongUse(
        "vigil undo --by LH",
        exits: 66,
        says: "There is no entry of LH to undo in this session."
      ),
    ])
  }

  @Test func `refuses to undo a correction, and says what to do instead`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("add", "120/80 72")
    try program.must("fix", "2", "hr", "82", "--because", "one digit was typed wrong")
    try program.refuses([
      WrongUse(
        "vigil undo",
        exits: 77,
        says: """
          #3 corrected #2, and undo cannot take a correction back.
          fix 2 … -- reason, or void 2 -- reason
          """
      )
    ])
  }

  @Test func `refuses an acknowledgement that names no flag, or could name two`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.refuses([
      WrongUse("vigil ack seen", exits: 66, says: "No flag is open. Nothing was stored."),
      WrongUse("vigil ack all seen", exits: 66, says: "No flag is open. Nothing was stored."),
      WrongUse(
        "vigil ack 1 seen",
        exits: 66,
        says: "There is no flag 1: none was raised yet. Nothing was stored."
      ),
    ])
    try program.must("add", "chest pain mild")
    try program.refuses([
      WrongUse(
        "vigil ack all seen",
        exits: 64,
        says: """
          “all” never covers a high flag, and only high ones are open: 1. Nothing was stored.
          Name each: ack 1 what was done
          """
      )
    ])
    try program.must("add", "nausea severe")
    try program.refuses([
      WrongUse(
        "vigil ack seen",
        exits: 64,
        says: """
          Several flags are open: 1, 2. Nothing was stored.
          Name one: ack 1 what was done
          """
      ),
      WrongUse(
        "vigil ack 9 seen",
        exits: 66,
        says: """
          There is no flag 9. Nothing was stored.
          Known: 1, 2.
          """
      ),
    ])
  }

  @Test(arguments: [
    ("\\342\\200\\250", "U+2028"), ("\\342\\200\\251", "U+2029"), ("\\302\\205", "U+0085"),
    ("\\013", "U+000B"), ("\\014", "U+000C"),
  ])
  func `never makes a second line of what a pasted note holds`(
    _ bytes: String,
    _ name: String
  )
    throws
  {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.refuses([
      WrongUse(
        "printf 'note one\\nnote a\(bytes)mark\\n' | vigil add -",
        exits: 65,
        says: """
          stdin:2: The line holds a control character (\(name)). Nothing was stored.
          Type the line again on one line, with letters, digits and spaces only.
          """
      )
    ])
  }

  @Test func `refuses lines from standard input all together, and names the line`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let third = """
      stdin:3: Heart rate 400 is not possible (0 to 280/min). Nothing was stored.
      Read it again. If it is what was seen, write it in a note.
      """
    try program.refuses([
      WrongUse(
        #"printf '120/80\nnausea mod\nhr 400\nmark\n' | vigil add -"#,
        exits: 65,
        says: third
      ),
      WrongUse(#"printf '120/80\n\nhr 400\n' | vigil add -"#, exits: 65, says: third),
      WrongUse(#"printf '\n\nhr 400\n' | vigil add -"#, exits: 65, says: third),
      WrongUse(
        #"printf '120/80\nfix 99 hr 72 -- slip\n' | vigil add -"#,
        exits: 66,
        says: """
          stdin:2: There is no entry #99 in {session}. Nothing was stored.
          vigil timeline {session} lists the entries.
          """
      ),
      WrongUse(
        #"printf 'fix 99 hr 72 -- slip\n' | vigil add -"#,
        exits: 66,
        says: """
          stdin:1: There is no entry #99 in {session}. Nothing was stored.
          vigil timeline {session} lists the entries.
          """
      ),
      WrongUse(
        #"printf '120/80\nmark\n' | vigil add --id 3F2504E0-4F89-11D3-9A0C-0305E82C3301 -"#,
        exits: 64,
        says: "One id names one line. Nothing was stored."
      ),
      WrongUse(
        "vigil add - < /dev/null",
        exits: 64,
        says: """
          There is nothing to add.
          As: vigil add 156/95 92 96%
          """
      ),
      WrongUse(
        #"printf '120/80\n\377\376\n' | vigil add -"#,
        exits: 65,
        says: "Standard input cannot be read: it is not UTF-8 text. Nothing was stored."
      ),
      WrongUse(
        "yes 'note talking' | head -c 1000001 | vigil add -",
        exits: 65,
        says: "Standard input is larger than 1 MB. Nothing was stored."
      ),
      WrongUse(
        "yes mark | head -n 2001 | vigil add -",
        exits: 65,
        says: """
          Standard input has 2001 lines; 2000 at most go in at once. Nothing was stored.
          Add it in parts: head -n 2000 first, then the rest.
          """
      ),
      WrongUse(
        "vigil add - < .",
        exits: 65,
        says: "Standard input cannot be read: Is a directory. Nothing was stored."
      ),
    ])
  }

  @Test func `names every line that is not understood, and stores none of them`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    let before = program.recordBytes
    let outcome = try program.run(
      ["add", "-"],
      input: "120/80 72\nhr NaN\n\nnausea mod\nblodpressure 1\n"
    )
    #expect(outcome.status == 65)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("stdin:2: “NaN” is not a number in plain digits"))
    #expect(outcome.errors.contains("stdin:5: “blodpressure” is not understood."))
    #expect(outcome.errors.components(separatedBy: "stdin:").count == 3)
    #expect(program.recordBytes == before)
  }
}
