package import SessionRecord

/// What binds a print to the record that it was made of: a hash of that record, what checks it, and who
/// sealed it.
package struct PrintMark: Hashable {
  /// What the hash is of.
  package enum Subject: Hashable {
    /// The session's entry of that number; *isOpen* where it goes on.
    case session(SessionNumber, upTo: EntryNumber, isOpen: Bool)
    case course(PatientCode, upTo: EntryNumber)
    /// The newest seal, and with it all that the record held then.
    case record
  }

  package let subject: Subject
  package let digest: RecordDigest
  /// Over the same stream, by number; empty of the record.
  package let seals: [Seal]
  /// The command as a picture; nil where none could be made, and for what is no paper.
  package let code: QRCode?

  package init(
    of subject: Subject,
    digest: RecordDigest,
    seals: [Seal] = [],
    code: QRCode? = nil
  ) {
    self.subject = subject
    self.digest = digest
    self.seals = seals
    self.code = code
  }

  /// `vigil verify 119 --expect 9f2c41d7…`, with all 64 digits: as it is scanned.
  package var command: String { start + digest.description }

  /// `vigil verify 119 --expect 9f2c 41d7 …`: as it is read, and typed again.
  var typed: String { start + groups }

  /// All 64 digits in fours.
  var groups: String { DigestGroups(digest.bytes).text }

  private var start: String {
    switch subject {
    case .session(let number, _, _): "vigil verify \(number) --expect "
    case .course(let patient, _): "vigil verify \(patient) --expect "
    case .record: "vigil verify --expect "
    }
  }

  /// `open, as of #17`; nil where nothing more is expected.
  var standing: String? {
    if case .session(_, let number, isOpen: true) = subject {
      "open, as of #\(number)"
    } else {
      nil
    }
  }
}
