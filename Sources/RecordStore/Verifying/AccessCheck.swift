import GRDB
import SessionRecord

/// What an access says of something that was written beside the log.
struct BindingAccess: Hashable, Sendable {
  let number: Int
  let act: Int
  let subject: [UInt8]?
  let digest: HashBytes?
  let at: Int
}

/// Follows the chain of accesses.
struct AccessCheck {
  /// The record's id.
  let record: [UInt8]
  let version: Int
  let connections: ReadingConnections
  private(set) var hashes: [Int: HashBytes] = [:]
  private(set) var findings = Findings()
  private(set) var count = 0

  init(record: [UInt8], version: Int, connections: ReadingConnections) {
    self.record = record
    self.version = version
    self.connections = connections
  }

  mutating func look(upTo newest: Int) {
    var buffer = DigestBuffer()
    buffer.begin(with: Array("vigil.accesses.v1".utf8) + [0])
    record.withUnsafeBytes { buffer.column(.blob($0)) }
    var chain = ChainCheck(buffer.digest)
    var form = 1
    var after = 0
    var isLast = false
    while !isLast {
      var rows = 0
      do {
        try connections.read { database in
          try database.eachStored(AccessCheck.statement(version), [after, newest]) { row in
            rows += 1
            let number = row.integer(0) ?? 0
            let said = row.integer(1) ?? 2
            let computed = buffer.digest(ofAccess: row, form: said)
            chain.take(number, prev: row.hash(9), computed: computed, stored: row.hash(10))
            if said < form { findings.add(.access(number), .formOlder) }
            form = said
            hashes[number] = computed
            after = number
          }
        }
      } catch {
        findings.add(.accesses, VerificationFault(error))
        break
      }
      isLast = rows < AccessCheck.rowsAtOnce
    }
    let connections = connections
    // Numbers below 1 stand before the first, and lie in no chain.
    findings.look(at: .accesses) { findings in
      let stray = try connections.read {
        try $0.storedInteger("SELECT count(*) FROM access WHERE number < 1")
      }
      if stray > 0 { findings.add(.accesses, .misplaced) }
    }
    if let (number, fault) = chain.broken { findings.add(.access(number), fault) }
    count = chain.rows
  }

  private static let rowsAtOnce = 20_000

  static func statement(_ version: Int) -> String {
    """
    SELECT \(version == 1 ? AccessRow.firstColumns : AccessRow.columns) FROM access
    WHERE number > ? AND number <= ? ORDER BY number LIMIT \(rowsAtOnce)
    """
  }
}

extension DigestBuffer {
  /// SHA-256 over every column of a row of `AccessRow.columns` but the hash itself.
  mutating func digest(ofAccess row: StoredColumns, form: Int) -> HashBytes? {
    switch form {
    case 1: begin(with: DigestBuffer.firstAccessDomain)
    case 2: begin(with: DigestBuffer.accessDomain)
    // No hash is made so: it is none of what the row says.
    default: begin(with: Array("vigil.access.v\(form)".utf8) + [0])
    }
    column(row[0])
    columns(row, 2..<5)
    if form != 1 { column(row[5]) }
    columns(row, 6..<8)
    if form != 1 { column(row[8]) }
    column(row[9])
    return digest
  }

  private static let firstAccessDomain = Array("vigil.access.v1".utf8) + [0]
  private static let accessDomain = Array("vigil.access.v2".utf8) + [0]
}
