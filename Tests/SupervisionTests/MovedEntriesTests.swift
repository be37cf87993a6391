import Foundation
import Monitoring
import RecordStore
import SessionRecord
import Supervision
import Testing

@Suite("Entries typed in the wrong session")
struct MovedEntriesTests {
  /// P-014 and P-015 side by side; #2 to #5 of session 1 were meant for session 2.
  private let ward: Ward

  init() throws {
    ward = try Ward()
    try ward.open(room: "1")
    try ward.open("P-015", room: "2")
    try ward.at("14:00:00")
    try ward.type("184/96 92", "nausea moderate", by: "MB")
    try ward.type("hr 232", "ketamine 20 mg iv")
    try ward.at("14:05:00")
  }

  @Test func `are copied as they stand, and withdrawn where they were`() throws {
    try ward.type("fix 2 hr 82 -- digits transposed", by: "LH")
    let moved = try ward.move(entries: [3, 2], because: "typed in the other tab")
    let target = try ward.file(2)
    #expect(target.log.map(\.content.kind) == [.opened, .vitals, .effect, .moved])
    #expect(try ward.vitals(2, in: 2).value(.heartRate)?.thousandths == 82_000)
    let copy = target.log[1]
    #expect(try copy.author.text == "MB" && copy.observed.instant == Ward.instant("14:00:00"))
    #expect(copy.source == .copy(of: SessionNumber(1), EntryNumber(2)))
    #expect(copy.draft.room == "2")
    #expect(
      target.log[3].content
        == .moved(
          try Move(
            .from,
            session: SessionNumber(1),
            entries: [EntryNumber(2), EntryNumber(3)],
            reason: "typed in the other tab"
          )
        )
    )
    let source = try ward.file(1)
    #expect(source.log.suffix(3).map(\.content.kind) == [.moved, .void, .void])
    #expect(source.log.suffix(3).allSatisfy { $0.author.text == "LH" })
    #expect(source.assessment.chart[EntryNumber(2)]?.isVoid == true)
    #expect(source.assessment.chart[EntryNumber(3)]?.isVoid == true)
    #expect(source.session.isOpen && target.session.isOpen)
    #expect(
      moved.target.new.map(\.value) == [2, 3, 4] && moved.source.new.map(\.value) == [7, 8, 9]
    )
  }

  @Test func `take their flags with them, and time zero`() throws {
    #expect(try ward.openFlags(1).contains("bp.sys.crit"))
    #expect(try ward.file(2).assessment.flags.isEmpty)
    let moved = try ward.move(entries: [2, 5])
    #expect(moved.source.changes.retracted.contains { $0.identity.rule == RuleID("bp.sys.crit") })
    #expect(moved.target.changes.raised.contains { $0.identity.rule == RuleID("bp.sys.crit") })
    #expect(try !ward.openFlags(1).contains("bp.sys.crit"))
    #expect(try ward.openFlags(2).contains("bp.sys.crit"))
    #expect(try ward.file(1).assessment.timeZero == nil)
    #expect(try ward.file(2).assessment.timeZero == Ward.instant("14:00:00"))
    // Every list says the same.
    let stored = try ward.supervision.flags(FlagQuery(rule: RuleID("bp.sys.crit")))
      .filter { $0.flag.retractedBy == nil }
    #expect(stored.map(\.session.number.value) == [2])
  }

  @Test func `that wait to be verified still wait, and those that were verified do not`() throws {
    try ward.move(entries: [4])
    #expect(try !ward.vitals(2, in: 2).unverified.isEmpty)
    let other = try Ward()
    try other.open()
    try other.open("P-015")
    try other.type("hr 232", "hr 232")
    try other.move(entries: [2])
    #expect(try other.vitals(2, in: 2).unverified.isEmpty)
  }

  @Test func `are meant by a correction or a verification of them too`() throws {
    try ward.type("fix 3 nausea mild -- better heard")
    try ward.move(entries: [6])
    #expect(try ward.file(2).log.map(\.content.kind) == [.opened, .effect, .moved])
    #expect(try ward.file(1).assessment.chart[EntryNumber(3)]?.isVoid == true)
  }

  @Test(arguments: [
    ([1], "#1 is the opening of the session, which stays with its session."),
    ([99], "There is no entry #99"),
    ([2, 6], "#6 is an acknowledgement, which stays with its session."),
    ([7], "#7 "),
  ])
  func `are refused with the others, and nothing is changed`(
    _ entries: [Int],
    _ problem: String
  ) throws {
    try ward.type("ack 1 head up")
    try ward.type("note withdrawn")
    try ward.type("void 7 -- nothing")
    let before = try ward.everything()
    let said = told { try ward.move(entries: entries) }
    #expect(said?.hasPrefix(problem) == true, "\(said ?? "not refused")")
    #expect(try ward.everything() == before)
  }

  @Test func `are refused where they are from before the other session, or it is closed`() throws {
    try ward.type("@13:10 118/70")
    #expect(
      told { try ward.move(entries: [6]) }
        == "#6 was observed before S-2026-0002 was opened, at 2026-11-19 13:20. Nothing was moved. "
        + "Enter it there as a note, with its time in words, and withdraw it here with vigil void."
    )
    try ward.end(2)
    #expect(
      told { try ward.move(entries: [2]) }?
        .hasPrefix("P-015 has no open session to move an entry to. Nothing was moved.") == true
    )
  }

  @Test func `are held against the opening by the clock as it is now, where that was set`() throws {
    let ward = try Ward()
    ward.hands.boot = UUID()
    try ward.open()
    try ward.open("P-015")
    try ward.at("13:30:00")
    try ward.type("118/74 68")
    ward.hands.set(by: .hours(-1))
    try ward.type("note the clock was wrong")
    // Seen at 12:30 by this clock, by which the other session was opened at 12:20.
    try ward.move(entries: [2])
    #expect(
      try ward.file(2).log.map(\.content.kind) == [.opened, .clockStep, .vitals, .moved]
    )
  }

  @Test func `go out of a closed session too, which is amended then`() throws {
    try ward.end(1)
    try ward.move(entries: [2])
    #expect(try ward.file(1).session.state == .amended)
    #expect(try ward.file(2).log.map(\.content.kind) == [.opened, .vitals, .moved])
  }
}

@Suite("What is typed after a move")
struct AfterMovingTests {
  @Test func `never takes the move itself back`() throws {
    let ward = try Ward.withMistakenSession()
    try ward.at("15:10:00")
    try ward.move(by: "KO")
    let moved = try #require(try ward.file(2).log.last?.number)
    let before = try ward.everything()
    #expect(
      told { try ward.type("void \(moved) -- not so", in: 2) }?.contains("a move") == true
    )
    #expect(
      told { try ward.type("fix \(moved) hr 70 -- not so", in: 2) }?.contains("a move") == true
    )
    #expect(try ward.everything() == before)
    try ward.type("undo", in: 2)
    #expect(try ward.file(2).assessment.chart[moved]?.isVoid == false)
  }

  @Test func `corrects what was moved as if it had been typed there`() throws {
    let ward = try Ward.withMistakenSession()
    try ward.move()
    try ward.type("fix 9 174/96 -- read again", in: 2)
    #expect(try ward.vitals(9, in: 2).value(.systolic)?.thousandths == 174_000)
  }
}
