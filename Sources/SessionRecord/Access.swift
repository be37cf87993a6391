/// What is done with the record itself, beside what is entered in it.
package enum AccessAct: Int, Hashable, CaseIterable {
  case printed = 1
  case exported = 2
  case verified = 3
  /// A copy was made, and verified.
  case backedUp = 4
  case restored = 5
  /// An identity was erased.
  case erased = 6
}

/// One access: who did what, to what, and when.
package struct Access: Hashable {
  package let act: AccessAct
  /// A patient's code, a session's label, a file; nil where the act is about the whole record.
  package let subject: String?
  package let by: ClinicianCode
  package let at: Stamp

  package init(_ act: AccessAct, of subject: String?, by: ClinicianCode, at: Stamp) {
    self.act = act
    self.subject = subject
    self.by = by
    self.at = at
  }
}
