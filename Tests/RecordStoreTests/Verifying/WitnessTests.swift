import Foundation
import SessionRecord
import Testing

@testable import RecordStore

@Suite("What this machine remembers of a record")
struct WitnessTests {
  @Test func `an older copy is told from the record by the seal that it lacks`() throws {
    let record = try AttackedRecord.fresh()
    let witness = try #require(record.keyring.witness(of: record.whole.id))
    try record.whole.older.write(to: record.file)
    let found = try record.verified(.record, .chains)
    #expect(
      found.findings == [
        VerificationFinding(.witness(witness.number), .olderThanWitness(witness.at))
      ]
    )
  }

  @Test func `another seal in its place is told`() throws {
    let record = try AttackedRecord.fresh()
    let witness = try #require(record.keyring.witness(of: record.whole.id))
    let digest = try #require(RecordDigest(bytes: Array(repeating: 7, count: 32)))
    #expect(
      record.keyring.remember(
        Witness(number: witness.number, hash: digest, at: witness.at),
        of: record.whole.id
      )
    )
    let found = try record.verified(.record, .chains)
    #expect(found.has(.witness(witness.number), .otherThanWitness(witness.at)), "\(found.said)")
  }

  @Test func `without keys nothing is remembered, and an older copy holds`() throws {
    let record = try AttackedRecord.fresh()
    try record.whole.older.write(to: record.file)
    let store = try RecordStore.open(at: record.path, .reading, now: TemporaryRecord.opened)
    let found = try store.verify(.record, level: .chains, assessing: { _, _ in .nothing })
    #expect(found.outcome == .holds, "\(found.said)")
  }
}
