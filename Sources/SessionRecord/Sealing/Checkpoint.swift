/// The head of a session's stream as it was at a moment, to be written down outside the record.
package struct Checkpoint: Hashable, Sendable {
  package let session: SessionNumber
  /// `S-2026-0119`.
  package let label: String
  package let patient: PatientCode
  package let isOpen: Bool
  /// The last entry, and when it was recorded.
  package let entry: EntryNumber
  package let recorded: Stamp
  package let digest: RecordDigest

  package init(
    session: SessionNumber,
    label: String,
    patient: PatientCode,
    isOpen: Bool,
    entry: EntryNumber,
    recorded: Stamp,
    digest: RecordDigest
  ) {
    self.session = session
    self.label = label
    self.patient = patient
    self.isOpen = isOpen
    self.entry = entry
    self.recorded = recorded
    self.digest = digest
  }

  /// The command that holds it against the record later, and can be pasted.
  package var command: String { "vigil verify \(session) --expect \(digest)" }
}
