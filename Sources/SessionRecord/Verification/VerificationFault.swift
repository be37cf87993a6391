/// What is wrong, or cannot be told, of a place of a record.
package enum VerificationFault: Hashable, Sendable {
  // MARK: - The file

  /// SQLite, or the type of a column, stopped the reading.
  case unreadable(why: String)
  /// A sentence of `PRAGMA integrity_check`.
  case notIntact(String)
  case setTo(String, insteadOf: String)
  case objectMissing
  /// Its text is another than its version's.
  case objectOther
  /// No record of its version has it.
  case objectUnknown
  /// Not the one row that there has to be.
  case notTheOneRow
  /// So many rows are found in order, and so many by the index.
  case notAllFound(rows: Int, indexed: Int)

  // MARK: - Chains

  /// The first row of a chain that fails.
  case broken(ChainFault, after: LinksAfter)
  case commitFalls
  case commitsMissing(first: Int, count: Int)
  case sessionsMissing(first: Int, last: Int)
  case notOpened
  case notABody
  /// A content that has no place in such a stream, or not there.
  case misplaced

  // MARK: - Seals and accesses

  case notTheSignature
  /// The key is not in use, is of someone else, or may not say that.
  case notAllowedToSign
  case headGone(last: Int?)
  case headOther
  /// The record had come less far than with a seal before it.
  case reachFell
  case commitsGone(then: Int, now: Int)
  case accessGone(Int)
  case accessOther(Int)
  /// The record ends before, or has another seal there than, what this machine sealed then.
  case olderThanWitness(Stamp)
  case otherThanWitness(Stamp)
  case formOlder

  // MARK: - Beside the log

  case notAsWritten
  case rowsWritten(Int, found: Int)
  case notAddedSo
  case notErasedSo
  case identityOther
  case identityWithoutSalt
  case contactOther
  case gone
  /// An opening has another commitment than its patient.
  case commitmentOther(EntryStream)
  case textOther
  /// A session was opened with a text that is not kept.
  case textGone(EntryStream)

  // MARK: - Read models

  /// Not what the seal of this number says.
  case notAsSealed(seal: Int)
  /// Rows of the table that are not what the log gives.
  case notAsDerived(table: String, rows: RowDifference)
  case notListed
  /// Rows of a session that the log has not.
  case rowsWithoutLog(table: String)

  // MARK: - What cannot be told

  case ofVersionOne
  case nothingSealed
  case notSealed
  case unknownEncoding
  /// The rows are as they were sealed, and this Vigil makes others of the log.
  case derivesOtherwise
  case notDerivable(why: String)
  case notLookedAt(why: String)

  /// Whether something is wrong; where not, nobody can tell whether it is.
  package var isDamage: Bool {
    switch self {
    case .ofVersionOne, .nothingSealed, .notSealed, .unknownEncoding, .derivesOtherwise,
      .notDerivable, .notLookedAt:
      false
    default: true
    }
  }
}

/// What is wrong with a row of a chain.
package enum ChainFault: Hashable, Sendable {
  /// It stands where that number has to.
  case insteadOf(Int)
  case notChained
  /// Its hash is not that of what it says.
  case altered
}

/// The rows after the first that fails: how many there are, and how many of them link on what is stored.
package struct LinksAfter: Hashable, Sendable {
  package let rows: Int
  package let linking: Int

  package init(rows: Int, linking: Int) {
    self.rows = rows
    self.linking = linking
  }
}

/// How rows that are stored differ from those that are derived.
package struct RowDifference: Hashable, Sendable {
  package let missing: Int
  package let surplus: Int
  package let other: Int

  package init(missing: Int, surplus: Int, other: Int) {
    self.missing = missing
    self.surplus = surplus
    self.other = other
  }
}
