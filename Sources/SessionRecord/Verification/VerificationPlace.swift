/// Where in a record something was found.
package enum VerificationPlace: Hashable, Sendable {
  /// The file as a whole, as SQLite reads it.
  case file
  /// What the file or a connection to it is set to, by its name.
  case setting(String)
  /// A table, index or trigger, as `trigger entry_follows`.
  case schemaObject(String)
  /// The row that says which record this is.
  case record
  /// The log as a whole.
  case log
  case stream(EntryStream)
  case entry(EntryStream, EntryNumber)
  /// Rows of the log that lie in no stream that there can be.
  case strayEntries(kind: String, key: String)
  /// The chain of seals as a whole.
  case seals
  /// A seal, and the stream that it is over; nil where it is about a key.
  case seal(Int, over: EntryStream?)
  /// The newest seal that this machine made, remembered outside the record.
  case witness(Int)
  /// The log of accesses as a whole.
  case accesses
  case access(Int)
  case table(String)
  /// A row of a numbered table beside the log.
  case row(table: String, number: Int)
  /// By the code as it is stored, which may be none.
  case patient(String)
  /// By the first 16 digits of the digest.
  case protocolText(String)
  /// What is stored of what was derived of a session.
  case readModel(SessionNumber)
}

extension VerificationPlace {
  /// The session or course that it bears on alone; nil where it bears on the whole record.
  package var stream: EntryStream? {
    switch self {
    case .stream(let stream), .entry(let stream, _): stream
    case .seal(_, let stream): stream
    case .readModel(let number): .session(number)
    case .file, .setting, .schemaObject, .record, .log, .strayEntries, .seals, .witness, .accesses,
      .access, .table, .row, .patient, .protocolText:
      nil
    }
  }
}
