import Foundation
package import SessionRecord

/// A line of an exported record: one JSON object, as schemas/export-record-v1.json says it.
///
/// `stored` is the row as it is stored, under the names of the record's tables, bytes as hexadecimal digits: from it
/// every hash can be computed again. `says` is the same to be read.
package struct ExportedLineJSON {
  private let line: ExportedLine

  package init(_ line: ExportedLine) { self.line = line }

  /// Without a line end; *digest* is SHA-256 of everything before the last line, and stands in that one.
  package func text(digest: RecordDigest? = nil) -> String {
    switch line {
    case .head(let head): ExportedLineJSON.head(head).line
    case .row(let row): ExportedLineJSON.row(row).line
    case .end(let counts):
      JSONValue.object([
        "line": .string("end"), "counts": ExportedLineJSON.counts(counts),
        "digest": .optional(digest?.description),
      ]).line
    }
  }

  package static let schema = "vigil/export-record/1"

  private static func head(_ head: ExportHead) -> JSONValue {
    .object([
      "line": .string("record"), "schema": .string(schema),
      "formatVersion": .integer(head.version),
      "record": .string(head.record.uuidString),
      "purpose": .string(purpose(head.purpose)), "purposeStored": .integer(number(head.purpose)),
      "made": .string(Stamp(head.made, offsetMinutes: 0).rfc3339),
      "madeStored": .integer(head.made.milliseconds),
      "commit": .integer(head.commit),
      "newestSeal": position(head.newestSeal), "newestAccess": position(head.newestAccess),
      "identities": .bool(head.hasIdentities), "counts": counts(head.counts),
    ])
  }

  private static func position(_ position: ExportHead.Position?) -> JSONValue {
    guard let position else { return .null }
    return .object([
      "number": .integer(position.number), "hash": .string(position.hash.description),
    ])
  }

  private static func counts(_ counts: ExportCounts) -> JSONValue {
    .object([
      "protocols": .integer(counts[.protocolText]), "adoptions": .integer(counts[.adoption]),
      "clinics": .integer(counts[.clinic]), "clinicians": .integer(counts[.clinician]),
      "patients": .integer(counts[.patient]), "sessions": .integer(counts.sessions),
      "courses": .integer(counts.courses), "entries": .integer(counts[.entry]),
      "seals": .integer(counts[.seal]), "accesses": .integer(counts[.access]),
    ])
  }

  private static func purpose(_ purpose: RecordPurpose) -> String {
    switch purpose {
    case .clinic: "clinic"
    case .training: "training"
    case .demonstration: "demonstration"
    }
  }

  /// As docs/record-format.md numbers it.
  private static func number(_ purpose: RecordPurpose) -> Int {
    switch purpose {
    case .clinic: 1
    case .training: 2
    case .demonstration: 3
    }
  }
}

extension ExportedLineJSON {
  private static func row(_ row: ExportedRow) -> JSONValue {
    var stored: [String: JSONValue] = [:]
    for column in row.columns { stored[column.name] = value(column.value) }
    var members: [String: JSONValue] = ["line": .string(row.table.rawValue)]
    switch row.table {
    case .protocolText:
      // A text that is no UTF-8 is there as its digits alone.
      members["text"] = .optional(row.text)
      if row.text != nil { stored["text"] = nil }
    case .entry: members["says"] = entry(row)
    case .seal: members["says"] = said(row, ["head", "key-begins", "key-follows", "key-lost"])
    case .access: members["says"] = said(row, accessActs)
    case .adoption, .clinic, .clinician, .patient: break
    }
    members["stored"] = .object(stored)
    return .object(members)
  }

  private static func value(_ value: ExportedRow.Value) -> JSONValue {
    switch value {
    case .null: .null
    case .integer(let number): .integer(number)
    case .text(let text): .string(text)
    case .bytes(let bytes): .string(digits(bytes))
    }
  }

  private static func entry(_ row: ExportedRow) -> JSONValue {
    .object([
      "observed": time(row, "observed_ms", "observed_offset"),
      "recorded": time(row, "recorded_ms", "recorded_offset"),
      "content": row.content.map(StoredContentJSON.value) ?? .null,
    ])
  }

  private static func said(_ row: ExportedRow, _ acts: [String]) -> JSONValue {
    var act: String?
    if case .integer(let number)? = row["act"], acts.indices.contains(number - 1) {
      act = acts[number - 1]
    }
    return .object(["act": .optional(act), "at": time(row, "at_ms", "at_offset")])
  }

  /// By their numbers, from 1.
  private static let accessActs = [
    "printed", "exported", "verified", "backed-up", "restored", "erased", "patient-added",
    "contact-set", "protocol-kept", "protocol-adopted", "clinic-set", "clinician-set",
    "carried-over",
  ]

  /// Null also where the columns hold what no calendar shows: they stand beside as they are.
  private static func time(_ row: ExportedRow, _ name: String, _ offset: String) -> JSONValue {
    guard case .integer(let milliseconds)? = row[name], case .integer(let minutes)? = row[offset]
    else { return .null }
    return .optional(Stamp(milliseconds: milliseconds, offset: minutes)?.rfc3339)
  }

  private static func digits(_ bytes: [UInt8]) -> String {
    let letters = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [letters[Int($0 >> 4)], letters[Int($0 & 15)]] },
      as: UTF8.self
    )
  }
}

extension ExportedRow {
  /// The text of a protocol, where it is UTF-8.
  fileprivate var text: String? {
    guard case .bytes(let bytes)? = self["text"] else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }
}
