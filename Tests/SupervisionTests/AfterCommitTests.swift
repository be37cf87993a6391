import Foundation
import GRDB
import Monitoring
import SessionRecord
import Supervision
import Testing

@testable import RecordStore

/// Another program that takes the record the moment a commit has returned, as a backup does.
private final class TakingOver: TransactionObserver {
  private let other: DatabaseQueue
  private(set) var hasTaken = false

  init(_ path: String) throws {
    var configuration = Configuration()
    // It holds the record from one access to the next.
    configuration.allowsUnsafeTransactions = true
    other = try DatabaseQueue(path: path, configuration: configuration)
  }

  func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { false }
  func databaseDidChange(with event: DatabaseEvent) {}
  func databaseDidRollback(_ database: Database) {}

  func databaseDidCommit(_ database: Database) {
    do {
      try other.inDatabase { try $0.execute(sql: "BEGIN EXCLUSIVE") }
      hasTaken = true
    } catch { hasTaken = false }
  }

  func release() throws {
    try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
    hasTaken = false
  }
}

@Suite struct `What was committed is called saved, though the record cannot be read any more` {
  /// Does something while another program takes the record after the commit, then lets it go.
  private func taken<Value>(_ ward: Ward, _ act: () throws -> Value) throws -> Value {
    let queue = ward.supervision.store.queue
    try queue.inDatabase { try $0.execute(sql: "PRAGMA busy_timeout = 20") }
    let other = try TakingOver(ward.path)
    queue.add(transactionObserver: other)
    defer { queue.remove(transactionObserver: other) }
    let value = try act()
    #expect(other.hasTaken, "the record was never taken")
    #expect(throws: RecordRefusal.busy(path: ward.path)) { try ward.file() }
    try other.release()
    return value
  }

  @Test(arguments: ["184/95", "fix last hr 72 -- slip", "void last -- slip", "ack 1 head up"])
  func `a line`(_ line: String) throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("184/95 70")
    let recorded = try taken(ward) { try ward.type(line) }
    #expect(recorded.file.log.count == 3)
    #expect(try ward.file().log == recorded.file.log)
    #expect(try ward.file().session == recorded.file.session)
  }

  @Test func `a closing`() throws {
    let ward = try Ward()
    try ward.open()
    let recorded = try taken(ward) { try ward.end() }
    #expect(recorded.file.session.state == .closed)
    #expect(try ward.file().session == recorded.file.session)
  }

  @Test func `an opening`() throws {
    let ward = try Ward()
    // The protocol's text is kept already.
    try ward.open("P-014")
    try ward.know("P-020")
    let file = try taken(ward) { try ward.supervision.open(ward.request("P-020")) }
    #expect(try ward.file(2).session == file.session)
    #expect(try ward.file(2).patient == file.patient)
  }

  @Test func `an import that closes its session`() throws {
    let ward = try Ward()
    try ward.open("P-020")
    try ward.know("P-014")
    let outcome = try taken(ward) {
      try ward.supervision.importObservations(
        [
          ImportedObservation(
            observed: Stamp(try Ward.instant("13:00:00"), in: Ward.berlin),
            contents: [.note("asleep")],
            words: "asleep"
          )
        ],
        document: "notes.csv",
        doses: [],
        into: nil,
        opening: ward.request(),
        author: nil,
        closing: true,
        dryRun: false
      )
    }
    #expect(outcome.file?.session.state == .closed)
    #expect(try ward.file(2).log == outcome.file?.log)
  }
}
