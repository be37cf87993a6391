import GRDB
import SessionRecord

/// A row of the chain of seals as it was looked at by itself: what it says, and what was computed of it.
struct LookedAtSeal: Sendable {
  let number: Int
  let prev: HashBytes?
  /// Of its statement and its signature.
  let computed: HashBytes?
  let stored: HashBytes?
  /// Nil where the row cannot be a seal.
  let seal: Seal?
  let commit: Int
  let access: Int
  let accessHash: HashBytes?
  /// Nil where it was not looked at.
  let isSigned: Bool?

  var stream: EntryStream? {
    guard case .head(let stream, _, _, _)? = seal?.act else { return nil }
    return stream
  }
}

/// Reads the chain of seals and checks each signature, on every core.
struct SealCheck {
  /// The record's id.
  let record: [UInt8]
  let connections: ReadingConnections
  /// The only stream whose seals' signatures are looked at; nil for all.
  ///
  /// Those of seals that are about keys are looked at always.
  let only: EntryStream?

  /// The rows of these numbers, by number, and what could not be read of them.
  func look(
    at numbers: ClosedRange<Int>
  ) -> (seals: [LookedAtSeal], findings: [VerificationFinding]) {
    var rows: [Row] = []
    var findings = Findings()
    findings.look(at: .seals) { _ in
      rows = try connections.read { database in
        var rows: [Row] = []
        var buffer = DigestBuffer()
        try database.eachStored(
          SealCheck.statement,
          [numbers.lowerBound, numbers.upperBound]
        ) { rows.append(Row($0, in: record, &buffer)) }
        return rows
      }
    }
    return (rows.map(looked), findings.all)
  }

  private func looked(at row: Row) -> LookedAtSeal {
    let seal = try? row.seal?.seal()
    var stream: EntryStream?
    if case .head(let over, _, _, _)? = seal?.act { stream = over }
    let isWanted = only == nil || stream == nil || stream == only
    var isSigned: Bool?
    if isWanted {
      isSigned =
        row.statement.map { statement in
          VerifyingKey(row.publicKey)?.verifies(row.signature, of: statement.array) ?? false
        } ?? false
    }
    return LookedAtSeal(
      number: row.number,
      prev: row.prev,
      computed: row.computed,
      stored: row.stored,
      seal: seal,
      commit: row.commit,
      access: row.access,
      accessHash: row.accessHash,
      isSigned: isSigned
    )
  }

  /// A row as it was read, to be looked at once nothing is held.
  private struct Row {
    let number: Int
    let statement: HashBytes?
    let publicKey: [UInt8]
    let signature: [UInt8]
    let prev: HashBytes?
    let computed: HashBytes?
    let stored: HashBytes?
    let commit: Int
    let access: Int
    let accessHash: HashBytes?
    let seal: SealRow?

    init(_ row: StoredColumns, in record: [UInt8], _ buffer: inout DigestBuffer) {
      number = row.integer(0) ?? 0
      statement = buffer.statement(ofSeal: row, in: record)
      publicKey = row.blob(17) ?? []
      signature = row.blob(19) ?? []
      prev = row.hash(18)
      computed = statement.flatMap { buffer.hash(ofSeal: row, stating: $0) }
      stored = row.hash(20)
      commit = row.integer(12) ?? 0
      access = row.integer(13) ?? 0
      accessHash = row.hash(14)
      seal = SealRow(row)
    }
  }

  static let statement = """
    SELECT \(SealRow.columns) FROM seal WHERE number BETWEEN ? AND ? ORDER BY number
    """
}

extension SealRow {
  /// Nil where a column holds what it cannot hold.
  init?(_ row: StoredColumns) {
    guard let number = row.integer(0), let act = row.integer(1), let enteredAs = row.text(9),
      let account = row.integer(10), let commit = row.integer(12), let access = row.integer(13),
      let at = row.integer(15), let offset = row.integer(16), let key = row.blob(17),
      let prev = row.blob(18), let signature = row.blob(19), let hash = row.blob(20)
    else { return nil }
    for place in [8, 11] where !row.isNull(place) && row.text(place) == nil { return nil }
    for place in [5, 6, 7, 14] where !row.isNull(place) && row.blob(place) == nil { return nil }
    for place in [2, 4] where !row.isNull(place) && row.integer(place) == nil { return nil }
    self.init(
      number: number,
      act: act,
      streamKind: row.integer(2),
      streamKey: row.integer(3)?.databaseValue ?? row.text(3)?.databaseValue ?? .null,
      entry: row.integer(4),
      head: row.blob(5),
      derived: row.blob(6),
      subject: row.blob(7),
      owner: row.text(8),
      enteredAs: enteredAs,
      account: account,
      remark: row.text(11),
      commit: commit,
      accessNumber: access,
      accessHash: row.blob(14),
      at: at,
      offset: offset,
      publicKey: key,
      prev: prev,
      signature: signature,
      hash: hash
    )
  }
}

extension DigestBuffer {
  /// What a row of `SealRow.columns` says: over every column but the signature and the hash.
  mutating func statement(ofSeal row: StoredColumns, in record: [UInt8]) -> HashBytes? {
    begin(with: DigestBuffer.sealDomain)
    record.withUnsafeBytes { column(.blob($0)) }
    columns(row, 0..<2)
    code(row[2])
    columns(row, 3..<19)
    return digest
  }

  mutating func hash(ofSeal row: StoredColumns, stating statement: HashBytes) -> HashBytes? {
    begin(with: DigestBuffer.sealedDomain)
    statement.withBytes { column(.blob($0)) }
    column(row[19])
    return digest
  }

  private static let sealDomain = Array("vigil.seal.v1".utf8) + [0]
  private static let sealedDomain = Array("vigil.sealed.v1".utf8) + [0]
}
