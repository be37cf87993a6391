import Foundation
import GRDB
package import SessionRecord

/// A copy of a record that is whole and closed, and not yet called anything.
package struct RecordCopy: Hashable {
  /// Of the file.
  package let digest: RecordDigest
  package let sessions: Int
  package let openSessions: Int
  package let entries: Int
  package let commit: Int
  /// When that commit was made; nil of a record without an entry.
  package let recorded: Stamp?
}

extension RecordStore {
  /// Copies the record, while others write to it, into the empty file *part*.
  ///
  /// The copy is as of the moment at which it began. It has every row of the log, the seals and the accesses as it
  /// is, each of which the triggers of the copy let in one after the other; read models are derived again with
  /// *assessing*. What does not follow is refused as damage of the record.
  package func copy(
    into part: PartFile,
    assessing: (Session, [Entry]) throws -> Assessed,
    progress: BackupProgress
  ) throws -> RecordCopy {
    guard version == RecordPragmas.version else { throw BackupRefusal.olderVersion(path) }
    let copy = try CopiedRecord(in: part, of: path)
    let source = PacedReading(self)
    let snapshot = try source.snapshot(path: path)
    let marks = snapshot.marks
    for (table, rows) in snapshot.tables { try copy.take(rows, into: table) }
    try source.eachRun(of: "access", upTo: marks.access) { try copy.take($0, into: "access") }
    try source.eachRun(of: "seal", upTo: marks.seal) { try copy.take($0, into: "seal") }
    try source.eachRun(ofLogUpTo: marks.commit) { rows, commit in
      try copy.take(rows, into: "entry")
      try progress(.copying, commit, marks.commit)
    }
    try copy.derive(assessing: assessing, asSealedBy: source, progress: progress)
    return try copy.finish(part)
  }
}
