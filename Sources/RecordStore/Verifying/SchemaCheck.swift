import Crypto
import GRDB
import SessionRecord

/// One object of a schema, by what it is and what it is called.
struct SchemaObject: Hashable {
  let type: [UInt8]
  let name: [UInt8]
  /// Its values as they are digested.
  let columns: [UInt8]

  /// As a person reads it: `trigger entry_follows`.
  var said: String {
    "\(String(decoding: type, as: UTF8.self)) \(String(decoding: name, as: UTF8.self))"
  }

  fileprivate func precedes(_ other: SchemaObject) -> Bool {
    type == other.type
      ? name.lexicographicallyPrecedes(other.name) : type.lexicographicallyPrecedes(other.type)
  }
}

/// The objects of a record's schema, by type and name; those of SQLite's own are apart.
struct StoredSchema {
  private(set) var objects: [SchemaObject] = []
  /// Indexes and the like that SQLite made by itself, of which a record has none.
  private(set) var unexpected: [String] = []

  init(_ database: Database) throws {
    try database.eachStored("SELECT type, name, tbl_name, sql FROM sqlite_schema") { row in
      var buffer = DigestBuffer()
      buffer.columns(row, 0..<4)
      let type = row[0].bytes
      let name = row[1].bytes
      let object = SchemaObject(type: type, name: name, columns: buffer.written)
      if name.starts(with: "sqlite_".utf8) {
        if row.isNull(3) || !type.elementsEqual("table".utf8) { unexpected.append(object.said) }
      } else {
        objects.append(object)
      }
    }
    objects.sort { $0.precedes($1) }
  }

  var fingerprint: [UInt8] {
    var buffer = DigestBuffer()
    buffer.begin(with: Array("vigil.schema.v1".utf8) + [0])
    for object in objects { buffer.append(object.columns) }
    return buffer.digest?.array ?? []
  }

  /// As docs/record-format.md says them, by version.
  static let fingerprints: [Int: String] = [
    1: "b44711ba42280348a35640714a0e80c3e4dccd870901f742d546410a32515fa2",
    2: "97d02d712a1389914f3ea032c9d8abb0260c63fd5646bd64159eca67f60df1f7",
  ]

  func isThat(of version: Int) -> Bool {
    unexpected.isEmpty && Hexadecimal.text(fingerprint) == StoredSchema.fingerprints[version]
  }

  /// What is otherwise than in a version's own, object by object; empty where all is as it has to be.
  func findings(for version: Int) -> [VerificationFinding] {
    var findings = Findings()
    for name in unexpected { findings.add(.schemaObject(name), .objectUnknown) }
    if Hexadecimal.text(fingerprint) != StoredSchema.fingerprints[version] {
      let expected = StoredSchema.own(of: version)
      if let expected {
        let known = Dictionary(
          objects.map { (Named($0), $0) },
          uniquingKeysWith: { first, _ in first }
        )
        let wanted = Set(expected.objects.map(Named.init))
        for object in expected.objects {
          let found = known[Named(object)]
          if found == nil { findings.add(.schemaObject(object.said), .objectMissing) }
          if let found, found != object { findings.add(.schemaObject(object.said), .objectOther) }
        }
        for object in objects where !wanted.contains(Named(object)) {
          findings.add(.schemaObject(object.said), .objectUnknown)
        }
      }
      // Whatever the comparison found, the fingerprint is another.
      if findings.all.isEmpty { findings.add(.schemaObject("the schema"), .objectOther) }
    }
    return findings.all
  }

  private struct Named: Hashable {
    let type: [UInt8]
    let name: [UInt8]

    init(_ object: SchemaObject) {
      type = object.type
      name = object.name
    }
  }

  /// Made of the version's own text; nil where this Vigil no longer carries it.
  private static func own(of version: Int) -> StoredSchema? {
    guard version == RecordPragmas.version else { return nil }
    return try? EmptyRecord.make().read { try StoredSchema($0) }
  }
}

/// The tables of a record in memory, with nothing in them.
enum EmptyRecord {
  static func make() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(configuration: configuration)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: String(decoding: PackageResources.record_v2_sql, as: UTF8.self))
    }
    return queue
  }
}

extension StoredColumns.Column {
  /// Of a text or a BLOB; empty of anything else.
  var bytes: [UInt8] {
    switch self {
    case .text(let bytes), .blob(let bytes): Array(bytes)
    case .null, .integer, .real: []
    }
  }
}
