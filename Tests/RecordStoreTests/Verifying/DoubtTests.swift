import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

@Suite("What verifying cannot tell")
struct DoubtTests {
  private struct Refused: Refusal {
    let kind = RefusalKind.damaged
    let problem = "The rules are not known."
    let remedy: String? = nil
  }

  @Test func `what is as it was sealed and is derived otherwise now is no damage`() throws {
    let record = try AttackedRecord.fresh()
    let found = try record.verified(assessing: { session, log in
      session.number.value == 2 ? .nothing : try SealedRecord.assessed(log)
    })
    #expect(
      found.findings == [VerificationFinding(.readModel(SessionNumber(2)), .derivesOtherwise)],
      "\(found.said)"
    )
    #expect(found.outcome == .cannotTell)
    #expect(found.wholeSessions.map(\.value) == [1, 3, 5])
  }

  @Test func `what no seal covers and is derived otherwise is damage`() throws {
    let record = try AttackedRecord.fresh()
    let found = try record.verified(assessing: { session, log in
      session.isOpen ? .nothing : try SealedRecord.assessed(log)
    })
    #expect(found.outcome == .damaged)
    #expect(
      Set(found.damages.map(\.place)) == [
        .readModel(SessionNumber(4)), .readModel(SessionNumber(6)),
      ]
    )
  }

  @Test func `without the rules nobody can tell`() throws {
    let record = try AttackedRecord.fresh()
    let found = try record.verified(assessing: { _, _ in throw Refused() })
    #expect(found.outcome == .cannotTell)
    #expect(found.findings.count == 6)
    #expect(found.findings.allSatisfy { $0.fault == .notDerivable(why: Refused().problem) })
    // The chains need none.
    let chains = try record.verified(.record, .chains, assessing: { _, _ in throw Refused() })
    #expect(chains.outcome == .holds)
  }

  @Test func `a record in which nothing is sealed`() throws {
    let record = try TemporaryRecord()
    try record.openSession(with: [.note("x")])
    let found = try record.store.verify(.record, level: .full, assessing: { _, _ in .nothing })
    #expect(found.findings == [VerificationFinding(.seals, .nothingSealed)], "\(found.said)")
    #expect(found.outcome == .cannotTell)
  }

  @Test func `a session that was closed while the key could not be used`() throws {
    let record = try TemporaryRecord(sealing: true)
    let first = try record.openSession(with: [.closed])
    let keyring = try #require(record.store.station.keyring)
    let path = keyring.place(of: record.store.recordID) + "/record.key"
    chmod(path, 0o644)
    let second = try record.openSession(with: [.closed])
    let found = try record.store.verify(.record, level: .full, assessing: { _, _ in .nothing })
    #expect(
      found.findings == [VerificationFinding(.stream(.session(second)), .notSealed)],
      "\(found.said)"
    )
    #expect(found.wholeSessions == [first])
    // The next entry has it sealed.
    chmod(path, 0o600)
    try record.append([.addendum("x")], to: second)
    let again = try record.store.verify(.record, level: .full, assessing: { _, _ in .nothing })
    #expect(again.outcome == .holds, "\(again.said)")
  }

  @Test func `seals that were cut off, where this machine does not remember them`() throws {
    let record = try AttackedRecord.fresh()
    try record.unguarded("DELETE FROM seal WHERE number = 3")
    let found = try record.verified(.record, .chains)
    #expect(found.outcome == .damaged)
    #expect(found.has(.stream(session(2)), .notSealed), "\(found.said)")
  }

  @Test func `a record of version 1 is looked at as far as it goes`() throws {
    let record = try GoldenRecord()
    let store = try record.open(.reading)
    let found = try store.verify(.record, level: .chains, assessing: { _, _ in .nothing })
    #expect(found.findings == [VerificationFinding(.record, .ofVersionOne)], "\(found.said)")
    #expect(found.extent.sessions == 5)
    #expect(found.extent.accesses > 0)
    try record.execute(
      "DROP TRIGGER entry_is_not_updated; UPDATE entry SET author = 'X' WHERE stream_key = 3 AND number = 1"
    )
    let changed = try record.open(.reading)
      .verify(.record, level: .chains, assessing: { _, _ in .nothing })
    #expect(changed.outcome == .damaged)
    #expect(changed.damages.contains { $0.place == entry(3, 1) }, "\(changed.said)")
    #expect(changed.damages.contains { $0.place.code == "schema" }, "\(changed.said)")
  }

  @Test func `a kind of a newer Vigil is not damage`() throws {
    let record = try TemporaryRecord(sealing: true)
    let session = try record.openSession(with: [.closed])
    try record.unguardedlyAppend(kind: 99, to: session)
    let found = try record.store.verify(.record, level: .full, assessing: { _, _ in .nothing })
    #expect(found.has(entry(1, 3), .unknownEncoding), "\(found.said)")
    #expect(found.outcome == .cannotTell, "\(found.said)")
  }
}

extension TemporaryRecord {
  /// An entry as a Vigil that knows more kinds would chain it.
  fileprivate func unguardedlyAppend(kind: Int, to session: SessionNumber) throws {
    try raw().writeWithoutTransaction { database in
      let stream = EntryStream.session(session)
      let last = try #require(try database.logRows(of: stream).last)
      func row(hash: [UInt8]) -> LogRow {
        LogRow(
          stream: stream,
          number: last.number + 1,
          id: Array(repeating: 9, count: 16),
          record: last.record,
          commit: last.commit + 1,
          observed: last.observed,
          observedOffset: last.observedOffset,
          recorded: last.recorded,
          recordedOffset: last.recordedOffset,
          monotonic: last.monotonic,
          boot: nil,
          author: last.author,
          observer: nil,
          source: 1,
          device: nil,
          document: nil,
          room: nil,
          kind: kind,
          encoding: 1,
          body: [1, 2, 3],
          prev: last.hash,
          hash: hash
        )
      }
      try row(hash: row(hash: []).digest).insert(into: database)
    }
  }
}
