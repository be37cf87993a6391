/// A key that was ever in use in a record: whose it is, since when, and what became of it.
package struct KeyStanding: Hashable, Sendable {
  package enum End: Hashable, Sendable {
    /// Another follows it, as it signed itself.
    case followed(by: VerifyingKey, Stamp)
    case lost(because: String?, by: Accessor, Stamp)
  }

  package let key: VerifyingKey
  /// Nil: one of the record's own.
  package let owner: ClinicianCode?
  package let since: Stamp
  /// Who was entering when it began.
  package let enteredAs: Accessor
  /// Nil while it is in use.
  package let end: End?
  /// Whether its file lies among the keys of this machine.
  package let isHere: Bool
  /// Whether it is the one with which this machine seals.
  package let sealsHere: Bool

  package init(
    key: VerifyingKey,
    owner: ClinicianCode?,
    since: Stamp,
    enteredAs: Accessor,
    end: End?,
    isHere: Bool,
    sealsHere: Bool
  ) {
    self.key = key
    self.owner = owner
    self.since = since
    self.enteredAs = enteredAs
    self.end = end
    self.isHere = isHere
    self.sealsHere = sealsHere
  }

  package var isInUse: Bool { end == nil }
}
