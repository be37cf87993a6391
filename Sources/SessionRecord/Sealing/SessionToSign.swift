/// What a clinician's signature would be over: a session that is not open, as it is now.
package struct SessionToSign: Sendable {
  package let checkpoint: Checkpoint
  /// As it is called at its head: patient's name, where it is known.
  package let patientName: String?
  package let state: Session.State
  package let closed: Stamp?
  package let openFlags: [FlagNumber]
  /// Seals over this very entry, the record's own and those of clinicians, by number.
  package let seals: [Seal]

  package init(
    checkpoint: Checkpoint,
    patientName: String?,
    state: Session.State,
    closed: Stamp?,
    openFlags: [FlagNumber],
    seals: [Seal]
  ) {
    self.checkpoint = checkpoint
    self.patientName = patientName
    self.state = state
    self.closed = closed
    self.openFlags = openFlags
    self.seals = seals
  }
}
