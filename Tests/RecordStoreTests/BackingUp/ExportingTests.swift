import Foundation
import SessionRecord
import Testing

@testable import RecordStore

@Suite("Exported records")
struct ExportingTests {
  @Test func `every row comes once, stream by stream, and is counted before and after`() throws {
    let bench = try BackupBench()
    let lines = try exported(bench, withIdentities: true)
    guard case .head(let head)? = lines.first, case .end(let counts)? = lines.last else {
      Issue.record("no head, or no end")
      return
    }
    #expect(head.counts == counts)
    #expect(head.record == bench.record.store.recordID)
    #expect(head.hasIdentities)
    #expect(counts.sessions == 3)
    #expect(counts.courses == 1)
    let stored = try BackupBench.rows(at: bench.record.path)
    var rows: [String: [ExportedRow]] = [:]
    for case .row(let row) in lines { rows[row.table.rawValue, default: []].append(row) }
    for table in ExportedTable.allCases {
      let name = table.rawValue
      #expect(rows[name]?.count == stored[name]?.count, "\(name)")
      #expect(counts[table] == stored[name]?.count, "\(name)")
      #expect(rows[name]?.first?.columns.map(\.name) == RecordColumns.of[name], "\(name)")
    }
    #expect(rows["entry"]?.allSatisfy { $0.content != nil } == true)
    #expect(head.newestSeal?.number == stored["seal"]?.count)
    let seal = try #require(try bench.record.store.newestSeal())
    #expect(head.newestSeal?.hash == seal.hash)
  }

  @Test func `who a patient is stays out of it unless it is asked for`() throws {
    let bench = try BackupBench(sessions: 1)
    for (identities, known) in [(false, 4), (true, 11)] {
      let patients = try exported(bench, withIdentities: identities).compactMap { line in
        if case .row(let row) = line, row.table == .patient { row } else { nil }
      }
      #expect(patients.count == 2)
      for patient in patients {
        #expect(patient.columns.count == known)
        #expect((patient["salt"] != nil) == identities)
        #expect(patient["commitment"] != nil)
      }
    }
  }

  @Test func `it is as of one moment, whatever is written meanwhile, and the same twice`() throws {
    let bench = try BackupBench()
    let before = try exported(bench, withIdentities: true)
    var lines: [ExportedLine] = []
    try bench.record.store.export(withIdentities: true) { line in
      if lines.count < 3 { try bench.addToCourse("meanwhile") }
      lines.append(line)
    }
    #expect(lines == before)
    #expect(try exported(bench, withIdentities: true) != before)
  }

  private func exported(
    _ bench: BackupBench,
    withIdentities identities: Bool
  ) throws -> [ExportedLine] {
    var lines: [ExportedLine] = []
    try bench.record.store.export(withIdentities: identities) { lines.append($0) }
    return lines
  }
}
