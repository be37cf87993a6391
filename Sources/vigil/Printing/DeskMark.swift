import Monitoring
import RecordStore
import Reports
import SessionRecord
import Supervision

extension Desk {
  /// A session with the mark of exactly what is in it.
  ///
  /// Between two readings somebody may enter something; then both are read again. Of a session into which
  /// more is entered than can be read, there is no mark.
  func marked(_ session: SessionNumber, asPaper: Bool) throws -> (SessionFile, PrintMark?) {
    let stream = EntryStream.session(session)
    var file = try supervision.file(of: session)
    for _ in 0..<10 {
      let head = try store.head(of: stream)
      if let head, head.entry == file.log.last?.number {
        let mark = PrintMark(
          of: .session(session, upTo: head.entry, isOpen: file.session.isOpen),
          digest: head.hash,
          seals: try store.seals(of: stream)
        )
        return (file, asPaper ? mark.withCode() : mark)
      }
      file = try supervision.file(of: session)
    }
    return (file, nil)
  }

  /// Of a patient's course where something is entered in it, else of the record.
  func mark(of patient: PatientCode, asPaper: Bool) throws -> PrintMark? {
    let stream = EntryStream.course(patient)
    guard let head = try store.head(of: stream) else { return try mark(asPaper: asPaper) }
    let mark = PrintMark(
      of: .course(patient, upTo: head.entry),
      digest: head.hash,
      seals: try store.seals(of: stream)
    )
    return asPaper ? mark.withCode() : mark
  }

  /// Of the record as its newest seal says it; nil where nothing was sealed yet.
  func mark(asPaper: Bool) throws -> PrintMark? {
    guard let seal = try store.newestSeal() else { return nil }
    let mark = PrintMark(of: .record, digest: seal.hash)
    return asPaper ? mark.withCode() : mark
  }
}

extension PrintMark {
  /// The same with its command as a QR code, where this machine can make one.
  fileprivate func withCode() -> PrintMark {
    PrintMark(of: subject, digest: digest, seals: seals, code: QRProgram.code(saying: command))
  }
}
