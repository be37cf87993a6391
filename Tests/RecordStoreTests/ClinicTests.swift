import Foundation
import GRDB
import SessionRecord
import TestSupport
import Testing

@testable import RecordStore

@Suite("The clinic of a record")
struct ClinicTests {
  private func set(
    _ clinic: Clinic,
    in record: TemporaryRecord,
    by clinician: String = "LH",
    minutes: Int = 0
  ) throws -> ClinicOutcome {
    try record.store.set(
      clinic: { _ in clinic },
      by: try ClinicianCode(clinician),
      at: TemporaryRecord.moment(minutes).recorded
    )
  }

  @Test func `is nothing before it is set`() throws {
    let record = try TemporaryRecord()
    #expect(try record.store.clinic() == nil)
    #expect(try record.store.clinics().isEmpty)
  }

  @Test func `comes back in every part, whatever it is`() throws {
    var random = SeededGenerator()
    let record = try TemporaryRecord()
    var settings: [ClinicSetting] = []
    for number in 0..<200 {
      let clinic = try random.clinic()
      let outcome = try set(clinic, in: record, by: "LH\(number)", minutes: number)
      guard case .set(let setting, let replaced) = outcome else {
        // Twice the same, which is rare: nothing was added.
        #expect(settings.last?.clinic == clinic, "seed \(random.seed)")
        continue
      }
      #expect(setting.clinic == clinic, "seed \(random.seed)")
      #expect(replaced == settings.last, "seed \(random.seed)")
      settings.append(setting)
      #expect(try record.store.clinic() == clinic, "seed \(random.seed)")
    }
    let again = try RecordStore.open(at: record.path, .reading, now: TemporaryRecord.opened)
    #expect(try again.clinics() == settings, "seed \(random.seed)")
    #expect(settings.count > 190, "seed \(random.seed)")
  }

  @Test func `keeps who set what and when, and the newest is in use`() throws {
    let record = try TemporaryRecord()
    let first = try Clinic(name: "Northgate", zone: "Europe/Berlin")
    let second = try Clinic(name: "Northgate", paper: .letter)
    _ = try set(first, in: record)
    // Set earlier by its clock, which stepped back: the order is that of the record.
    _ = try set(second, in: record, by: "KO", minutes: -90)
    let settings = try record.store.clinics()
    #expect(settings.map(\.clinic) == [first, second])
    #expect(settings.map(\.by.text) == ["LH", "KO"])
    #expect(settings.map(\.at) == [0, -90].map { TemporaryRecord.moment($0).recorded })
    #expect(try record.store.clinic() == second)
  }

  @Test func `that is the same adds nothing and says so`() throws {
    let record = try TemporaryRecord()
    let clinic = try Clinic(name: "Northgate", address: ["One", "Two"])
    let first = try set(clinic, in: record)
    let again = try set(clinic, in: record, by: "KO", minutes: 5)
    #expect(again == .alreadySet(first.setting))
    #expect(try record.store.clinics() == [first.setting])
  }

  @Test func `is changed from what is in use when the record is held`() throws {
    let record = try TemporaryRecord()
    _ = try set(try Clinic(name: "Northgate", telephone: "1"), in: record)
    _ = try record.store.set(
      clinic: { before in try Clinic(name: "Southgate", telephone: before?.telephone) },
      by: try ClinicianCode("KO"),
      at: TemporaryRecord.moment(1).recorded
    )
    #expect(try record.store.clinic() == Clinic(name: "Southgate", telephone: "1"))
    let refusal = #expect(throws: ClinicRefusal.self) {
      try record.store.set(
        clinic: { _ in try Clinic(name: " ") },
        by: try ClinicianCode("KO"),
        at: TemporaryRecord.moment(2).recorded
      )
    }
    #expect(refusal == .nameMissing)
    #expect(try record.store.clinics().count == 2)
  }

  @Test func `with what would come back as something else is refused`() throws {
    let record = try TemporaryRecord()
    let clinics = try [
      Clinic(name: "a\u{0}b"), Clinic(name: "a", telephone: "1\u{0}"),
      Clinic(name: "a", zone: "\u{0}"), Clinic(name: "a", address: ["one\ntwo"]),
      Clinic(name: "a", address: ["one", "", "two"]), Clinic(name: "a", address: [""]),
      Clinic(name: "a", address: ["\u{0}"]), Clinic(name: "a", telephone: ""),
      Clinic(name: "a", zone: ""),
    ]
    for clinic in clinics {
      #expect(throws: RecordRefusal.notStorable(what: "clinic"), "\(clinic)") {
        try set(clinic, in: record)
      }
    }
    #expect(try record.store.clinics().isEmpty)
  }

  @Test func `on a full disk is told as what it is, and is there once it is tried again`() throws {
    let record = try TemporaryRecord()
    try record.store.queue.inDatabase { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
    let bytes = ClinicTests.png + [UInt8](repeating: 7, count: 200_000)
    let clinic = try Clinic(name: "Northgate", logo: Logo(bytes))
    let refusal = #expect(throws: RecordRefusal.clinicNotSet(why: "the disk is full")) {
      try set(clinic, in: record)
    }
    #expect(refusal?.kind == .notSaved)
    #expect(refusal?.description == "Nothing was set: the disk is full. Try again.")
    #expect(try record.store.clinics().isEmpty)
    try record.store.queue.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = 100000") }
    _ = try set(clinic, in: record)
    #expect(try record.store.clinic() == clinic)
  }

  @Test func `that someone else spoilt is damage, and not used`() throws {
    let clinic = try Clinic(name: "Northgate", address: ["One"], logo: Logo(ClinicTests.png))
    for assignment in [
      "name = ' '", "name = x'41'",
      "address = 'a' || char(10) || 'b' || char(10) || 'c' "
        + "|| char(10) || 'd' || char(10) || 'e'",
      "logo_kind = 2", "logo_kind = NULL", "logo = x'00'", "paper = 3", "temperature = 0",
      "weight = 9", "clinician = 'a b'", "set_offset = 2000",
      "telephone = '\(String(repeating: "1", count: 81))'",
    ] {
      let record = try TemporaryRecord()
      _ = try set(clinic, in: record)
      #expect(try record.store.clinic() == clinic, "\(assignment)")
      try record.raw().writeWithoutTransaction { database in
        try database.execute(
          sql: """
            PRAGMA ignore_check_constraints = 1; PRAGMA writable_schema = 0;
            DROP TRIGGER clinic_is_not_updated
            """
        )
        // A column of a STRICT table refuses another type; what is left is another value.
        do {
          try database.execute(sql: "UPDATE clinic SET \(assignment)")
        } catch let error as DatabaseError {
          #expect(error.extendedResultCode == .SQLITE_CONSTRAINT_DATATYPE, "\(assignment)")
          return
        }
        let refusal = #expect(throws: RecordRefusal.self, "\(assignment)") {
          try record.store.clinic()
        }
        #expect(refusal?.kind == .damaged, "\(assignment)")
      }
    }
  }

  @Test func `is not read while entries are recorded`() throws {
    let record = try TemporaryRecord()
    _ = try set(try Clinic(name: "Northgate"), in: record)
    let session = try record.openSession()
    try record.raw().writeWithoutTransaction { try $0.execute(sql: "DROP TABLE clinic") }
    try record.append([.note("recorded all the same")], to: session)
    #expect(try record.store.entries(of: session).count == 2)
    #expect(throws: RecordRefusal.self) { try record.store.clinic() }
  }

  static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]
}

extension SeededGenerator {
  fileprivate mutating func clinic() throws -> Clinic {
    try Clinic(
      name: "N" + line(),
      address: list(0...4) { $0.line() + "." },
      telephone: maybe { $0.line() + "1" },
      logo: maybe { random in
        let start: [UInt8] = random.chance(50) ? ClinicTests.png : [0xFF, 0xD8, 0xFF]
        return try Logo(start + random.list(0...300) { UInt8($0.number(0...255)) })
      },
      paper: pick(Paper.allCases),
      zone: maybe { $0.pick(["Europe/Berlin", "America/Chicago", "UTC"]) },
      units: DisplayUnits(
        temperature: pick(DisplayUnits.Temperature.allCases),
        weight: pick(DisplayUnits.Weight.allCases)
      )
    )
  }

  /// Letters of many scripts and signs that SQL and HTML know.
  private mutating func line() -> String {
    let signs: [Character] = [
      "a", "Ü", "診", "ف", "'", "\"", "<", "&", ";", "\u{301}", " ", "🙂", "\r",
    ]
    return String(list(0...40) { $0.pick(signs) })
  }
}
