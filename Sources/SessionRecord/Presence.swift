/// Who comes, who goes, and who takes a session over.
package enum Presence: Hashable {
  /// *role* as it was typed: `prescriber`, `second nurse`.
  case arrives(ClinicianCode, role: String?)
  case leaves(ClinicianCode)
  /// From the author to another, who enters from now on.
  case handover(Handover)
}

/// What was read back to the one who takes a session over.
package struct Handover: Hashable {
  package let to: ClinicianCode
  /// The flags that were open.
  package let flags: [FlagNumber]
  /// The entries with a value that waited to be verified.
  package let unverified: [EntryNumber]
  /// What was due next, as it was shown; nil where nothing was.
  package let due: String?
  package let remark: String?

  package init(
    to: ClinicianCode,
    flags: [FlagNumber] = [],
    unverified: [EntryNumber] = [],
    due: String? = nil,
    remark: String? = nil
  ) {
    self.to = to
    self.flags = flags
    self.unverified = unverified
    self.due = due
    self.remark = remark
  }
}
