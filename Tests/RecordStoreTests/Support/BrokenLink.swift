import SessionRecord

@testable import RecordStore

extension RecordStore {
  /// The first entry of a stream that does not link to the ones before it; nil where the chain holds.
  ///
  /// Links are checked against hashes that are computed here, never against stored ones.
  func brokenLink(in stream: EntryStream) throws -> EntryNumber? {
    let rows = try logRows(of: stream)
    var prev = stream.genesis(in: recordID)
    for (place, row) in rows.enumerated() {
      let digest = row.digest
      guard row.number == place + 1, row.prev == prev, row.hash == digest else {
        return EntryNumber(place + 1)
      }
      prev = digest
    }
    return nil
  }
}
