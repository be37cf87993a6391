package import SessionRecord

/// Why the record cannot be opened, read or written, or why something is not stored in it.
package enum RecordRefusal: Refusal, Hashable {
  case noRecord(path: String)
  case isFolder(path: String)
  /// No disk has such a name.
  case nameTooLong(path: String)
  case notReadable(path: String)
  /// The machine or its disk failed to give what is in it, which says nothing about what that is.
  case notRead(path: String, why: String)
  case notARecord(path: String)
  /// A file without a byte: what is left where a crash cut off the making of a record.
  case emptyFile(path: String)
  /// Made by a later version, whose tables this one does not know.
  case newerRecord(path: String, version: Int)
  case damaged(path: String, what: String)
  case damagedEntry(EntryStream, EntryNumber)
  case folderNotMade(path: String, why: String)
  case notWritable(path: String)
  /// A crash left a transaction that has to be undone, and whoever reads may not write.
  case unfinished(path: String)
  /// A setting that keeps an acknowledged entry through a power cut could not be made.
  case unsafeSetting(name: String, found: String)
  case busy(path: String)
  case notSaved(why: String)
  case notConfirmed([EntryID])
  /// The file was renamed, removed or replaced while a commit was being written to it.
  case takenAway(path: String, [EntryID])
  /// An adoption that could not be written: nothing that belongs on paper.
  case notAdopted(why: String)
  case adoptionNotConfirmed
  /// What stands at the head of prints could not be written: nothing that belongs on paper.
  case clinicNotSet(why: String)
  case clinicNotConfirmed
  /// Of the list of clinicians, or of a patient's contact.
  case listNotConfirmed(look: String)
  case alreadySaved(EntryID, EntryStream, EntryNumber)
  /// The same id was given to two entries of one commit.
  case sameIDTwice(EntryID)
  case noSuchSession(SessionNumber)
  case noSuchPatient(PatientCode)
  /// The patient has another open session, with this label.
  case alreadyOpen(PatientCode, String)
  case protocolNotKept(ProtocolID)
  /// The version was adopted with another text.
  case versionTaken(Adoption)
  /// The id of a protocol differs only in its capitals from an adopted one.
  case idLooksAlike(ProtocolID, ProtocolID)
  case patientExists(PatientCode)
  /// A value that the record's encoding has no form for, so that it could not be read back.
  case notStorable(what: String)

  package var kind: RefusalKind {
    switch self {
    case .noRecord, .nameTooLong, .notReadable, .noSuchSession, .noSuchPatient: .notFound
    case .notRead, .isFolder, .notARecord, .emptyFile, .newerRecord, .damaged, .damagedEntry,
      .protocolNotKept:
      .damaged
    case .folderNotMade, .notWritable, .unfinished, .unsafeSetting: .cannotWrite
    case .busy: .busy
    case .notSaved, .notAdopted, .clinicNotSet: .notSaved
    case .notConfirmed, .takenAway, .adoptionNotConfirmed, .clinicNotConfirmed, .listNotConfirmed:
      .notConfirmed
    case .alreadyOpen, .alreadySaved, .sameIDTwice, .patientExists, .versionTaken, .idLooksAlike:
      .notAllowed
    case .notStorable: .badInput
    }
  }

  package var problem: String {
    switch self {
    case .noRecord(let path): "There is no record at \(path)."
    case .isFolder(let path): "\(path) is a folder, not a record."
    case .nameTooLong(let path): "There is no record at \(path): no file can have so long a name."
    case .notReadable(let path): "\(path) may not be read by you."
    case .notRead(let path, let why): "\(path) cannot be read now: \(why). Nothing was stored."
    case .notARecord(let path): "\(path) is not a record of Vigil. It was left as it is."
    case .emptyFile(let path): "\(path) is an empty file: there is no record in it."
    case .newerRecord(let path, let version):
      "\(path) is a record of version \(version), made by a newer Vigil. It was left as it is."
    case .damaged(let path, let what): "The record \(path) is damaged: \(what)."
    case .damagedEntry(let stream, let number):
      "Entry #\(number) of \(name(of: stream)) is damaged and cannot be read."
    case .folderNotMade(let path, let why): "The folder \(path) could not be made: \(why)."
    case .notWritable(let path): "\(path) cannot be written. Nothing was stored."
    case .unfinished(let path):
      "A crash left something unfinished in \(path), and undoing it takes writing, which is not allowed."
    case .unsafeSetting(let name, let found):
      "SQLite did not take the setting \(name) (it is \(found)), so saving would not be safe. "
        + "Nothing was stored."
    case .busy(let path): "Another program is writing to \(path). Nothing was stored."
    case .notSaved(let why): "Not saved: \(why)."
    case .notConfirmed: "It could not be confirmed that this was saved."
    case .takenAway(let path, _):
      "It could not be confirmed that this is saved: \(path) was moved, removed or replaced meanwhile."
    case .notAdopted(let why): "Nothing was adopted: \(why)."
    case .adoptionNotConfirmed: "It could not be confirmed that this was adopted."
    case .clinicNotSet(let why): "Nothing was set: \(why)."
    case .listNotConfirmed: "It could not be confirmed that this was set."
    case .clinicNotConfirmed: "It could not be confirmed that this was set."
    case .alreadySaved(let id, let stream, let number):
      "Id \(id.uuid) is already in the record, as entry #\(number) of \(name(of: stream)). "
        + "Nothing was stored again."
    case .sameIDTwice(let id): "Id \(id.uuid) was given twice. Nothing was stored."
    case .noSuchSession(let number): "There is no session \(number). Nothing was stored."
    case .noSuchPatient(let code): "There is no patient “\(code)”. Nothing was stored."
    case .alreadyOpen(let code, let session):
      "\(code) already has an open session, \(session). Nothing was stored."
    case .protocolNotKept(let id):
      "The text of protocol \(id) is not in this record. Nothing was stored."
    case .versionTaken(let adoption):
      "Version \(adoption.version) of protocol \(adoption.id) was adopted by \(adoption.by) with "
        + "another text. Nothing was adopted."
    case .idLooksAlike(let id, let other):
      "\(id) differs from the adopted protocol \(other) only in its capitals. Nothing was adopted."
    case .patientExists(let code): "There is already a patient “\(code)”. Nothing was changed."
    case .notStorable(let what):
      "This \(what) has no form in which the record could keep it. Nothing was stored."
    }
  }

  package var remedy: String? {
    switch self {
    case .noRecord:
      "vigil patient add P-014 makes one there; --record or VIGIL_RECORD names another."
    case .isFolder, .nameTooLong, .notARecord:
      "Name the record's file with --record or VIGIL_RECORD."
    case .emptyFile:
      "Where one was cut off as it was made: vigil init makes it. Where one was there: restore a backup beside it."
    case .notReadable: "Ask whoever owns it, or name another with --record."
    case .notRead:
      "Try again. If it stays so, chart on paper and see to the disk; whether the record is whole, vigil verify says."
    case .newerRecord: "Use the newer Vigil; your entries are all there."
    case .damaged, .damagedEntry: "Keep the file as it is, and restore a backup beside it."
    case .folderNotMade: "Name a place that you may write to with --record or VIGIL_RECORD."
    case .notWritable:
      "Allow writing to the file and its folder, or name another record with --record."
    case .unfinished: "Let someone who may write to it open it once: vigil status"
    case .unsafeSetting: "Move the record to a local disk, and close programs that have it open."
    case .busy: "Try the same again in a moment."
    case .notSaved: "Write it on paper, see to the disk, and enter it again with its time."
    case .takenAway(_, let ids):
      "Write it on paper and put the record back to its place; then look with vigil timeline whether it is there"
        + (ids.count == 1
          ? ", or try the line again with --id \(ids[0].uuid), which never saves it twice." : ".")
    case .notConfirmed(let ids):
      ids.count == 1
        ? "Look with vigil timeline whether it is there; a line may be tried again with "
          + "--id \(ids[0].uuid), which never saves it twice."
        : "Look with vigil timeline whether it is there before you enter it again."
    case .notAdopted: "Try again."
    case .adoptionNotConfirmed: "Adopt it again: the same text is never adopted twice."
    case .clinicNotSet: "Try again."
    case .listNotConfirmed(let look): "\(look) shows what is set."
    case .clinicNotConfirmed: "vigil clinic shows what is set."
    case .alreadySaved: "vigil timeline shows it."
    case .sameIDTwice: "Give each entry an id of its own."
    case .noSuchSession: "vigil sessions lists all."
    case .noSuchPatient(let code): "Add them first: vigil patient add \(code)"
    case .alreadyOpen(_, let session): "Close it first: vigil end \(session)"
    case .protocolNotKept: "Keep the file as it is, and restore a backup beside it."
    case .versionTaken: "Give the changed file a version of its own, and adopt that."
    case .idLooksAlike(_, let other):
      "For a new version of it, write \(other) as the id; for another protocol, choose another id."
    case .patientExists: "vigil patient show tells who it is; choose another code."
    case .notStorable: nil
    }
  }

  /// Runs what adopts a protocol, and says of what was not saved that it was not adopted.
  package static func ofAdopting<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch RecordRefusal.notSaved(let why) {
      throw RecordRefusal.notAdopted(why: why)
    } catch RecordRefusal.notConfirmed {
      throw RecordRefusal.adoptionNotConfirmed
    }
  }

  /// Runs what sets the clinic, and says of what was not saved that it was not set.
  package static func ofSettingClinic<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch RecordRefusal.notSaved(let why) {
      throw RecordRefusal.clinicNotSet(why: why)
    } catch RecordRefusal.notConfirmed {
      throw RecordRefusal.clinicNotConfirmed
    }
  }

  /// Runs what sets something that belongs to no session, and says of what was not saved that it was not
  /// set; *look* is the command that shows it.
  package static func ofSetting<Value>(
    _ look: String,
    _ body: () throws -> Value
  ) throws -> Value {
    do {
      return try body()
    } catch RecordRefusal.notSaved(let why) {
      throw RecordRefusal.clinicNotSet(why: why)
    } catch RecordRefusal.notConfirmed {
      throw RecordRefusal.listNotConfirmed(look: look)
    }
  }

  private func name(of stream: EntryStream) -> String {
    switch stream {
    case .session(let number): "session \(number)"
    case .course(let patient): "the course of \(patient)"
    }
  }
}
