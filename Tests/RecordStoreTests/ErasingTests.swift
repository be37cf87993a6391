import Foundation
import GRDB
import SessionRecord
import TestSupport
import Testing

@testable import RecordStore

@Suite("Erasing an identity")
struct ErasingTests {
  private func erase(
    _ code: PatientCode,
    in record: TemporaryRecord,
    minutes: Int = 60,
    _ seen: (LastOfCourse) -> Void = { _ in }
  ) throws -> Erased {
    try record.store.erase(
      identityOf: code,
      by: ClinicianCode("AD"),
      at: { TemporaryRecord.moment(minutes) }
    ) { last, _ in
      seen(last)
      return ("asked for", "A. Hart")
    }
  }

  private func closed(_ record: TemporaryRecord) throws -> SessionNumber {
    let session = try record.openSession()
    try record.append([try vitals(120, 70)], to: session)
    try record.append([.closed], to: session, minutes: 40)
    return session
  }

  @Test func `leaves code, commitment and log, and says so in the course and the accesses`() throws
  {
    let record = try TemporaryRecord()
    let session = try closed(record)
    let before = try record.store.entries(of: session)
    let erased = try erase(record.patient.code, in: record)
    #expect(erased.isSwept)
    let patient = try #require(try record.store.patient(record.patient.code))
    #expect(patient.identity == nil)
    #expect(patient.contact == nil)
    #expect(patient.commitment == record.patient.commitment)
    #expect(try record.store.entries(of: session) == before)
    let course = try record.store.courseLog(of: patient.code)
    #expect(course == [erased.erasure])
    #expect(
      course.map(\.content) == [.course(.erasure(reason: "asked for", authority: "A. Hart"))]
    )
    let access = Access(
      .erased,
      of: "P-014",
      by: .clinician(try ClinicianCode("AD")),
      at: TemporaryRecord.moment(60).recorded
    )
    #expect(try record.store.accesses().last == access)
  }

  @Test func `leaves no byte of it in the file, wherever its row had been moved`() throws {
    var random = SeededGenerator()
    let record = try TemporaryRecord()
    // Enough for the table to be split over many pages, in no order.
    var codes = try (0..<400).map { try PatientCode("P-\(1_000 + $0)") }
    codes.shuffle(using: &random)
    for code in codes {
      _ = try record.store.add(
        patient: code,
        identity: try Identity(
          name: "Zebedee \(code) Quill",
          medicalRecordNumber: "MRNZ\(code)",
          allergies: String(repeating: "x", count: Int.random(in: 0...300, using: &random))
        ),
        at: TemporaryRecord.opened
      )
      _ = try record.store.set(contactOf: code, at: TemporaryRecord.opened) { _ in
        try Contact(address: "Old Lane \(code)", emergencyNumber: "911")
      }
      _ = try record.store.set(contactOf: code, at: TemporaryRecord.opened) { _ in
        try Contact(address: "Willow Row \(code)", emergencyNumber: "112")
      }
    }
    for code in codes.prefix(3) {
      let words = [
        "Zebedee \(code) Quill", "MRNZ\(code)", "Old Lane \(code)", "Willow Row \(code)",
      ]
      let file = try Data(contentsOf: URL(fileURLWithPath: record.path))
      #expect(file.range(of: Data(words[0].utf8)) != nil, "seed \(random.seed)")
      #expect(try erase(code, in: record).isSwept, "seed \(random.seed)")
      for name in try FileManager.default.contentsOfDirectory(atPath: record.folder.path) {
        let bytes = try Data(contentsOf: record.folder.appendingPathComponent(name))
        for word in words {
          #expect(
            bytes.range(of: Data(word.utf8)) == nil,
            "\(word) in \(name), seed \(random.seed)"
          )
        }
      }
    }
    #expect(try record.store.patients().filter { $0.identity == nil }.count == 3)
  }

  @Test func `is refused the second time, of a patient who is not there, and in an open session`()
    throws
  {
    let record = try TemporaryRecord()
    let code = record.patient.code
    let session = try record.openSession()
    let open = #expect(throws: ErasingRefusal.self) { try erase(code, in: record) }
    #expect(open?.problem == "P-014 has an open session, S-2026-0001. Nothing was erased.")
    #expect(try record.store.patient(code)?.identity != nil)
    try record.append([.closed], to: session)
    _ = try erase(code, in: record)
    #expect(throws: ErasingRefusal.alreadyErased(code)) { try erase(code, in: record) }
    #expect(throws: ErasingRefusal.alreadyErased(code)) {
      try record.store.set(contactOf: code, at: TemporaryRecord.opened) { _ in
        try Contact(address: "Somewhere")
      }
    }
    #expect(throws: RecordRefusal.noSuchPatient(try PatientCode("P-099"))) {
      try erase(try PatientCode("P-099"), in: record)
    }
    #expect(try record.store.courseLog(of: code).count == 1)
    #expect(try record.store.accesses().filter { $0.act == .erased }.count == 1)
  }

  @Test func `counts from the newest entry of any stream, closed or struck out or not`() throws {
    let record = try TemporaryRecord()
    let session = try closed(record)
    try record.append([.addendum("called")], to: session, minutes: 55)
    var seen: LastOfCourse?
    _ = try erase(record.patient.code, in: record) { seen = $0 }
    #expect(seen?.instant == TemporaryRecord.opened + .minutes(55))
  }

  @Test func `is never undone around the program`() throws {
    let record = try TemporaryRecord()
    _ = try erase(record.patient.code, in: record)
    #expect(throws: DatabaseError.self) {
      try record.raw().write { try $0.execute(sql: "UPDATE patient SET erased_ms = 0") }
    }
  }

  @Test func `asks with the newest of what was kept, and erases nothing where that is refused`()
    throws
  {
    struct Kept: Error {}
    let record = try TemporaryRecord()
    let other = try record.addPatient()
    _ = try closed(record)
    let seen = [record.patient, other].map { patient in
      var seen: LastOfCourse?
      #expect(throws: Kept.self) {
        try record.store.erase(
          identityOf: patient.code,
          by: ClinicianCode("AD"),
          at: { TemporaryRecord.moment(90) }
        ) { last, _ in
          seen = last
          throw Kept()
        }
      }
      return seen
    }
    #expect(seen[0]?.instant == TemporaryRecord.opened + .minutes(40))
    #expect(seen[1]?.instant == TemporaryRecord.opened)
    #expect(try record.store.patients().allSatisfy { $0.identity != nil })
    #expect(try !record.store.accesses().contains { $0.act == .erased })
  }
}
