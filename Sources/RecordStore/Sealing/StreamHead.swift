import GRDB
package import SessionRecord

/// A stream's last entry: its number, its hash, and when it was recorded.
package struct StreamHead: Hashable, Sendable {
  package let entry: EntryNumber
  package let hash: RecordDigest
  package let recorded: Stamp
}

extension RecordStore {
  /// As it is now, in one reading; nil where nothing is entered in the stream.
  package func head(of stream: EntryStream) throws -> StreamHead? {
    let (kind, key) = stream.columns
    return try reading { database in
      try database.firstRow(
        """
        SELECT number, hash, recorded_ms, recorded_offset FROM entry
        WHERE stream_kind = ? AND stream_key = ? ORDER BY number DESC LIMIT 1
        """,
        [kind, key]
      ) { row in
        guard let hash = RecordDigest(bytes: try row.bytes(1)),
          let recorded = Stamp(milliseconds: try row.integer(2), offset: try row.integer(3))
        else { throw UnexpectedColumn() }
        return StreamHead(entry: EntryNumber(try row.integer(0)), hash: hash, recorded: recorded)
      }
    }
  }
}
