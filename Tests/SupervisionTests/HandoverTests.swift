import Foundation
import Monitoring
import RecordStore
import SessionRecord
import Supervision
import Testing

@Suite struct HandoverTests {
  private let ward: Ward

  init() throws {
    ward = try Ward()
    try ward.open(room: "2")
  }

  @discardableResult
  private func enter(
    _ lines: String...,
    by author: String? = nil,
    usual: String? = nil
  ) throws -> Recorded {
    try ward.supervision.record(
      lines.map(Input.line),
      in: SessionNumber(1),
      as: Authorship(
        author: try author.map { try ClinicianCode($0) },
        usual: try usual.map { try ClinicianCode($0) }
      )
    )
  }

  private func authors() throws -> [String] { try ward.file().log.map(\.author.text) }

  @Test func `is of who was on duty, also where a third person typed it`() throws {
    try enter("handover MB", by: "LH")
    try enter("note by whom the environment names", usual: "KO")
    #expect(try authors() == ["KO", "LH", "MB"])
  }

  private func handover(_ number: Int) throws -> Handover {
    guard case .presence(.handover(let handover)) = try ward.entry(number).content else {
      throw Ward.NotThere()
    }
    return handover
  }

  @Test func `enters everything after a handover as the one who took over, twice`() throws {
    try enter("120/80 72 98%")
    try enter("handover MB")
    try enter("note calm")
    try enter("130/80", usual: "KO")
    try enter("handover to LH -- asleep")
    try enter("note quiet", usual: "MB")
    try enter("note by the first one", usual: "KO")
    #expect(try authors() == ["KO", "KO", "KO", "MB", "MB", "MB", "LH", "LH"])
  }

  @Test
  func
    `goes by the one who is named, and by whom the environment names until that one has handed over`()
    throws
  {
    try enter("note a", usual: "LH")
    try enter("handover MB")
    // LH has not handed this session over.
    try enter("note b", usual: "LH")
    try enter("note c", by: "KO", usual: "LH")
    try enter("note d", usual: "KO")
    #expect(try authors() == ["KO", "LH", "KO", "LH", "KO", "MB"])
  }

  @Test func `goes by the environment again once the session was taken back`() throws {
    try enter("handover MB", usual: "KO")
    try enter("handover KO", usual: "KO")
    let back = try enter("note a", usual: "KO")
    #expect(back.givenWay == nil)
    #expect(try authors() == ["KO", "KO", "MB", "KO"])
  }

  @Test func `says whom the environment names where that one gave way`() throws {
    #expect(try enter("note a", usual: "KO").givenWay == nil)
    #expect(try enter("handover MB", usual: "KO").givenWay == nil)
    let nurse = try ClinicianCode("KO")
    #expect(try enter("note b", usual: "KO").givenWay == nurse)
    #expect(try enter("note c", by: "KO").givenWay == nil)
    #expect(try enter("note d").givenWay == nil)
  }

  @Test func `changes the author inside a batch, also where one was named for it`() throws {
    try enter("note a", "handover MB", "note b", "handover LH", "note c", by: "KO")
    #expect(try authors() == ["KO", "KO", "KO", "MB", "MB", "LH"])
    try enter("note d", "handover KO", "note e", usual: "LH")
    #expect(try authors().suffix(3) == ["LH", "LH", "KO"])
  }

  @Test func `takes a handover back in the minute after it, by the one who handed over`() throws {
    try enter("handover MB", usual: "KO")
    try enter("undo", usual: "KO")
    try enter("note a", usual: "KO")
    #expect(try ward.entry(2).isVoid)
    #expect(try authors() == ["KO", "KO", "KO", "KO"])
    try enter("handover MB", "undo", "note b", usual: "KO")
    #expect(try authors().suffix(3) == ["KO", "KO", "KO"])
  }

  @Test func `lets the one who took over undo what is theirs`() throws {
    try enter("note a", usual: "KO")
    try enter("handover MB", usual: "KO")
    try enter("note b")
    try enter("undo")
    #expect(try ward.entry(4).isVoid)
    #expect(throws: SupervisionRefusal.undoOfFinal(EntryNumber(5))) { try enter("undo", by: "MB") }
  }

  @Test func `keeps what was open, unverified and due when it was handed over`() throws {
    try enter("120/80 72 98%")
    try enter("186/108")
    try enter("hr 252")
    let open = try ward.file().assessment.flags.filter(\.isOpen).map(\.number)
    #expect(!open.isEmpty)
    try enter("handover MB -- LH was told")
    let kept = try handover(5)
    #expect(kept.flags == open)
    // The rise to 186/108 waits as well as the heart rate.
    #expect(kept.unverified == [EntryNumber(3), EntryNumber(4)])
    #expect(kept.remark == "LH was told")
    // The flags of entries before it in the same batch are read back as well.
    let batch = ["190/112", "handover LH"].map(Input.line)
    _ = try ward.supervision.record(batch, in: SessionNumber(1), as: Authorship(author: nil))
    let now = try ward.file().assessment.flags.filter(\.isOpen).map(\.number)
    #expect(try handover(7).flags == now)
  }

  @Test func `refuses to hand over to oneself, and in a closed session`() throws {
    #expect(throws: PresenceRefusal.takesOverFromSelf(try ClinicianCode("KO"))) {
      try enter("handover KO")
    }
    try enter("handover MB")
    #expect(throws: PresenceRefusal.takesOverFromSelf(try ClinicianCode("MB"))) {
      try enter("handover MB", usual: "KO")
    }
    try ward.end()
    #expect(throws: SupervisionRefusal.self) { try enter("handover LH") }
    #expect(try authors().count == 3)
  }

  @Test func `closes by the one on duty, and takes no decision from who handed over`() throws {
    try enter("handover MB", usual: "KO")
    let nurse = try ClinicianCode("KO")
    let recorded = try ward.supervision.end(SessionNumber(1), by: nil, usual: nurse)
    #expect(recorded.givenWay == nurse)
    #expect(try authors().last == "MB")
  }

  @Test func `recognises a line that was saved before a handover`() throws {
    let id = EntryID(UUID())
    let line = [Input.line("handover MB -- asleep")]
    let authorship = Authorship(author: nil, usual: try ClinicianCode("KO"))
    _ = try ward.supervision.record(line, in: SessionNumber(1), as: authorship, id: id)
    let again = try ward.supervision.record(line, in: SessionNumber(1), as: authorship, id: id)
    #expect(again.alreadySaved == EntryNumber(2))
    #expect(try authors().count == 2)
  }

  @Test func `corrects an arrival, and no handover`() throws {
    try enter("arrives LH second nurse")
    try enter("handover MB")
    try enter("fix 2 arrives LH prescriber -- role", by: "KO")
    try enter("fix 2 @13:19 -- clock", by: "KO")
    let prescriber = Presence.arrives(try ClinicianCode("LH"), role: "prescriber")
    #expect(try ward.entry(2).content == .presence(prescriber))
    #expect(throws: PresenceRefusal.otherAct(EntryNumber(2))) {
      try enter("fix 2 leaves LH -- typed wrong", by: "KO")
    }
    #expect(throws: PresenceRefusal.handoverStands(EntryNumber(3))) {
      try enter("fix 3 handover LH -- typed wrong", by: "KO")
    }
  }
}
