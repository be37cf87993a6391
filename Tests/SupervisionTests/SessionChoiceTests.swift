import SessionRecord
import Supervision
import Testing

@Suite struct `Which session is meant` {
  private func two() throws -> Ward {
    let ward = try Ward()
    try ward.open("P-014", room: "A")
    try ward.open("P-020", room: "7")
    return ward
  }

  @Test(arguments: [
    ("1", 1), ("#1", 1), ("S-2026-0001", 1), ("P-014", 1), ("A", 1), ("2", 2), ("P-020", 2),
    ("7", 2),
  ])
  func `by number, label, patient or room`(_ text: String, _ number: Int) throws {
    #expect(try two().supervision.session(meant: text).number == SessionNumber(number))
  }

  @Test func `a bare number is never a room where a session is ended or struck out`() throws {
    let ward = try two()
    #expect(
      told { _ = try ward.supervision.session(meant: "7", for: .ending) }
        == "There is no session “7”. vigil sessions lists all."
    )
    let meant = try ["2", "P-020", "S-2026-0002"].map {
      try ward.supervision.session(meant: $0, for: .ending).number
    }
    #expect(meant == Array(repeating: SessionNumber(2), count: 3))
    #expect(try ward.supervision.session(meant: "A", for: .ending).number == SessionNumber(1))
  }

  @Test(arguments: ["3", "S-2025-0001", "S-2026-1", "p-014", "B", "", "#", "S-2026-", "-1"])
  func `is refused where there is none`(_ text: String) throws {
    let ward = try two()
    #expect(
      told { _ = try ward.supervision.session(meant: text) }
        == "There is no session “\(text)”. vigil sessions lists all."
    )
  }

  @Test func `without words it is the one that is open`() throws {
    let ward = try two()
    try ward.end(1)
    #expect(try ward.supervision.session(meant: nil).number == SessionNumber(2))
  }

  @Test func `a closed one is found by its number and no longer by patient or room`() throws {
    let ward = try two()
    try ward.end(1)
    #expect(try ward.supervision.session(meant: "1").number == SessionNumber(1))
    #expect(
      told { _ = try ward.supervision.session(meant: "P-014", for: .reading) }
        == "P-014 has no open session; the last is S-2026-0001. Name it by its number 1."
    )
    #expect(
      told { _ = try ward.supervision.session(meant: "A") }
        == "Room A has no open session; the last is S-2026-0001. Nothing was stored. "
        + "Name it by its number 1."
    )
  }

  @Test func `of a patient with several closed ones the last that stands is named`() throws {
    let ward = try two()
    try ward.end(1)
    try ward.open("P-014", room: "B")
    try ward.end(3)
    try ward.open("P-014")
    try ward.strikeOut(4)
    #expect(
      told { _ = try ward.supervision.session(meant: "P-014", for: .reading) }
        == "P-014 has no open session; the last is S-2026-0003. Name it by its number 3."
    )
    // One that has none, and one that is not known.
    try ward.know("P-030")
    for code in ["P-030", "P-031"] {
      #expect(
        told { _ = try ward.supervision.session(meant: code, for: .reading) }
          == "There is no session “\(code)”. vigil sessions lists all."
      )
    }
  }

  @Test func `two of the same room are refused`() throws {
    let ward = try Ward()
    try ward.open("P-014", room: "A")
    try ward.open("P-020", room: "A")
    #expect(
      told { _ = try ward.supervision.session(meant: "A") }
        == "“A” could be 1 P-014, room A or 2 P-020, room A. Nothing was stored. "
        + "Name the one that is meant in full: S-2026-0001 for P-014, or S-2026-0002 for P-020."
    )
  }

  @Test(arguments: [SessionUse.recording, .reading])
  func `a number that is also a room is resolved as the refusal says`(use: SessionUse) throws {
    let ward = try Ward()
    try ward.open("P-014", room: "2")
    try ward.open("P-020", room: "A")
    #expect(throws: SupervisionRefusal.self) {
      try ward.supervision.session(meant: "2", for: use)
    }
    for (number, ways) in [(1, ["S-2026-0001", "P-014"]), (2, ["S-2026-0002", "P-020"])] {
      for way in ways {
        let meant = try ward.supervision.session(meant: way, for: use)
        #expect(meant.number == SessionNumber(number), "\(way)")
      }
    }
  }

  @Test func `the same session by number and by room is one`() throws {
    let ward = try Ward()
    try ward.open("P-014", room: "1")
    #expect(try ward.supervision.session(meant: "1").number == SessionNumber(1))
  }
}
