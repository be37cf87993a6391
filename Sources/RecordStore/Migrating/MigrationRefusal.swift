package import SessionRecord

/// Why a record of an older version was not carried over; it is as it was, and can be read.
package enum MigrationRefusal: Refusal, Hashable {
  /// The copy that is made first could not be made or is not what it was made of.
  case notCopied(path: String, why: String)
  case copyDiffers(String)
  /// It would not have become what this version makes.
  case otherTables(path: String)
  /// This machine sealed in it, which no record of version 1 has.
  case sealedBefore(path: String, Stamp)

  package var kind: RefusalKind {
    switch self {
    case .notCopied, .copyDiffers: .notSaved
    case .otherTables, .sealedBefore: .damaged
    }
  }

  package var problem: String {
    switch self {
    case .notCopied(let path, let why):
      "\(path) is a record of version 1, and no copy of it could be made before it is carried over to "
        + "version 2: \(why). It was left as it is, and nothing was stored."
    case .copyDiffers(let copy):
      "The copy \(copy) is not the same as the record, which was therefore not carried over to version 2. "
        + "Nothing was stored."
    case .otherTables(let path):
      "\(path) says that it is a record of version 1, but its tables are others. It was left as it is, and "
        + "nothing was stored."
    case .sealedBefore(let path, let at):
      "\(path) says that it is a record of version 1, but this machine sealed in that record on "
        + "\(at.civil.date), which only a newer one can have been. It was left as it is, and nothing was stored."
    }
  }

  package var remedy: String? {
    switch self {
    case .notCopied, .copyDiffers:
      "See to the disk: it needs room for two more copies of the record. Reading works; chart on paper "
        + "meanwhile (vigil form)."
    case .otherTables, .sealedBefore: "Keep the file as it is, and restore a backup beside it."
    }
  }
}
