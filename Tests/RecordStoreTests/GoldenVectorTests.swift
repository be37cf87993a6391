import Foundation
import SessionRecord
import Testing

@testable import RecordStore

/// The encoding and the chain, pinned in `schemas/vectors/entry-v1.json`.
///
/// The file is made anew only with `UPDATE_VECTORS=1`, which a released encoding never needs;
/// `scripts/check-vectors.py` recomputes it without this code.
@Suite("Golden vectors")
struct GoldenVectorTests {
  private static let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("schemas/vectors/entry-v1.json")

  private func rows() throws -> [LogRow] {
    var heads: [EntryStream: [UInt8]] = [:]
    return try vectorEntries().map { entry in
      let prev = heads[entry.stream] ?? entry.stream.genesis(in: entry.record)
      let row = LogRow(entry, prev: prev)
      heads[entry.stream] = row.hash
      return row
    }
  }

  private func document() throws -> Data {
    let cases = zip(try vectorEntries(), try rows()).map { entry, row in
      vector(entry, row)
    }
    var text = try JSONSerialization.data(
      withJSONObject: ["format": "vigil.vectors.entry.v1", "cases": cases],
      options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    )
    text.append(0x0A)
    return text
  }

  private func vector(_ entry: Entry, _ row: LogRow) -> [String: Any] {
    let stream: [String: Any] =
      switch entry.stream {
      case .session(let number): ["kind": "session", "key": number.value]
      case .course(let patient): ["kind": "course", "key": patient.text]
      }
    let source =
      switch entry.source {
      case .typed: "typed"
      case .imported: "imported"
      case .device: "device"
      case .page: "page"
      case .paper: "paper"
      case .copy: "copy"
      }
    return [
      "stream": stream, "number": row.number, "id": entry.id.uuid.uuidString,
      "record": entry.record.uuidString, "commit": row.commit,
      "observed": fields(of: entry.observed), "recorded": fields(of: entry.recorded),
      "monotonicNs": row.monotonic, "boot": orNull(entry.monotonic.boot?.uuidString),
      "author": row.author, "observer": orNull(row.observer), "source": source,
      "device": orNull(row.device), "document": orNull(row.document), "room": orNull(row.room),
      "kind": entry.content.kind.rawValue, "encoding": row.encoding,
      "content": fields(of: entry.content), "body": hex(row.body), "prev": hex(row.prev),
      "hash": hex(row.hash),
    ]
  }

  @Test func `say what the encoding and the chain give today`() throws {
    let made = try document()
    if ProcessInfo.processInfo.environment["UPDATE_VECTORS"] == "1" {
      try made.write(to: GoldenVectorTests.file)
    }
    let kept = try Data(contentsOf: GoldenVectorTests.file)
    let parsed = { (data: Data) in
      try JSONSerialization.jsonObject(with: data) as? NSDictionary
    }
    let lines = { (data: Data) in String(decoding: data, as: UTF8.self).split(separator: "\n") }
    let difference = zip(lines(kept), lines(made)).first { $0 != $1 }
    #expect(try parsed(kept) == parsed(made), "first difference: \(String(describing: difference))")
    #expect(try parsed(kept) != nil)
  }

  @Test func `are read back to the entries that they were made of`() throws {
    let entries = try vectorEntries()
    #expect(try rows().map { try $0.entry() } == entries)
    #expect(Set(entries.map(\.content.kind)) == Set(EntryKind.allCases))
  }

  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { (String($0 >> 4, radix: 16)) + String($0 & 15, radix: 16) }.joined()
  }
}
