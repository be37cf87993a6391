/// What is done with the record itself, beside what is entered in it.
package enum AccessAct: Int, Hashable, CaseIterable, Sendable {
  case printed = 1
  case exported = 2
  case verified = 3
  /// A copy was made, and verified.
  case backedUp = 4
  case restored = 5
  /// An identity was erased.
  case erased = 6
  case patientAdded = 7
  case contactSet = 8
  /// The text of a protocol was kept.
  case protocolKept = 9
  case protocolAdopted = 10
  case clinicSet = 11
  case clinicianSet = 12
  /// A record of an older version was carried over to this one's.
  case carriedOver = 13
}

/// One access: who did what, to what, and when.
package struct Access: Hashable, Sendable {
  package let act: AccessAct
  /// A patient's code, a session's label, a file; nil where the act is about the whole record.
  package let subject: String?
  /// What binds it to what was done: of a print its digest, of a file its SHA-256, of a row the row's.
  package let digest: RecordDigest?
  package let by: Accessor
  package let at: Stamp

  package init(
    _ act: AccessAct,
    of subject: String?,
    digest: RecordDigest? = nil,
    by: Accessor,
    at: Stamp
  ) {
    self.act = act
    self.subject = subject
    self.digest = digest
    self.by = by
    self.at = at
  }
}
