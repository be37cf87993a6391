import GRDB
import SessionRecord

extension RecordStore {
  /// Writes drafts to the end of a stream, numbered and chained, as one commit of the record.
  ///
  /// *count* entries are there already; *lastHash* is that of the last of them. Within a transaction
  /// that is held for writing.
  func chain(
    _ drafts: [Draft],
    to stream: EntryStream,
    after count: Int,
    lastHash: [UInt8]?,
    at moment: CommitMoment,
    _ database: Database
  ) throws -> [Entry] {
    let commit = try database.nextCommit()
    var prev = lastHash ?? stream.genesis(in: recordID)
    var new: [Entry] = []
    for draft in drafts {
      let entry = Entry(
        draft,
        stream: stream,
        number: EntryNumber(count + new.count + 1),
        commit: commit,
        recorded: moment.recorded,
        monotonic: moment.monotonic,
        record: recordID
      )
      let row = LogRow(entry, prev: prev)
      // What could not be read back is refused while it can still be typed another way.
      guard (try? row.entry()) == entry else {
        throw RecordRefusal.notStorable(what: draft.content.kind.rawValue)
      }
      do {
        try row.insert(into: database)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
        try refuseKnown(draft.id, among: new, database)
        throw error
      }
      prev = row.hash
      new.append(entry)
    }
    return new
  }

  private func refuseKnown(_ id: EntryID, among new: [Entry], _ database: Database) throws {
    if new.contains(where: { $0.id == id }) { throw RecordRefusal.sameIDTwice(id) }
    if let (stream, number) = try database.place(of: id) {
      throw RecordRefusal.alreadySaved(id, stream, number)
    }
  }
}

extension Database {
  fileprivate func nextCommit() throws -> CommitNumber {
    let last = try firstRow("SELECT max(commit_number) FROM entry") { try $0.optionalInteger(0) }
    return CommitNumber(try following(last ?? nil))
  }
}
