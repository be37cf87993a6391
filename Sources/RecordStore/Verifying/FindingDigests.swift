import GRDB
package import SessionRecord

extension RecordStore {
  /// Where a digest that was expected stands: the hash of an entry of that stream, or, in the whole record, of
  /// any entry or seal; nil where it is none of them.
  ///
  /// What is stored is looked at; whether it is what was computed, `verify` says.
  package func find(
    _ digest: ExpectedDigest,
    in scope: VerificationScope
  ) throws -> DigestPlace? {
    let connections = ReadingConnections(path: path)
    return try sayingWhy(path, .reading) {
      switch scope {
      case .stream(let stream): return try connections.find(digest, in: stream)
      case .record:
        for kind in [1, 2] {
          if let found = try connections.find(digest, inStreamsOf: kind) { return found }
        }
        return version > 1 ? try connections.find(sealOf: digest) : nil
      }
    }
  }
}

extension ReadingConnections {
  fileprivate func find(_ digest: ExpectedDigest, in stream: EntryStream) throws -> DigestPlace? {
    let (kind, key) = stream.columns
    var after = 0
    while true {
      let (found, last, rows) = try read { database in
        var found: Int?
        var last = after
        var rows = 0
        try database.eachStored(HashQuestion.ofStream, [kind, key, after]) { row in
          rows += 1
          last = row.integer(0) ?? last
          if found == nil, digest.isBeginning(of: row[1]) { found = row.integer(0) }
        }
        return (found, last, rows)
      }
      if let found { return try place(found, of: stream) }
      guard rows == HashQuestion.rowsAtOnce, last > after else { return nil }
      after = last
    }
  }

  fileprivate func find(
    _ digest: ExpectedDigest,
    inStreamsOf kind: Int
  ) throws -> DigestPlace? {
    var key = Int.min.databaseValue
    var after = Int.max
    while true {
      var found: (EntryStream, Int)?
      var rows = 0
      var next: (DatabaseValue, Int)?
      try read { database in
        try database.eachStored(HashQuestion.ofKind, [kind, key, after]) { row in
          rows += 1
          if found == nil, digest.isBeginning(of: row[1]), let number = row.integer(0),
            let stream = row.stream(2, of: kind)
          {
            found = (stream, number)
          }
          if rows == HashQuestion.rowsAtOnce {
            next = (
              row.integer(2)?.databaseValue ?? (row.text(2) ?? "").databaseValue,
              row.integer(0) ?? 0
            )
          }
        }
      }
      if let (stream, number) = found { return try place(number, of: stream) }
      guard let next, next.0 != key || next.1 > after else { return nil }
      (key, after) = next
    }
  }

  fileprivate func find(sealOf digest: ExpectedDigest) throws -> DigestPlace? {
    try read { database in
      var found: (number: Int, at: Stamp?)?
      var last = 0
      try database.eachStored(HashQuestion.ofSeals) { row in
        last = row.integer(0) ?? last
        guard found == nil, digest.isBeginning(of: row[1]), let number = row.integer(0) else {
          return
        }
        found = (number, row.stamp(2))
      }
      return found.map { .seal($0.number, at: $0.at, after: last &- $0.number) }
    }
  }

  private func place(_ number: Int, of stream: EntryStream) throws -> DigestPlace {
    let (kind, key) = stream.columns
    return try read { database in
      let head = try database.head(of: stream)
      let recorded = try database.firstStored(HashQuestion.recorded, [kind, key, number]) {
        $0.stamp(0)
      }
      return .entry(
        stream,
        EntryNumber(number),
        recorded: recorded ?? nil,
        after: (head?.entry ?? number) &- number
      )
    }
  }
}

/// What is asked of the hashes that are stored.
enum HashQuestion {
  static let rowsAtOnce = 50_000

  static let ofStream = """
    SELECT number, hash FROM entry WHERE stream_kind = ? AND stream_key = ? AND number > ?
    ORDER BY number LIMIT \(rowsAtOnce)
    """
  static let ofKind = """
    SELECT number, hash, stream_key FROM entry
    WHERE stream_kind = ? AND (stream_key, number) > (?, ?)
    ORDER BY stream_key, number LIMIT \(rowsAtOnce)
    """
  static let ofSeals = "SELECT number, hash, at_ms, at_offset FROM seal ORDER BY number"
  static let recorded = """
    SELECT recorded_ms, recorded_offset FROM entry
    WHERE stream_kind = ? AND stream_key = ? AND number = ?
    """
}

extension StoredColumns {
  /// Of two columns; nil where they hold none.
  fileprivate func stamp(_ place: Int) -> Stamp? {
    guard let at = integer(place), let offset = integer(place + 1) else { return nil }
    return Stamp(milliseconds: at, offset: offset)
  }

  fileprivate func stream(_ place: Int, of kind: Int) -> EntryStream? {
    if kind == 1 { return integer(place).map { .session(SessionNumber($0)) } }
    return text(place).flatMap { try? PatientCode($0) }.map { .course($0) }
  }
}

extension ExpectedDigest {
  fileprivate func isBeginning(of column: StoredColumns.Column) -> Bool {
    guard case .blob(let bytes) = column, bytes.count == 32 else { return false }
    // Digit by digit: they may end within a byte.
    for (place, digit) in digits.utf8.enumerated() {
      let byte = bytes[place / 2]
      let half = place.isMultiple(of: 2) ? byte >> 4 : byte & 15
      guard digit == ExpectedDigest.letters[Int(half)] else { return false }
    }
    return true
  }

  private static let letters = Array("0123456789abcdef".utf8)
}
