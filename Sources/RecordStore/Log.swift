import Foundation
import GRDB
package import SessionRecord

extension RecordStore {
  /// Every entry of a session in order, decoded from the log; empty where there is no such session.
  ///
  /// All are by the clock as it was at the last of them.
  package func entries(of session: SessionNumber) throws -> [Entry] {
    try logRows(of: .session(session)).map { try $0.entry() }.onOneClock()
  }

  /// Which of these ids are in the record already.
  package func knownIDs(_ ids: [EntryID]) throws -> Set<EntryID> {
    try reading { database in
      try ids.reduce(into: Set()) { known, id in
        if try database.place(of: id) != nil { known.insert(id) }
      }
    }
  }

  /// Where an entry is; nil where the id is not in the record.
  package func number(of id: EntryID) throws -> (EntryStream, EntryNumber)? {
    try reading { try $0.place(of: id) }
  }

  func logRows(of stream: EntryStream) throws -> [LogRow] {
    try reading { try $0.logRows(of: stream) }
  }

  /// One short read; what it finds is decoded afterwards, so that nothing is held meanwhile.
  ///
  /// Where another program crashed since the record was opened, what it left is undone first.
  func reading<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try sayingWhy(path, .reading) {
      do {
        return try queue.inDatabase(body)
      } catch let error as DatabaseError where error.leftUnfinished {
        try RecordStore.undoUnfinished(path)
        return try queue.inDatabase(body)
      }
    }
  }
}

extension Database {
  func logRows(of stream: EntryStream) throws -> [LogRow] {
    let (kind, key) = stream.columns
    return try rows(
      """
      SELECT \(LogRow.columns) FROM entry
      WHERE stream_kind = ? AND stream_key = ? ORDER BY number
      """,
      [kind, key]
    ) { try LogRow($0, in: stream) }
  }

  func place(of id: EntryID) throws -> (EntryStream, EntryNumber)? {
    try firstRow(
      "SELECT stream_kind, stream_key, number FROM entry WHERE id = ?",
      [Data(id.uuid.bytes)]
    ) { row in
      let stream: EntryStream
      if try row.integer(0) == 1 {
        stream = .session(SessionNumber(try row.integer(1)))
      } else if let patient = try? PatientCode(try row.text(1)) {
        stream = .course(patient)
      } else {
        throw UnexpectedColumn()
      }
      return (stream, EntryNumber(try row.integer(2)))
    }
  }
}
