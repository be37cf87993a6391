import Dispatch
import Foundation
import GRDB
import SessionRecord
import Synchronization
import Testing

@testable import RecordStore

@Suite("Verifying while others write")
struct BusyVerificationTests {
  /// A write that waits for longer than SQLite's five seconds is refused; scripts/contention says how long they wait.
  @Test func `holds every time, and every write gets through`() throws {
    let record = try TemporaryRecord(sealing: true)
    for minute in 0..<12 { try record.openSession(minutes: minute, with: [.closed]) }
    let isOver = Mutex(false)
    let began = DispatchSemaphore(value: 0)
    let ended = DispatchSemaphore(value: 0)
    let (path, station) = (record.path, record.store.station)
    let (patient, reference) = (record.patient, record.reference)
    // A thread and a connection of its own, as another process has.
    Thread.detachNewThread {
      #expect(throws: Never.self) {
        let store = try RecordStore.open(
          at: path,
          .writing,
          station: station,
          now: TemporaryRecord.opened
        )
        var minute = 100
        while !isOver.withLock({ $0 }) {
          try write(to: store, patient, reference, minute)
          minute += 1
          began.signal()
        }
      }
      began.signal()
      ended.signal()
    }
    began.wait()
    let reader = try RecordStore.open(
      at: path,
      .reading,
      station: station,
      now: TemporaryRecord.opened
    )
    var sizes: [Int] = []
    for round in 0..<20 {
      let found = try reader.verify(
        .record,
        level: round.isMultiple(of: 2) ? .full : .chains,
        assessing: { _, _ in .nothing }
      )
      #expect(found.outcome == .holds, "round \(round): \(found.said)")
      sizes.append(found.extent.entries)
      // It grows between two rounds, whatever else the machine does.
      for _ in 0..<2 { began.wait() }
    }
    isOver.withLock { $0 = true }
    ended.wait()
    #expect(Set(sizes).count > 15, "\(sizes)")
  }

  /// What could not be read is missing everywhere else; it is not called so.
  @Test func `a record that is held in the middle of it is busy, and not damaged`() throws {
    let record = try TemporaryRecord(sealing: true)
    for minute in 0..<3 { try record.openSession(minutes: minute, with: [.closed]) }
    var configuration = Configuration()
    // It is held from one access to the next.
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: record.path, configuration: configuration)
    var holds = 0
    #expect(throws: RecordRefusal.busy(path: record.path)) {
      _ = try record.store.verify(.record, level: .full, assessing: { _, _ in .nothing }) { _, _ in
        holds += 1
        guard holds == 1 else { return }
        #expect(throws: Never.self) {
          try other.inDatabase { try $0.execute(sql: "BEGIN EXCLUSIVE") }
        }
      }
    }
    #expect(holds > 0)
    try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
    let found = try record.store.verify(.record, level: .full, assessing: { _, _ in .nothing })
    #expect(found.outcome == .holds, "\(found.said)")
  }
}

/// Another session, closed in a second commit, and one access.
private func write(
  to store: RecordStore,
  _ patient: Patient,
  _ reference: ProtocolReference,
  _ minute: Int
) throws {
  let moment = TemporaryRecord.moment(minute)
  func draft(_ content: Content) throws -> Draft {
    Draft(
      id: EntryID(UUID()),
      observed: moment.recorded,
      author: try ClinicianCode("KO"),
      content: content
    )
  }
  let opening = Opening(
    patient: patient.code,
    identity: patient.commitment,
    monitoringProtocol: reference,
    setting: .clinic,
    zone: "Europe/Berlin",
    prescriber: nil
  )
  let opened = try store.open(
    at: { moment },
    { _ in [try draft(.opened(opening))] },
    assessing: { _ in .nothing }
  )
  _ = try store.append(
    to: opened.session.number,
    at: { moment },
    { _, _ in [try draft(.note("x")), try draft(.closed)] },
    assessing: { _ in .nothing }
  )
  try store.log(Access(.printed, of: "x", by: .account("ward"), at: moment.recorded))
}
