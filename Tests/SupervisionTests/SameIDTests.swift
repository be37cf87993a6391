import Foundation
import Monitoring
import SessionRecord
import Supervision
import Testing

@Suite struct `Trying again with the same id` {
  private let id = EntryID(UUID())

  /// A ward with a doubted reading and a flag, at two o'clock.
  private func ward() throws -> Ward {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("184/95")
    try ward.type("hr 170")
    return ward
  }

  @Test(arguments: [
    "184/95", "hr 170", "@14:00 hr 90", "@-3m hr 90", "nausea mild", "ketamine 360 mg iv",
    "fix last hr 72 -- read again", "fix #2 @13:58 -- slow hands", "void last -- wrong bed", "undo",
    "ack 1 head up", "ack all head up", "note the same", "mark",
  ])
  func `adds nothing and says so`(_ line: String) throws {
    let ward = try ward()
    let first = try ward.type(line, id: id)
    #expect(first.alreadySaved == nil)
    let count = try ward.file().log.count
    // Later, and after other entries, which `last` would mean by then.
    try ward.at("14:00:50")
    try ward.type("spo2 97", "nausea gone")
    try ward.at("14:09:00")
    let second = try ward.type(line, id: id)
    #expect(second.alreadySaved == first.new.first)
    #expect(second.new.isEmpty)
    #expect(second.changes.raised.isEmpty && second.changes.confirmed.isEmpty)
    #expect(try ward.file().log.count == count + 2)
  }

  @Test func `adds nothing once the session is closed`() throws {
    let ward = try ward()
    try ward.type("nausea mild", id: id)
    try ward.end()
    #expect(try ward.type("nausea mild", id: id).alreadySaved == EntryNumber(4))
  }

  @Test(arguments: [
    ("120/80", "120/81", "KO"), ("120/80", "120/80 -- left arm", "KO"), ("120/80", "120/80", "LH"),
    ("120/80", "@13:50 120/80", "KO"), ("120/80", "nonsense", "KO"), ("undo", "mark", "KO"),
    ("fix last hr 72 -- slip", "fix last hr 73 -- slip", "KO"),
    ("fix last hr 72 -- slip", "fix last hr 72 -- slop", "KO"),
    ("ack 1 head up", "ack 2 head up", "KO"), ("void #2 -- slip", "void #3 -- slip", "KO"),
  ])
  func `with another line is refused`(_ first: String, _ other: String, _ author: String) throws {
    let ward = try ward()
    let number = try #require(try ward.type(first, id: id).new.first)
    let count = try ward.file().log.count
    do {
      try ward.type(other, by: author, id: id)
      Issue.record("not refused")
    } catch let refusal as SupervisionRefusal {
      #expect(refusal == .idTaken(number, in: "S-2026-0001"))
      #expect(refusal.kind == .notAllowed)
    }
    #expect(try ward.file().log.count == count)
  }

  @Test func `in another session is refused, whatever the line`() throws {
    let ward = try ward()
    try ward.open("P-020")
    try ward.type("184/95", in: 1, id: id)
    for line in ["184/95", "199/99"] {
      #expect(throws: SupervisionRefusal.idTaken(EntryNumber(4), in: "S-2026-0001")) {
        try ward.type(line, in: 2, id: id)
      }
    }
    #expect(try ward.file(2).log.count == 1)
  }

  @Test func `that is the opening's is refused`() throws {
    let ward = try ward()
    let opening = try ward.file().log[0].id
    #expect(throws: SupervisionRefusal.idTaken(EntryNumber(1), in: "S-2026-0001")) {
      try ward.type("120/80", id: opening)
    }
  }
}
