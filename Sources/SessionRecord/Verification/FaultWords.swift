extension VerificationFinding {
  /// What was found, without the place: one clause.
  package var what: String { fault.words }
}

extension VerificationFault {
  fileprivate var words: String {
    switch self {
    case .unreadable(let why): "cannot be read: \(why)"
    case .notIntact(let said): "SQLite's own check says: \(said)"
    case .setTo(let found, let wanted): "is \(found), and has to be \(wanted)"
    case .objectMissing: "is missing from the schema"
    case .objectOther: "is another in the schema than it has to be"
    case .objectUnknown: "is in the schema, and no record has it"
    case .notTheOneRow: "is not the one row that there has to be"
    case .notAllFound(let rows, let indexed):
      "has \(rows) rows in order, and \(indexed) by its index"
    case .broken(let fault, let after): "\(fault.words); \(after.words)"
    case .commitFalls: "has a commit before that of the entry before it"
    case .commitsMissing(let first, let count):
      count == 1
        ? "no entry has commit \(first)" : "no entry has commit \(first), nor \(count - 1) others"
    case .sessionsMissing(let first, let last):
      first == last ? "session \(first) is missing" : "sessions \(first) to \(last) are missing"
    case .notOpened: "does not begin with an opening"
    case .notABody: "its body is not one that an entry can have"
    case .misplaced: "nothing of this kind can stand there"
    case .notTheSignature: "its signature is not that of its key"
    case .notAllowedToSign: "its key was not in use then, is of someone else, or may not say that"
    case .headGone(let last):
      last.map { "the entry that it seals is gone: the last is #\($0)" }
        ?? "nothing is left of what it seals"
    case .headOther: "the entry that it seals is not what was sealed"
    case .reachFell: "the record had come less far than with a seal before it"
    case .commitsGone(let then, let now):
      "the record had commit \(then) then, and ends with \(now) now"
    case .accessGone(let number): "access \(number) is not there any more"
    case .accessOther(let number): "access \(number) was another then"
    case .olderThanWitness(let at):
      "is not there: the record is older than what this machine sealed on \(at.civil.date)"
    case .otherThanWitness(let at):
      "is another: the record is not what this machine sealed on \(at.civil.date)"
    case .formOlder: "is in the form of version 1 after one of version 2"
    case .notAsWritten: "is not as it was written"
    case .rowsWritten(let written, let found):
      "\(written) \(written == 1 ? "row was" : "rows were") written, and \(found) \(found == 1 ? "is" : "are") there"
    case .notAddedSo: "was not added so"
    case .notErasedSo: "was not erased so"
    case .identityOther: "the identity is not the one of its commitment"
    case .identityWithoutSalt: "has an identity, and nothing to hold it against"
    case .contactOther: "the contact is not the one that was set"
    case .gone: "is not there any more"
    case .commitmentOther(let stream): "has another commitment than the opening of \(stream.name)"
    case .textOther: "is not the text that its digest names"
    case .textGone(let stream): "is not kept, and \(stream.name) was opened with it"
    case .notAsSealed(let seal): "is not what seal \(seal) says"
    case .notAsDerived(let table, let rows):
      "the table \(table) differs from its log: \(rows.words)"
    case .notListed: "is not in the list of sessions"
    case .rowsWithoutLog(let table): "the table \(table) has rows of it, and the log has none"
    case .ofVersionOne:
      "is of version 1: nothing is sealed, and nothing confirms what lies beside its log"
    case .nothingSealed: "there are none: nothing confirms where the record ends"
    case .notSealed:
      "its last entry is not sealed: the key could not be used, or the seal was cut off"
    case .unknownEncoding: "its kind or encoding is not known to this Vigil"
    case .derivesOtherwise:
      "is as it was sealed; this Vigil derives it otherwise than the one that sealed it"
    case .notDerivable(let why): "cannot be derived again: \(why)"
    case .notLookedAt(let why): "could not be looked at: \(why)"
    }
  }

  /// What machines know the fault by.
  package var code: String {
    switch self {
    case .unreadable: "unreadable"
    case .notIntact: "not-intact"
    case .setTo: "setting"
    case .objectMissing: "object-missing"
    case .objectOther: "object-other"
    case .objectUnknown: "object-unknown"
    case .notTheOneRow: "not-the-one-row"
    case .notAllFound: "not-all-found"
    case .broken(.insteadOf, _): "misnumbered"
    case .broken(.notChained, _): "not-chained"
    case .broken(.altered, _): "altered"
    case .commitFalls: "commit-falls"
    case .commitsMissing: "commits-missing"
    case .sessionsMissing: "sessions-missing"
    case .notOpened: "not-opened"
    case .notABody: "not-a-body"
    case .misplaced: "misplaced"
    case .notTheSignature: "signature"
    case .notAllowedToSign: "key"
    case .headGone: "head-gone"
    case .headOther: "head-other"
    case .reachFell: "reach-fell"
    case .commitsGone: "commits-gone"
    case .accessGone: "access-gone"
    case .accessOther: "access-other"
    case .olderThanWitness: "older-than-witness"
    case .otherThanWitness: "other-than-witness"
    case .formOlder: "form-older"
    case .notAsWritten: "not-as-written"
    case .rowsWritten: "rows-written"
    case .notAddedSo: "not-added-so"
    case .notErasedSo: "not-erased-so"
    case .identityOther: "identity-other"
    case .identityWithoutSalt: "identity-without-salt"
    case .contactOther: "contact-other"
    case .gone: "gone"
    case .commitmentOther: "commitment-other"
    case .textOther: "text-other"
    case .textGone: "text-gone"
    case .notAsSealed: "not-as-sealed"
    case .notAsDerived: "not-as-derived"
    case .notListed: "not-listed"
    case .rowsWithoutLog: "rows-without-log"
    case .ofVersionOne: "of-version-1"
    case .nothingSealed: "nothing-sealed"
    case .notSealed: "not-sealed"
    case .unknownEncoding: "unknown-encoding"
    case .derivesOtherwise: "derives-otherwise"
    case .notDerivable: "not-derivable"
    case .notLookedAt: "not-looked-at"
    }
  }
}

extension ChainFault {
  fileprivate var words: String {
    switch self {
    case .insteadOf(let number): "stands where \(number) has to"
    case .notChained: "is not chained to the one before it"
    case .altered: "its hash is not that of what it says"
    }
  }
}

extension LinksAfter {
  fileprivate var words: String {
    if rows == 0 { return "nothing comes after it" }
    if rows == linking {
      return rows == 1 ? "the one after it still links" : "the \(rows) after it still link"
    }
    return "of the \(rows) after it, \(linking) still link"
  }
}

extension RowDifference {
  fileprivate var words: String {
    [(other, "other"), (missing, "missing"), (surplus, "too many")]
      .filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)" }
      .joined(separator: ", ")
  }
}
