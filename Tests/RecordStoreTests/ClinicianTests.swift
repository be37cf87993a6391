import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

@Suite("The clinicians of a record")
struct ClinicianTests {
  @discardableResult
  private func set(
    _ code: String,
    _ roles: [ClinicianRole],
    named name: String? = nil,
    isListed: Bool = true,
    in record: TemporaryRecord
  ) throws -> ClinicianOutcome {
    try record.store.set(
      clinician: { _ in
        (try Clinician(code: try ClinicianCode(code), name: name, roles: roles), isListed)
      },
      by: try ClinicianCode("LH"),
      at: TemporaryRecord.moment(0).recorded
    )
  }

  @Test func `come back with every set of roles, and the newest of a code counts`() throws {
    let record = try TemporaryRecord()
    #expect(try record.store.clinicians().isEmpty)
    for bits in 0..<16 {
      let roles = ClinicianRole.allCases.filter { bits & (1 << ($0.rawValue - 1)) != 0 }
      try set("LH", roles.reversed(), named: "Lena Hart", in: record)
      #expect(try record.store.clinicians().map(\.roles) == [roles])
    }
    try set("AB", [.observer], in: record)
    try set("LH", [.prescriber], isListed: false, in: record)
    #expect(try record.store.clinicians().map(\.code.text) == ["AB"])
    let standing = try record.store.standingClinicians()
    #expect(standing.map(\.clinician.code.text) == ["AB", "LH"])
    #expect(standing.map(\.isListed) == [true, false])
    #expect(try record.store.clinicianSettings().count == 18)
  }

  @Test func `are not set twice alike, and never changed around the program`() throws {
    let record = try TemporaryRecord()
    try set("LH", [.administrator], in: record)
    guard case .alreadySet = try set("LH", [.administrator], in: record) else {
      Issue.record("the same was added again")
      return
    }
    for statement in [
      "UPDATE clinician SET roles = 15", "DELETE FROM clinician",
      "INSERT INTO clinician SELECT 3, code, name, roles, listed, clinician, set_ms, set_offset "
        + "FROM clinician",
    ] {
      #expect(throws: DatabaseError.self, "\(statement)") {
        try record.raw().write { try $0.execute(sql: statement) }
      }
    }
  }
}
