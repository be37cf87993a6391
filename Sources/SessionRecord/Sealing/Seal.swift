/// A row of the record's chain of seals: what was signed, with whose key, and who was entering.
package struct Seal: Hashable, Sendable {
  package enum Act: Hashable, Sendable {
    /// The entry of that number has that hash, and the session's read models that digest (nil of a course).
    case head(EntryStream, EntryNumber, RecordDigest, derived: RecordDigest?)
    case keyBegins(VerifyingKey)
    /// It follows the key that signs, which is no longer in use.
    case keyFollows(VerifyingKey)
    case keyLost(VerifyingKey)
  }

  /// From 1, without gaps.
  package let number: Int
  package let act: Act
  /// Whose key signs, and of a key that is lost, whose that is; nil: the record's own.
  package let owner: ClinicianCode?
  package let enteredAs: Accessor
  package let remark: String?
  package let at: Stamp
  package let key: VerifyingKey
  /// Of the row itself: what the next one is chained to.
  package let hash: RecordDigest

  package init(
    number: Int,
    act: Act,
    owner: ClinicianCode?,
    enteredAs: Accessor,
    remark: String?,
    at: Stamp,
    key: VerifyingKey,
    hash: RecordDigest
  ) {
    self.number = number
    self.act = act
    self.owner = owner
    self.enteredAs = enteredAs
    self.remark = remark
    self.at = at
    self.key = key
    self.hash = hash
  }
}
