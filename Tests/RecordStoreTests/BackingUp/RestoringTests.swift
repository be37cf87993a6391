import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

@Suite("Restoring")
struct RestoringTests {
  @Test func `what is restored is what was backed up, and says that it was restored`() throws {
    let bench = try BackupBench()
    let backup = try bench.backUp()
    let restored = try bench.restore()
    let (saved, rows) = try (
      BackupBench.rows(at: backup.path), BackupBench.rows(at: restored.path)
    )
    for (table, saved) in saved where table != "access" { #expect(rows[table] == saved) }
    #expect(rows["access"]?.count == (saved["access"]?.count ?? 0) + 1)
    let store = try RecordStore.open(at: restored.path, .writing, now: TemporaryRecord.opened)
    let last = try #require(try store.accesses().last)
    #expect(last.act == .restored)
    #expect(last.subject == "copy.vigil")
    #expect(last.digest == backup.digest)
    #expect(restored.isLogged)
    #expect(try BackupBench.verified(store).outcome == .holds)
    #expect(try bench.names() == ["copy.vigil", "restored.vigil"])
    // It goes on as any record.
    _ = try store.add(
      patient: PatientCode("P-099"),
      identity: Identity(),
      at: TemporaryRecord.opened
    )
  }

  @Test func `nothing is restored over anything, nor beside a journal`() throws {
    let bench = try BackupBench(sessions: 1)
    try bench.backUp()
    let path = bench.path("restored.vigil")
    for (name, refused) in [
      ("", BackupRefusal.fileExists(path)),
      ("-journal", .leftover(path, companion: path + "-journal")),
      ("-wal", .leftover(path, companion: path + "-wal")), (".part", .partExists(path + ".part")),
    ] {
      let other = URL(fileURLWithPath: path + name)
      try Data("mine".utf8).write(to: other)
      #expect(throws: refused) { try bench.restore() }
      #expect(try Data(contentsOf: other) == Data("mine".utf8))
      try FileManager.default.removeItem(at: other)
    }
    #expect(throws: BackupRefusal.fileExists(bench.record.path)) {
      try bench.restore(to: "record.vigil")
    }
    #expect(try bench.names() == ["copy.vigil"])
  }

  @Test func `a file that is in use or was left by a crash is not taken for a backup`() throws {
    let bench = try BackupBench(sessions: 1)
    try bench.backUp()
    let journal = bench.path("copy.vigil-journal")
    try Data().write(to: URL(fileURLWithPath: journal))
    #expect(throws: BackupRefusal.hasJournal(bench.path("copy.vigil"), journal: journal)) {
      try bench.restore()
    }
    #expect(try bench.names() == ["copy.vigil", "copy.vigil-journal"])
  }

  @Test func `what is damaged, or no record, is refused and nothing is left of it`() throws {
    let bench = try BackupBench()
    let backup = try bench.backUp()
    let whole = try Data(contentsOf: URL(fileURLWithPath: backup.path))
    let place = try #require(whole.range(of: Data("noted".utf8))).lowerBound
    var changed = whole
    changed[place] ^= 1
    var newer = whole
    newer[63] = 3
    for (bytes, kind) in [
      (changed, RefusalKind.damaged), (newer, .damaged), (whole.prefix(whole.count / 2), .damaged),
      (Data("neither".utf8), .damaged), (Data(), .damaged), (whole.prefix(200), .damaged),
    ] {
      let file = URL(fileURLWithPath: bench.path("bad.vigil"))
      try bytes.write(to: file)
      let error = #expect(throws: (any Error).self) { try bench.restore("bad.vigil") }
      #expect((error as? any Refusal)?.kind == kind, "\(String(describing: error))")
      #expect(try bench.names() == ["copy.vigil", "bad.vigil"])
    }
    #expect(throws: BackupRefusal.self) { try bench.restore("absent.vigil") }
    #expect(throws: BackupRefusal.self) { try bench.restore("keys") }
  }

  @Test func `every byte of a backup that is another is refused, or changes nothing`() throws {
    let bench = try BackupBench(sessions: 1)
    let backup = try bench.backUp()
    let whole = try Data(contentsOf: URL(fileURLWithPath: backup.path))
    let saved = try BackupBench.rows(at: backup.path)
    var refused = 0
    // A prime step, so that every sort of place comes up.
    for place in stride(from: 0, to: whole.count, by: 1_009) {
      var changed = whole
      changed[place] ^= 0x10
      try changed.write(to: URL(fileURLWithPath: bench.path("bad.vigil")))
      do {
        let restored = try bench.restore("bad.vigil", to: "restored-\(place).vigil")
        let rows = try BackupBench.rows(at: restored.path)
        for (table, saved) in saved where table != "access" {
          #expect(rows[table] == saved, "byte \(place)")
        }
      } catch {
        refused += 1
        #expect(!FileManager.default.fileExists(atPath: bench.path("restored-\(place).vigil")))
        #expect(!FileManager.default.fileExists(atPath: bench.path("restored-\(place).vigil.part")))
      }
    }
    #expect(refused > 0)
  }

  @Test func `the machine says which of its seals a copy has not, and remembers the copy's last`()
    throws
  {
    let bench = try BackupBench()
    try bench.backUp()
    let station = bench.record.store.station
    let keyring = try #require(station.keyring)
    let record = bench.record.store.recordID
    // Nothing was sealed since.
    #expect(try bench.restore(to: "same.vigil", station: station).remembered == .nothingMore)
    let session = try bench.record.openSession(minutes: 800, with: [.closed])
    let newest = try #require(keyring.witness(of: record))
    let restored = try bench.restore(station: station)
    #expect(restored.remembered == .more(newest))
    #expect(newest.number == (restored.newest?.number ?? 0) + 1)
    #expect(keyring.witness(of: record)?.number == restored.newest?.number)
    // The record that was left goes on, and its next seal is remembered again.
    try bench.record.append([.addendum("x")], to: session, minutes: 801)
    #expect(keyring.witness(of: record)?.number == newest.number + 1)
    // The restored one goes its own way: the same number stands for another seal.
    let other = try RecordStore.open(
      at: restored.path,
      .writing,
      station: station,
      now: TemporaryRecord.opened
    )
    for minute in 0..<2 {
      _ = try other.append(
        to: SessionNumber(1),
        at: { TemporaryRecord.moment(900 + minute) },
        { _, _ in [try bench.record.draft(.addendum("other"), minutes: 900)] },
        assessing: { _ in .nothing }
      )
    }
    func backUp(_ store: RecordStore) throws {
      _ = try store.backUp(
        to: bench.path("later.vigil"),
        assessing: { _, _ in .nothing },
        verifying: BackupBench.verified,
        progress: { _, _, _ in }
      )
    }
    // Of the two this machine knows the one that was left; another machine copies either.
    #expect(throws: BackupRefusal.self) { try backUp(other) }
    try backUp(.open(at: restored.path, .reading, now: TemporaryRecord.opened))
    guard
      case .another(let witness) =
        try bench.restore("later.vigil", to: "again.vigil", station: station).remembered
    else {
      Issue.record("the two ways were not told apart")
      return
    }
    #expect(witness.number == newest.number + 1)
  }

  @Test func `the machine remembers what it did where a record could not be restored`() throws {
    let bench = try BackupBench()
    try bench.backUp()
    let station = bench.record.store.station
    let keyring = try #require(station.keyring)
    _ = try bench.record.openSession(minutes: 800, with: [.closed])
    let newest = try #require(keyring.witness(of: bench.record.store.recordID))
    let taken = bench.path("restored.vigil")
    #expect(throws: BackupRefusal.fileExists(taken)) {
      // Another file takes the name while the copy is verified.
      try bench.restore(station: station) { store in
        try Data().write(to: URL(fileURLWithPath: taken))
        return try BackupBench.verified(store)
      }
    }
    #expect(keyring.witness(of: bench.record.store.recordID) == newest)
  }

  @Test func `nothing is restored where the machine cannot remember the copy's last seal`() throws {
    let bench = try BackupBench()
    try bench.backUp()
    let keyring = try #require(bench.record.store.station.keyring)
    let witness = "\(keyring.place(of: bench.record.store.recordID))/witness.json"
    // A folder in its place, as root may write anywhere.
    try FileManager.default.removeItem(atPath: witness)
    try FileManager.default.createDirectory(
      atPath: witness + "/in the way",
      withIntermediateDirectories: true
    )
    #expect(throws: BackupRefusal.self) {
      try bench.restore(station: bench.record.store.station)
    }
    #expect(try bench.names() == ["copy.vigil"])
  }

  @Test func `a copy from before the first seal lets the machine forget the ones after it`() throws
  {
    let bench = try BackupBench(sealing: false, sessions: 1)
    try bench.backUp()
    let keyring = Keyring(folder: bench.path("keys"))
    let station = Station(account: "ward", keyring: keyring)
    let sealing = try RecordStore.open(
      at: bench.record.path,
      .writing,
      station: station,
      now: TemporaryRecord.opened
    )
    _ = try sealing.append(
      to: SessionNumber(1),
      at: { TemporaryRecord.moment(900) },
      { _, _ in [try bench.record.draft(.addendum("x"), minutes: 900)] },
      assessing: { _ in .nothing }
    )
    let newest = try #require(keyring.witness(of: sealing.recordID))
    let restored = try bench.restore(station: station)
    #expect(restored.newest == nil)
    #expect(restored.remembered == .more(newest))
    #expect(restored.verification.outcome == .cannotTell)
    #expect(keyring.witness(of: sealing.recordID) == nil)
  }
}
