package import SessionRecord

/// Why no session is opened where the record lies, or no record is made there; reading goes on.
package enum PlaceRefusal: Refusal, Hashable {
  case elsewhere(path: String, type: String)
  case ofHost(path: String, type: String)
  case synchronised(path: String, by: String, folder: String)
  case readOnly(path: String)
  case notAllowed(path: String)
  /// In bytes.
  case full(path: String, free: Int)

  package var kind: RefusalKind { .cannotWrite }

  package var problem: String {
    switch self {
    case .elsewhere(let path, let type):
      "\(path) lies on another machine (its file system is of the type \(type)), where what is saved can be "
        + "lost and two can write at once. Nothing was stored."
    case .ofHost(let path, let type):
      "\(path) lies in a folder of the machine that this one runs on (its file system is of the type \(type)), "
        + "where what is saved can be lost and two can write at once. Nothing was stored."
    case .synchronised(let path, let program, let folder):
      "\(path) lies in \(folder), which \(program) copies to other machines: it takes the record in the middle "
        + "of an entry, and can put an older one in its place. Nothing was stored."
    case .readOnly(let path):
      "The disk with \(path) is read-only, so no entry could be saved there. Nothing was stored."
    case .notAllowed(let path):
      "You may not write to \(path), so no entry could be saved there. Nothing was stored."
    case .full(let path, let free):
      "The disk with \(path) is as good as full: \(free / 1_000) kB are free. Nothing was stored."
    }
  }

  package var remedy: String? {
    switch self {
    case .elsewhere, .ofHost, .synchronised:
      "Keep the record on a disk of this machine, and name it with --record or VIGIL_RECORD. A copy for "
        + "another place is made with vigil backup. Reading and printing work here."
    case .readOnly:
      "Name a record on another disk with --record or VIGIL_RECORD, or chart on paper (vigil form). Reading "
        + "and printing work here."
    case .notAllowed:
      "Have whoever owns it allow you to write to the file and its folder, or chart on paper (vigil form). "
        + "Reading works here."
    case .full:
      "Make room (a session needs 5 MB, 50 MB are better), or chart on paper (vigil form). Reading and "
        + "printing work here."
    }
  }
}
