import Crypto
import Foundation
import GRDB
import RecordStore
import SessionRecord
import TestSupport
import Testing

@Suite("Patients and protocols")
struct PatientTests {
  private let now = TemporaryRecord.opened

  @Test func `come back as they were added, and are listed by code`() throws {
    let record = try TemporaryRecord()
    let identity = try Identity(
      name: "Zoë Müller",
      birthDate: "2001-02-28",
      medicalRecordNumber: "00 17",
      allergies: nil
    )
    let added = try record.store.add(patient: try PatientCode("A-1"), identity: identity, at: now)
    #expect(added.identity == identity)
    #expect(try record.store.patient(added.code) == added)
    #expect(try record.store.patients() == [added, record.patient])
    #expect(try record.store.patient(PatientCode("P-099")) == nil)
  }

  @Test func `a code is taken once, and the first stays`() throws {
    let record = try TemporaryRecord()
    #expect(throws: RecordRefusal.patientExists(record.patient.code)) {
      try record.store.add(
        patient: record.patient.code,
        identity: try Identity(name: "Other"),
        at: now
      )
    }
    #expect(try record.store.patient(record.patient.code) == record.patient)
  }

  @Test func `an identity is committed to with a salt of its own`() throws {
    let record = try TemporaryRecord()
    let same = try Identity(name: "Ada Example", birthDate: "1984-03-12")
    let other = try record.store.add(patient: try PatientCode("P-015"), identity: same, at: now)
    #expect(other.commitment != record.patient.commitment)
    let salts = try record.raw().inDatabase {
      try Data.fetchAll($0, sql: "SELECT salt FROM patient")
    }
    #expect(Set(salts).count == 2)
    #expect(salts.allSatisfy { $0.count >= 16 })
  }

  @Test func `the commitment is the digest that the format describes`() throws {
    let record = try TemporaryRecord()
    let salt = try #require(
      try record.raw().inDatabase { try Data.fetchOne($0, sql: "SELECT salt FROM patient") }
    )
    func text(_ words: String) -> Data {
      Data([5, 0, 0, 0, UInt8(words.utf8.count)]) + Data(words.utf8)
    }
    var preimage = Data("vigil.identity.v1".utf8)
    preimage += [0, 6, 0, 0, 0, UInt8(salt.count)]
    preimage += salt
    preimage += text("Ada Example")
    preimage += text("1984-03-12")
    preimage += [0, 0]
    #expect(Array(SHA256.hash(data: preimage)) == record.patient.commitment.bytes)
  }

  @Test func `an identity that SQLite would cut short is refused`() throws {
    let record = try TemporaryRecord()
    #expect(throws: RecordRefusal.notStorable(what: "identity")) {
      try record.store.add(
        patient: try PatientCode("P-015"),
        identity: try Identity(name: "A\u{0}B"),
        at: now
      )
    }
  }

  @Test func `a protocol's text is kept once, exactly`() throws {
    let record = try TemporaryRecord()
    let text: [UInt8] = Array("{\"a\": 1}\r\n".utf8) + [0, 0xFF]
    let id = ProtocolID("p")
    let one = try record.store.keep(protocolText: text, id: id, version: "1", at: now)
    let two = try record.store.keep(
      protocolText: text,
      id: id,
      version: "1",
      at: now + .minutes(5)
    )
    #expect(one == two)
    #expect(one.digest.bytes == Array(SHA256.hash(data: text)))
    #expect(try record.store.protocolText(one.digest) == text)
    #expect(try record.store.protocolText(.zero) == nil)
    let count = try record.raw().inDatabase {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM protocol")
    }
    #expect(count == 2)
  }

  @Test func `a protocol's text that was changed is refused, not used`() throws {
    let record = try TemporaryRecord()
    try record.raw().writeWithoutTransaction { database in
      try database.execute(
        sql: "DROP TRIGGER protocol_is_not_updated; UPDATE protocol SET text = x'7b7d'"
      )
    }
    let refusal = #expect(throws: RecordRefusal.self) {
      try record.store.protocolText(record.reference.digest)
    }
    #expect(refusal?.kind == .damaged)
  }

  @Test func `an entry id is the digest of its words, as a UUID of version 8`() {
    let id = EntryID(digesting: Array("P-014\u{0}1\u{0}x".utf8))
    #expect(id == EntryID(digesting: Array("P-014\u{0}1\u{0}x".utf8)))
    #expect(id != EntryID(digesting: Array("P-014\u{0}2\u{0}x".utf8)))
    let text = id.uuid.uuidString
    #expect(text[text.index(text.startIndex, offsetBy: 14)] == "8")
    #expect("89AB".contains(text[text.index(text.startIndex, offsetBy: 19)]))
  }

  @Test func `random bytes of digests keep all but six of their bits`() {
    let digest = Array(SHA256.hash(data: Array("x".utf8)).prefix(16))
    let id = EntryID(digesting: Array("x".utf8))
    let bytes = withUnsafeBytes(of: id.uuid.uuid) { Array($0) }
    for place in 0..<16 where place != 6 && place != 8 { #expect(bytes[place] == digest[place]) }
    #expect(bytes[6] & 0x0F == digest[6] & 0x0F)
    #expect(bytes[8] & 0x3F == digest[8] & 0x3F)
  }
}
