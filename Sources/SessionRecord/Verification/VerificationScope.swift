/// What of a record is looked at.
package enum VerificationScope: Hashable, Sendable {
  case record
  /// One session or one course, with the patient, the protocol's text and the seals that bear on it.
  case stream(EntryStream)
}

/// How closely it is looked at.
package enum VerificationLevel: String, Hashable, CaseIterable, Sendable {
  /// The file, every chain, every signature, and the rows that accesses bind.
  case chains
  /// That, SQLite's own check of the file, every body, identity and protocol, and the read models derived
  /// again.
  case full
}

/// What comes of it; the worst of all findings.
package enum VerificationOutcome: String, Hashable, CaseIterable, Sendable {
  case holds
  case cannotTell
  case damaged
}
