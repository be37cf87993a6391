import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

@Suite("Backups of a record in use")
struct BusyBackupTests {
  @Test func `what is written while it is copied is not in it, and everything before is`() throws {
    let bench = try BackupBench()
    let before = try BackupBench.rows(at: bench.record.path)
    var written = 0
    let backup = try bench.backUp(progress: { _, _, _ in
      written += 1
      try bench.addToCourse("meanwhile \(written)")
      let session = try bench.record.openSession(minutes: 600 + written, with: [.closed])
      try bench.record.append([.addendum("x")], to: session, minutes: 600 + written)
    })
    #expect(written > 3)
    let copied = try BackupBench.rows(at: backup.path)
    for (table, rows) in before { #expect(copied[table] == rows, "\(table)") }
    #expect(backup.verification.outcome == .holds)
  }

  @Test func `an identity that is erased meanwhile is as it was when the copy began`() throws {
    let bench = try BackupBench()
    let code = bench.record.patient.code
    var isErased = false
    let backup = try bench.backUp(progress: { _, _, _ in
      guard !isErased else { return }
      isErased = true
      _ = try bench.record.store.set(contactOf: code, at: TemporaryRecord.opened) { _ in
        try Contact(address: "1 Example Street", emergencyNumber: "112")
      }
      _ = try bench.record.store.erase(
        identityOf: code,
        by: ClinicianCode("AD"),
        at: { TemporaryRecord.moment(700) }
      ) { _, _ in ("asked for", "law") }
    })
    #expect(isErased)
    #expect(try bench.record.store.patient(code)?.identity == nil)
    #expect(backup.verification.outcome == .holds)
    let copy = try RecordStore.open(at: backup.path, .reading, now: TemporaryRecord.opened)
    #expect(try copy.patient(code)?.identity?.name == "Ada Example")
    // And the next one has nothing of it.
    let later = try bench.backUp(to: "later.vigil")
    #expect(later.verification.outcome == .holds)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: later.path))
    #expect(bytes.range(of: Data("Ada Example".utf8)) == nil)
  }

  @Test func `under writers on connections of their own every copy is whole`() throws {
    let bench = try BackupBench()
    let writers = try (20..<22).map { number in
      BusyWriter(bench.record, of: try bench.record.addPatient("P-0\(number)"))
    }
    for writer in writers { Thread.detachNewThread { writer.run() } }
    defer { for writer in writers { writer.end() } }
    for round in 1...5 {
      let backup = try bench.backUp(to: "copy-\(round).vigil")
      #expect(backup.verification.outcome == .holds, "round \(round)")
      let copied = try BackupBench.rows(at: backup.path)
      let now = try BackupBench.rows(at: bench.record.path)
      let below = now["entry"]?.filter { row in
        (Int.fromDatabaseValue(row[5]) ?? 0) <= backup.copy.commit
      }
      #expect(copied["entry"] == below, "round \(round)")
    }
    for writer in writers { writer.end() }
    #expect(writers.allSatisfy { $0.sessions > 2 })
    #expect(writers.flatMap(\.errors) == [])
  }

  @Test
  func `a plain copy of a file that is written to is not whole, which is why there is a command`()
    throws
  {
    let bench = try BackupBench()
    for number in 0..<40 { try bench.addToCourse(String(repeating: "long \(number) ", count: 200)) }
    let source = try FileHandle(forReadingFrom: URL(fileURLWithPath: bench.record.path))
    let isWhole = { (writing: Bool) in
      let copy = URL(fileURLWithPath: bench.path("plain.vigil"))
      defer { try? FileManager.default.removeItem(at: copy) }
      var bytes = Data()
      try source.seek(toOffset: 0)
      while let page = try source.read(upToCount: 4_096), !page.isEmpty {
        bytes += page
        if writing, bytes.count.isMultiple(of: 4_096 * 16) {
          try bench.addToCourse(String(repeating: "more ", count: 900))
        }
      }
      try bytes.write(to: copy)
      return BackupBench.isWhole(copy.path)
    }
    #expect(try isWhole(false))
    #expect(try !isWhole(true))
    #expect(BackupBench.isWhole(try bench.backUp().path))
  }
}

/// Opens and closes one session after the other, on a connection and a thread of its own.
private final class BusyWriter: @unchecked Sendable {
  private let path: String
  private let station: Station
  private let opening: Opening
  private let lock = NSCondition()
  private var isEnding = false
  private var hasEnded = false
  private(set) var sessions = 0
  private(set) var errors: [String] = []

  init(_ record: TemporaryRecord, of patient: Patient) {
    path = record.path
    station = record.store.station
    opening = Opening(
      patient: patient.code,
      identity: patient.commitment,
      monitoringProtocol: record.reference,
      setting: .clinic,
      zone: "Europe/Berlin",
      prescriber: nil
    )
  }

  func run() {
    do {
      let store = try RecordStore.open(
        at: path,
        .writing,
        station: station,
        now: TemporaryRecord.opened
      )
      while !lock.withLock({ isEnding }) {
        let moment = TemporaryRecord.moment(1_000 + sessions)
        let contents = [.opened(opening), try vitals(120, 80), Content.closed]
        _ = try store.open(
          at: { moment },
          { _ in
            try contents.map {
              Draft(
                id: EntryID(UUID()),
                observed: moment.recorded,
                author: try ClinicianCode("KO"),
                content: $0
              )
            }
          },
          assessing: { _ in .nothing }
        )
        sessions += 1
      }
    } catch {
      errors.append("\(error)")
    }
    lock.withLock {
      hasEnded = true
      lock.broadcast()
    }
  }

  /// Returns once the thread has ended.
  func end() {
    lock.lock()
    isEnding = true
    while !hasEnded { lock.wait() }
    lock.unlock()
  }
}
