package import SessionRecord

/// What a commit has to say beside its answer.
package enum StoreNotice: Hashable, Sendable {
  /// The entries are saved; no key could sign them.
  case notSealed(EntryStream, why: String)
  /// The disk reported an error at the commit, and all of it was found in the record afterwards.
  case savedAfterError
  /// The record lacks the seal that this machine made last, or has another in its place.
  case otherThanSealed(Stamp)
  /// The seal is in the record; that it is there could not be remembered outside it.
  case witnessNotKept(folder: String)
  /// The record was carried over to another version; *copy* is that of before. *notSealed* is why what is closed
  /// was not sealed then, nil where it was.
  case carriedOver(record: String, from: Int, to: Int, copy: String, notSealed: String?)
  /// The plain copy that is made before an encrypted backup still lies there.
  case plainCopyLeft(String)
  /// A file that is whole has a second name, under which it was made and which could not be taken away.
  case secondName(String)
  /// Tables, indexes or triggers of the record that is read are not those of its version.
  case schemaOther
  /// Among the newest entries one is not what was saved, and so many others.
  case entriesDamaged(VerificationPlace, others: Int)
  /// The newest seal is not what was signed, or what it is over is not what was sealed.
  case sealDamaged(Int)
  case newestUnreadable(what: String)

  package var text: String {
    switch self {
    case .notSealed(let stream, let why):
      "Saved, and not sealed: \(why)\n"
        + "\(StoreNotice.again(stream))"
    case .savedAfterError:
      "The disk reported an error at the commit. The record was read again: it is saved."
    case .otherThanSealed(let at):
      "This record is not the one that was sealed here on \(at.civil.date): an older copy may stand in its "
        + "place.\nvigil verify says more."
    case .witnessNotKept(let folder):
      "The seal could not be noted in \(folder), so an older copy of the record would go unseen here."
    case .carriedOver(let record, let from, let to, let copy, let notSealed):
      "\(record) was carried over from version \(from) to \(to); the copy before it is \(copy)."
        + (notSealed.map { "\nNone of its sessions is sealed yet: \($0)" } ?? "")
    case .plainCopyLeft(let folder):
      "The copy that was encrypted could not be taken away, and lies in \(folder), not encrypted.\n"
        + "The next encrypted backup takes it away; or do it now: rm -r -- '\(folder)'"
    case .secondName(let part):
      "It is whole, and has a second name that could not be taken away: rm -- '\(part)'"
    case .schemaOther:
      "The tables, indexes or triggers of this record are not those of a record.\n"
        + StoreNotice.whatToDo
    case .entriesDamaged(let first, let others):
      "This record is damaged: \(first.name) is not what was saved"
        + (others == 0 ? ".\n" : ", nor are \(others) more of its newest entries.\n")
        + StoreNotice.whatToDo
    case .sealDamaged(let number):
      "This record is damaged: seal \(number), its newest, does not hold.\n" + StoreNotice.whatToDo
    case .newestUnreadable(let what):
      "This record is damaged: \(what) cannot be read.\n" + StoreNotice.whatToDo
    }
  }

  private static let whatToDo = "vigil verify says where, and what still holds."

  private static func again(_ stream: EntryStream) -> String {
    switch stream {
    case .session(let number): "Once the key is there: vigil seal \(number)"
    case .course: "Its next entry is sealed once the key is there."
    }
  }
}
