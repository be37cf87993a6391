import Monitoring
import SessionRecord
import Supervision
import Testing

@Suite struct SecondPersonTests {
  private let ward: Ward

  init() throws {
    ward = try Ward()
    try ward.open(room: "2")
  }

  private func refusal(_ line: String, by author: String = "KO") throws -> PresenceRefusal? {
    #expect(throws: PresenceRefusal.self) { try ward.type(line, by: author) }
  }

  @Test func `refuses a second check by the one who entered the newest dose`() throws {
    try ward.type("ketamine 36 mg iv over 40 min")
    let own = PresenceRefusal.checksOwn(try ClinicianCode("KO"), dose: EntryNumber(2))
    #expect(try refusal("check KO") == own)
    // Whoever types it.
    #expect(try refusal("check KO", by: "LH") == own)
    try ward.type("check LH")
    try ward.type("ondansetron 4 mg iv", by: "LH")
    try ward.type("check KO")
    let prescriber = try ClinicianCode("LH")
    #expect(try refusal("check LH") == .checksOwn(prescriber, dose: EntryNumber(4)))
    // A correction is held against the dose before the check, not against a later one.
    #expect(try refusal("fix 3 check KO -- typed wrong") == own)
    try ward.type("fix 3 check MB -- typed wrong")
  }

  @Test func `takes a check without a dose, and looks past a dose that was voided`() throws {
    try ward.type("check KO")
    try ward.type("ketamine 36 mg iv over 40 min", by: "LH")
    try ward.type("ondansetron 4 mg iv")
    try ward.type("void 4 -- wrong patient")
    try ward.type("check KO")
    #expect(try ward.entry(6).content == .check(by: "KO"))
  }

  @Test func `looks at the lines before it in the batch`() throws {
    #expect(
      told { try ward.type("ketamine 36 mg iv", "check KO") }?.hasPrefix("line 2: ") == true
    )
    try ward.type("ketamine 36 mg iv", "void last -- slip", "check KO")
    try ward.type("handover MB", "ketamine 36 mg iv", "check KO", by: nil)
  }

  @Test func `refuses the one who throws away as witness`() throws {
    let own = PresenceRefusal.witnessesOwn(try ClinicianCode("KO"))
    #expect(try refusal("waste 14 mg witness KO") == own)
    try ward.type("waste 14 mg")
    #expect(try refusal("fix 2 waste 14 mg witness KO -- added") == own)
    try ward.type("fix 2 waste 14 mg witness LH -- added")
    try ward.type("fix 2 waste 15 mg -- read wrong")
    guard case .waste(let waste) = try ward.entry(2).content else { throw Ward.NotThere() }
    #expect(waste.witness == "LH")
    #expect(waste.amount.thousandths == 15_000)
  }

  @Test func `goes on in another room, and says which session is there`() throws {
    try ward.open("P-015", room: "3")
    let moved = try ward.type("room 3")
    #expect(moved.file.session.room == "3")
    #expect(moved.sharing.map(\.number) == [SessionNumber(2)])
    #expect(try ward.type("note calm").sharing.isEmpty)
    #expect(try ward.file().log.last?.draft.room == "3")
    #expect(try refusal("room 3") == .inRoomAlready("3"))
    #expect(throws: SupervisionRefusal.self) { try ward.supervision.session(meant: "3") }
    #expect(try ward.type("room 4").sharing.isEmpty)
    #expect(try ward.supervision.session(meant: "4").number == SessionNumber(1))
    #expect(try ward.supervision.session(meant: "3").number == SessionNumber(2))
  }

  @Test func `corrects and withdraws a change of room`() throws {
    try ward.type("room 3")
    try ward.type("fix 2 room 5 -- typed wrong")
    #expect(try ward.file().session.room == "5")
    try ward.type("void 2 -- did not happen")
    #expect(try ward.file().session.room == "2")
  }
}
