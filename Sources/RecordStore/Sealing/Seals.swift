import GRDB
package import SessionRecord

extension RecordStore {
  /// All of them, in order; none in a record of version 1.
  package func seals() throws -> [Seal] {
    guard version > 1 else { return [] }
    return try reading { try $0.sealRows("", []) }.map { try sealed($0) }
  }

  /// Those over heads of one stream, in order.
  package func seals(of stream: EntryStream) throws -> [Seal] {
    guard version > 1 else { return [] }
    let (kind, key) = stream.columns
    return try reading {
      try $0.sealRows(RecordStore.sealsOfStream, [kind, key])
    }.map { try sealed($0) }
  }

  package func newestSeal() throws -> Seal? {
    guard version > 1 else { return nil }
    return try reading { try $0.newestSealRow() }.map { try sealed($0) }
  }

  /// Which keys may sign now.
  package func keysInUse() throws -> [KeyInUse] {
    guard version > 1 else { return [] }
    return try sayingWhy(path, .reading) { try reading { try $0.keysInUse() }.keys }
  }

  private func sealed(_ row: SealRow) throws -> Seal {
    try sayingWhy(path, .reading) { try row.seal() }
  }

  static let sealsOfStream = "WHERE act = 1 AND stream_kind = ? AND stream_key = ?"
}

extension Database {
  func sealRows(_ condition: String, _ arguments: StatementArguments) throws -> [SealRow] {
    try rows("SELECT \(SealRow.columns) FROM seal \(condition) ORDER BY number", arguments) {
      try SealRow($0)
    }
  }

  func newestSealRow() throws -> SealRow? {
    try firstRow("SELECT \(SealRow.columns) FROM seal ORDER BY number DESC LIMIT 1") {
      try SealRow($0)
    }
  }

  /// Of the seals that are about keys alone; signatures are not checked here.
  func keysInUse() throws -> KeysInUse {
    var keys = KeysInUse()
    for row in try sealRows("WHERE act > 1", []) { _ = keys.take(try row.seal()) }
    return keys
  }
}
