import Foundation
import Monitoring
import SessionRecord
import Supervision
import Testing

/// A hold limit of 140/90 before the dose, with the repeat after five minutes.
struct HoldTests {
  private func opened() throws -> Ward {
    let ward = try Ward()
    try ward.clear(but: [])
    try ward.at("13:00:00")
    try ward.start()
    return ward
  }

  private func hold(_ ward: Ward) throws -> HoldStanding {
    try #require(try ward.file().holds.first)
  }

  @Test func `holds from the first value over the limit, and says when to repeat`() throws {
    let ward = try opened()
    try ward.at("13:01:00")
    try ward.type("140/88 72")
    #expect(try ward.file().holds.isEmpty)
    try ward.at("13:02:00")
    try ward.type("146/88 72")
    let hold = try hold(ward)
    #expect(hold.gate.id == GateID("hold"))
    #expect(hold.level == .hard)
    #expect(try hold.since == Ward.instant("13:02:00"))
    #expect(try hold.repeated == .due(from: Ward.instant("13:07:00")))
    #expect(hold.isUndecided)
    #expect(hold.dose == nil)
  }

  @Test func `is over still by a repeat of the fifth minute, not by one before`() throws {
    let ward = try opened()
    try ward.at("13:02:00")
    try ward.type("146/88 72")
    try ward.at("13:06:59")
    try ward.type("148/88 72")
    #expect(try hold(ward).repeated == .due(from: Ward.instant("13:07:00")))
    try ward.at("13:07:00")
    try ward.type("147/88 72")
    #expect(try hold(ward).repeated == .over(at: Ward.instant("13:07:00")))
  }

  @Test func `holds no more once its flag is cleared`() throws {
    let ward = try opened()
    try ward.at("13:02:00")
    try ward.type("146/88 72")
    try ward.at("13:07:00")
    try ward.type("128/80 70")
    try ward.at("13:12:00")
    try ward.type("126/80 70")
    #expect(try ward.file().holds.isEmpty)
    try ward.type("ketamine 36 mg iv over 40 min")
    #expect(try ward.file().holds.isEmpty)
    #expect(try ward.file().screening.isClear)
  }

  @Test func `stores a dose over it, and keeps saying so`() throws {
    let ward = try opened()
    try ward.at("13:02:00")
    try ward.type("146/88 72")
    try ward.at("13:10:00")
    try ward.type("ketamine 36 mg iv over 40 min")
    let hold = try hold(ward)
    #expect(try hold.dose == Ward.instant("13:10:00"))
    #expect(hold.isGivenOver)
    try ward.at("13:30:00")
    try ward.type("120/80 70")
    try ward.at("13:40:00")
    try ward.type("120/80 70")
    #expect(try self.hold(ward).isGivenOver)
  }

  @Test func `is no more given over where the value was a slip`() throws {
    let ward = try opened()
    try ward.at("13:02:00")
    let number = try #require(try ward.type("146/88 72").new.first)
    try ward.at("13:10:00")
    try ward.type("ketamine 36 mg iv over 40 min", "fix #\(number) 126/88 72 -- misread")
    #expect(try ward.file().holds.isEmpty)
  }

  @Test func `is decided by the prescriber, with what was known`() throws {
    let ward = try opened()
    #expect(told { _ = try ward.decide("hold") }?.hasPrefix("hold does not hold") ?? false)
    try ward.at("13:02:00")
    try ward.type("146/88 72")
    try ward.at("13:08:00")
    try ward.type("148/88 72")
    let alone = told { _ = try ward.decide("hold", prescriber: nil) }
    #expect(alone?.contains("none is named") ?? false)
    #expect(told { _ = try ward.decide("hold") }?.contains("read back") ?? false)
    #expect(told { _ = try ward.decide("hold", because: "  ") } != nil)
    try ward.at("13:09:00")
    let recorded = try ward.decide("hold", readBack: true)
    #expect(try hold(ward).decision?.entry.number == recorded.new.first)
    #expect(try hold(ward).isUndecided == false)
    #expect(told { _ = try ward.decide("hold", by: "LH") }?.contains("decided already") ?? false)
    try ward.at("13:10:00")
    try ward.type("ketamine 36 mg iv over 40 min")
    #expect(try hold(ward).isGivenOver == false)
    #expect(recorded.file.screening.toCountersign.count == 1)
  }

  @Test func `is not decided for a value that came after`() throws {
    let ward = try opened()
    try ward.at("13:02:00")
    try ward.type("146/88 72")
    try ward.at("13:08:00")
    _ = try ward.decide("hold", by: "LH")
    #expect(try hold(ward).isUndecided == false)
    try ward.at("13:09:00")
    try ward.type("148/96 72")
    #expect(try hold(ward).isUndecided)
    #expect(try hold(ward).flags.count == 2)
  }

  @Test func `holds again for a value further over than was decided about`() throws {
    let ward = try opened()
    try ward.at("13:02:00")
    try ward.type("146/88 72")
    try ward.at("13:08:00")
    let first = try ward.decide("hold", by: "LH")
    try ward.at("13:09:00")
    try ward.type("146/88 72")
    #expect(try hold(ward).isUndecided == false)
    #expect(try hold(ward).surpassed == nil)
    try ward.at("13:10:00")
    try ward.type("149/88 72")
    #expect(try hold(ward).isUndecided)
    #expect(try hold(ward).surpassed?.entry.number == first.new.first)
    try ward.at("13:11:00")
    let second = try ward.decide("hold", because: "149, asked again", by: "LH")
    #expect(try hold(ward).decision?.entry.number == second.new.first)
    #expect(try hold(ward).surpassed == nil)
    #expect(told { _ = try ward.decide("hold", by: "LH") }?.contains("decided already") ?? false)
    try ward.at("13:12:00")
    try ward.type("ketamine 36 mg iv over 40 min")
    try ward.at("13:20:00")
    try ward.type("168/90 80")
    // What came after the dose takes the decision before it not back.
    #expect(try hold(ward).isGivenOver == false)
    #expect(try hold(ward).isUndecided == false)
  }

  @Test func `is given over, with the decision about less`() throws {
    let ward = try opened()
    try ward.at("13:02:00")
    try ward.type("146/88 72")
    try ward.at("13:08:00")
    _ = try ward.decide("hold", by: "LH")
    try ward.at("13:09:00")
    try ward.type("158/88 72")
    try ward.at("13:10:00")
    try ward.type("ketamine 36 mg iv over 40 min")
    #expect(try hold(ward).isGivenOver)
    #expect(try hold(ward).surpassed != nil)
  }

  @Test func `a value that is corrected upwards afterwards was not decided about`() throws {
    let ward = try opened()
    try ward.at("13:02:00")
    let number = try #require(try ward.type("146/88 72").new.first)
    try ward.at("13:08:00")
    _ = try ward.decide("hold", by: "LH")
    try ward.at("13:09:00")
    try ward.type("fix #\(number) 156/88 72 -- misread")
    #expect(try hold(ward).isUndecided)
  }

  @Test func `says that it was decided only afterwards`() throws {
    let ward = try opened()
    try ward.at("13:02:00")
    try ward.type("146/88 72")
    try ward.at("13:10:00")
    try ward.type("ketamine 36 mg iv over 40 min")
    try ward.at("13:20:00")
    _ = try ward.decide("hold", by: "LH")
    #expect(try hold(ward).isUndecided == false)
    #expect(try hold(ward).isGivenOver)
  }

  @Test func `is not decided in a closed session, and nothing else is overridden`() throws {
    let ward = try opened()
    #expect(
      told { _ = try ward.decide("glaucoma") }?.hasPrefix("glaucoma does not hold") ?? false
    )
    #expect(told { _ = try ward.decide("glucoma") }?.hasPrefix("There is no gate") ?? false)
    var leaving = LeavingRequest()
    leaving.decidedBy = try ClinicianCode("LH")
    _ = try ward.supervision.end(SessionNumber(1), by: ClinicianCode("KO"), leaving)
    #expect(told { _ = try ward.decide("hold", by: "LH") }?.contains("is closed") ?? false)
  }

  @Test func `is unread where the dose came before any pressure, and half a pressure is none`()
    throws
  {
    let ward = try opened()
    try ward.at("13:02:00")
    try ward.type("hr 72")
    try ward.type("118/- 72 -- cuff slipped")
    try ward.at("13:10:00")
    #expect(try ward.file().unreadHolds.isEmpty)
    try ward.type("ketamine 36 mg iv over 40 min")
    #expect(try ward.file().unreadHolds.map(\.signs) == [[.diastolic]])
    #expect(try !ward.file().screening.isClear)
    // Typed late, but read before the dose: it was read.
    try ward.type("@13:05 118/72 72")
    #expect(try ward.file().unreadHolds.isEmpty)
  }

  @Test func `is decided about only once the set was to be repeated`() throws {
    let ward = try opened()
    try ward.at("13:02:00")
    try ward.type("146/88 72")
    try ward.at("13:06:59")
    #expect(throws: ScreeningRefusal.self) { try override(ward) }
    try ward.at("13:07:00")
    try override(ward)
    #expect(try hold(ward).decision != nil)
  }

  private func override(_ ward: Ward) throws {
    _ = try ward.supervision.override(
      GateID("hold"),
      because: "resting value known from before",
      prescriber: ClinicianCode("LH"),
      isReadBack: true,
      in: SessionNumber(1),
      as: Authorship(author: ClinicianCode("KO"))
    )
  }
}
