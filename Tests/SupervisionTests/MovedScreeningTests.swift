import Monitoring
import RecordStore
import SessionRecord
import Supervision
import Testing

@Suite("The screening of a session of the wrong patient")
struct MovedScreeningTests {
  private func moved() throws -> Ward {
    let ward = try Ward()
    try ward.clear(but: ["glaucoma"])
    try ward.start(by: "LH", override: ["glaucoma": "treated"])
    try ward.know("P-015")
    try ward.move()
    return ward
  }

  @Test func `is copied without what was said of the other, and says so`() throws {
    let ward = try moved()
    let before = try ward.file(1).screening
    let after = try ward.file(2).screening
    #expect(before.ofOther == nil)
    #expect(after.ofOther == "asked of P-014 in S-2026-0001")
    #expect(after.entry?.number == before.entry?.number)
    #expect(after.findings.map(\.gate) == before.findings.map(\.gate))
    #expect(after.findings.map(\.holds) == before.findings.map(\.holds))
    #expect(after.findings.allSatisfy { $0.answer == .notAsked && $0.entry == nil })
    let bases = Set(after.findings.map(\.basis))
    #expect(
      bases.isSubset(of: ["asked of P-014 in S-2026-0001", "by the readings before the dose"])
    )
    #expect(after.decisions.map(\.decision) == before.decisions.map(\.decision))
  }

  @Test func `names whom it was asked of after a second move, too`() throws {
    let ward = try moved()
    try ward.know("P-016")
    try ward.move(2, to: "P-016")
    #expect(try ward.file(3).screening.ofOther == "asked of P-014 in S-2026-0001")
  }

  @Test func `is nobody's whose identity was erased, and neither is a new session`() throws {
    let ward = try Ward.withMistakenSession()
    _ = try ward.supervision.forget(
      PatientCode("P-015"),
      because: "asked for",
      onAuthority: "A. Hart",
      by: ClinicianCode("AD"),
      in: Ward.berlin
    )
    let refusal = ErasingRefusal.alreadyErased(try PatientCode("P-015"))
    #expect(throws: refusal) { try ward.move() }
    #expect(throws: refusal) { try ward.open("P-015") }
    #expect(try ward.file(1).session.isOpen)
  }

  @Test func `entries moved alone leave what is about them behind, and that is said`() throws {
    let ward = try Ward()
    try ward.open("P-014")
    try ward.open("P-015")
    try ward.at("14:00:00")
    try ward.type("ketamine 36 mg iv", in: 1)
    try ward.type("check LH", in: 1)
    try ward.type("184/80", in: 1)
    try ward.type("ack 1 head up", in: 1)
    #expect(try ward.move(entries: [2]).staying == [EntryNumber(3)])
    #expect(try ward.move(entries: [4]).staying == [EntryNumber(5)])
  }
}
