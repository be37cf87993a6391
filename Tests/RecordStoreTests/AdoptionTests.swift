import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

@Suite("Adopting protocols")
struct AdoptionTests {
  private let id = ProtocolID("clinic-iv")

  private func text(_ words: String) -> [UInt8] { Array("{\"words\": \"\(words)\"}\r\n".utf8) }

  private func adopt(
    _ words: String,
    _ version: String,
    in record: TemporaryRecord,
    id: ProtocolID? = nil,
    by clinician: String = "KO",
    minutes: Int = 0,
    remark: String? = nil
  ) throws -> AdoptionOutcome {
    try record.store.adopt(
      text: text(words),
      id: id ?? self.id,
      version: version,
      by: try ClinicianCode(clinician),
      at: TemporaryRecord.moment(minutes).recorded,
      remark: remark
    )
  }

  @Test func `keeps the text, and who adopted it and when`() throws {
    let record = try TemporaryRecord()
    #expect(try record.store.adoptions().isEmpty)
    #expect(try record.store.adopted(id) == nil)
    let outcome = try adopt("one", "1", in: record, minutes: 3, remark: "in use for years: 120 s")
    guard case .adopted(let adoption, replacing: nil) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(adoption.id == id)
    #expect(adoption.version == "1")
    #expect(adoption.by.text == "KO")
    #expect(adoption.at == TemporaryRecord.moment(3).recorded)
    #expect(adoption.remark == "in use for years: 120 s")
    #expect(try record.store.protocolText(adoption.digest) == text("one"))
    let again = try RecordStore.open(at: record.path, .reading, now: TemporaryRecord.opened)
    #expect(try again.adoptions() == [adoption])
    #expect(try again.adopted(id) == adoption)
    #expect(try again.adopted(ProtocolID("other")) == nil)
  }

  @Test func `keeps every version, and the newest of an id is the one in use`() throws {
    let record = try TemporaryRecord()
    let other = ProtocolID("clinic-in")
    let adoptions = try [
      adopt("one", "1", in: record), adopt("nose", "7", in: record, id: other),
      adopt("two", "2", in: record, by: "LH", minutes: 1),
      // Adopted earlier by its clock, which stepped back: the order is that of the record.
      adopt("three", "3", in: record, minutes: -60),
    ].map(\.adoption)
    #expect(try record.store.adoptions() == adoptions)
    #expect(try record.store.adopted(id) == adoptions[3])
    #expect(try record.store.adopted(other) == adoptions[1])
    #expect(try record.store.adopted(id, version: "2") == adoptions[2])
    #expect(try record.store.adopted(id, version: "7") == nil)
    let texts = try adoptions.map { try record.store.protocolText($0.digest) }
    #expect(texts == ["one", "nose", "two", "three"].map(text))
  }

  @Test func `of the text that is in use adds nothing and says so`() throws {
    let record = try TemporaryRecord()
    let first = try adopt("one", "1", in: record).adoption
    let again = try adopt("one", "1", in: record, by: "LH", minutes: 9, remark: "once more")
    #expect(again == .alreadyAdopted(first))
    #expect(try record.store.adoptions() == [first])
  }

  @Test func `of an earlier text goes back to it`() throws {
    let record = try TemporaryRecord()
    _ = try adopt("one", "1", in: record)
    let second = try adopt("two", "2", in: record, minutes: 1).adoption
    let back = try adopt("one", "1", in: record, by: "LH", minutes: 2)
    guard case .adopted(let adoption, replacing: second) = back else {
      Issue.record("\(back)")
      return
    }
    #expect(try record.store.adopted(id) == adoption)
    #expect(try record.store.adoptions().map(\.version) == ["1", "2", "1"])
  }

  @Test func `of another text under an adopted version is refused, and the text is not kept`()
    throws
  {
    let record = try TemporaryRecord()
    let first = try adopt("one", "1", in: record).adoption
    _ = try adopt("two", "2", in: record)
    let refusal = #expect(throws: RecordRefusal.self) { try adopt("other", "1", in: record) }
    #expect(refusal == .versionTaken(first))
    #expect(
      refusal?.description
        == "Version 1 of protocol clinic-iv was adopted by KO with another text. Nothing was "
        + "adopted. Give the changed file a version of its own, and adopt that."
    )
    #expect(refusal?.kind == .notAllowed)
    #expect(try record.store.adoptions().count == 2)
    #expect(try record.store.protocolText(try #require(text("other").protocolDigest)) == nil)
    // The same version of another id is another protocol's.
    #expect(throws: Never.self) { try adopt("other", "1", in: record, id: ProtocolID("x")) }
  }

  @Test func `under an id that differs only in its capitals from an adopted one is refused`() throws
  {
    let record = try TemporaryRecord()
    _ = try adopt("one", "1", in: record)
    let refusal = #expect(throws: RecordRefusal.self) {
      try adopt("two", "2", in: record, id: ProtocolID("Clinic-IV"))
    }
    #expect(refusal == .idLooksAlike(ProtocolID("Clinic-IV"), id))
    #expect(refusal?.kind == .notAllowed)
    #expect(try record.store.adoptions().count == 1)
    #expect(try record.store.protocolText(try #require(text("two").protocolDigest)) == nil)
    #expect(throws: Never.self) { try adopt("two", "2", in: record) }
  }

  @Test func `on a full disk is told as an adoption, and is there once it is tried again`() throws {
    let record = try TemporaryRecord()
    try record.store.queue.inDatabase { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
    let long = String(repeating: "long ", count: 20_000)
    let refusal = #expect(throws: RecordRefusal.notAdopted(why: "the disk is full")) {
      try adopt(long, "1", in: record)
    }
    #expect(refusal?.kind == .notSaved)
    #expect(refusal?.description == "Nothing was adopted: the disk is full. Try again.")
    #expect(try record.store.adoptions().isEmpty)
    try record.store.queue.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = 100000") }
    _ = try adopt(long, "1", in: record)
    #expect(try record.store.adoptions().count == 1)
  }

  @Test func `that cannot be confirmed is told as an adoption`() {
    let refusal = #expect(throws: RecordRefusal.adoptionNotConfirmed) {
      try RecordRefusal.ofAdopting { throw RecordRefusal.notConfirmed([]) }
    }
    #expect(refusal?.kind == .notConfirmed)
    #expect(
      refusal?.description
        == "It could not be confirmed that this was adopted. Adopt it again: the same text is never "
        + "adopted twice."
    )
    #expect(throws: RecordRefusal.busy(path: "r")) {
      try RecordRefusal.ofAdopting { throw RecordRefusal.busy(path: "r") }
    }
  }

  @Test(arguments: ["\u{0}", "a\u{0}b"])
  func `with what SQLite would cut short is refused`(words: String) throws {
    let record = try TemporaryRecord()
    #expect(throws: RecordRefusal.notStorable(what: "adoption")) {
      try adopt("one", "1", in: record, remark: words)
    }
    #expect(throws: RecordRefusal.notStorable(what: "adoption")) {
      try adopt("one", words, in: record)
    }
    #expect(try record.store.adoptions().isEmpty)
  }

  @Test func `that someone else spoilt is damage, and not used`() throws {
    let record = try TemporaryRecord()
    try record.adopt()
    for assignment in ["clinician = 'a b'", "adopted_offset = 2000", "protocol = x'00'"] {
      let spoilt = try TemporaryRecord()
      try spoilt.adopt()
      try spoilt.raw().writeWithoutTransaction { database in
        try database.execute(
          sql: """
            PRAGMA ignore_check_constraints = 1; PRAGMA foreign_keys = 0;
            DROP TRIGGER adoption_is_not_updated; UPDATE adoption SET \(assignment)
            """
        )
      }
      let refusal = #expect(throws: RecordRefusal.self, "\(assignment)") {
        try spoilt.store.adoptions()
      }
      #expect(refusal?.kind == .damaged, "\(assignment)")
    }
    #expect(try record.store.adoptions().count == 1)
  }
}

@Suite("What a record is for")
struct RecordPurposeTests {
  @Test(arguments: RecordPurpose.allCases)
  func `is kept as it was made, whatever is asked for later`(purpose: RecordPurpose) throws {
    let folder = try TemporaryRecord.newFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("record.vigil").path
    let now = TemporaryRecord.opened
    #expect(
      try RecordStore.open(at: path, .creating, purpose: purpose, now: now).purpose == purpose
    )
    #expect(try RecordStore.open(at: path, .reading, now: now).purpose == purpose)
    for other in RecordPurpose.allCases {
      let store = try RecordStore.open(at: path, .creating, purpose: other, now: now)
      #expect(store.purpose == purpose)
    }
  }

  @Test func `is a clinic's record where nothing else is said`() throws {
    #expect(try TemporaryRecord().store.purpose == .clinic)
  }

  @Test func `is damage where it is none that there is`() throws {
    let record = try TemporaryRecord()
    try record.raw().writeWithoutTransaction { database in
      try database.execute(
        sql: """
          PRAGMA ignore_check_constraints = 1; DROP TRIGGER record_is_not_updated;
          UPDATE record SET purpose = 9
          """
      )
    }
    let refusal = #expect(throws: RecordRefusal.self) {
      try RecordStore.open(at: record.path, .reading, now: TemporaryRecord.opened)
    }
    #expect(refusal?.kind == .damaged)
  }
}
