import Foundation
import SessionRecord
import Testing

@testable import RecordStore

@Suite("A digest that was printed")
struct FindingDigestTests {
  @Test func `is found as of the entry that it was printed after`() throws {
    let record = try AttackedRecord.fresh()
    let store = try record.store()
    let rows = try store.logRows(of: session(3))
    for (place, row) in rows.enumerated() {
      let digest = try #require(RecordDigest(bytes: row.hash))
      let expected = DigestPlace.entry(
        session(3),
        EntryNumber(place + 1),
        recorded: Stamp(milliseconds: row.recorded, offset: row.recordedOffset),
        after: rows.count - place - 1
      )
      let typed = try ExpectedDigest(DigestGroups(digest.bytes).text.uppercased())
      #expect(try store.find(typed, in: .stream(session(3))) == expected)
      #expect(try store.find(typed, in: .record) == expected)
      #expect(try store.find(typed, in: .stream(session(2))) == nil)
    }
  }

  @Test func `of a course and of a seal are found too, the latter in the whole record`() throws {
    let record = try AttackedRecord.fresh()
    let store = try record.store()
    let course = EntryStream.course(try PatientCode("P-014"))
    let row = try #require(try store.logRows(of: course).first)
    let digest = try ExpectedDigest(try #require(RecordDigest(bytes: row.hash)).description)
    for scope in [VerificationScope.record, .stream(course)] {
      guard case .entry(course, EntryNumber(1), _, after: 1)? = try store.find(digest, in: scope)
      else {
        Issue.record("not found in \(scope)")
        continue
      }
    }
    let seals = try store.seals()
    let seal = try ExpectedDigest(seals[2].hash.description)
    #expect(
      try store.find(seal, in: .record)
        == .seal(3, at: seals[2].at, after: seals.count - 3)
    )
    #expect(try store.find(seal, in: .stream(course)) == nil)
  }

  @Test func `is known by its first sixteen digits, and by an odd number of them`() throws {
    let record = try AttackedRecord.fresh()
    let store = try record.store()
    let whole = record.whole.printed[1].description
    for count in [16, 17, 40, 63, 64] {
      let expected = try ExpectedDigest(String(whole.prefix(count)))
      #expect(expected.isShort == (count < 64))
      guard case .entry(session(2), _, _, after: 0)? = try store.find(expected, in: .record) else {
        Issue.record("\(count) digits")
        continue
      }
      let other = try ExpectedDigest(
        String(whole.prefix(count - 1)) + (whole.prefix(count).last == "0" ? "1" : "0")
      )
      #expect(try store.find(other, in: .record) == nil)
    }
  }

  @Test func `typed wrongly is refused with what to type`() {
    #expect(throws: DigestRefusal.tooShort(digits: 15)) {
      try ExpectedDigest("0123 4567-89ab cde")
    }
    #expect(throws: DigestRefusal.tooLong(digits: 65)) {
      try ExpectedDigest(String(repeating: "a", count: 65))
    }
    #expect(throws: DigestRefusal.notADigest("not a digest at all")) {
      try ExpectedDigest("not a digest at all")
    }
  }
}
