import GRDB
package import SessionRecord

extension RecordStore {
  /// Adds an access to the log of them, also where this connection only reads: on one of its own.
  ///
  /// Refused where the record cannot be written; a record of an older version is never carried over for it.
  package func logApart(_ access: Access) throws {
    guard queue.configuration.readonly else { return try log(access) }
    guard version == RecordPragmas.version, RecordFile(path: path).canWrite else {
      throw RecordRefusal.notWritable(path: path)
    }
    try RecordStore.open(at: path, .writing, station: station, now: access.at.instant).log(access)
  }
}
