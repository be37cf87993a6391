package import SessionRecord

/// What a verification says as a whole: what was looked at, and whether the digest that was expected is there.
package struct VerificationAnswer {
  /// A digest that was expected, and where it was found.
  package struct Expected: Hashable {
    package let digest: ExpectedDigest
    /// In what was asked; nil where it is not there.
    package let place: DigestPlace?
    /// Elsewhere in the record, where it was not found in what was asked.
    package let elsewhere: DigestPlace?

    package init(digest: ExpectedDigest, place: DigestPlace?, elsewhere: DigestPlace?) {
      self.digest = digest
      self.place = place
      self.elsewhere = elsewhere
    }
  }

  let verification: Verification
  let expected: Expected?
  /// A stream that was asked for, of which the record has nothing; then the whole record was looked at.
  let missing: EntryStream?

  package init(_ verification: Verification, expected: Expected?, missing: EntryStream? = nil) {
    self.verification = verification
    self.expected = expected
    self.missing = missing
  }

  /// Of the record and of the digest: a digest that is not there is damage.
  package var outcome: VerificationOutcome {
    if let expected, expected.place == nil { return .damaged }
    return verification.outcome
  }

  /// Whether the look is in the record's log of accesses.
  package var isLogged: Bool { verification.isLogged }

  /// What was asked for.
  var subject: EntryStream? {
    if let missing { return missing }
    if case .stream(let stream) = verification.scope { return stream }
    return nil
  }

  /// `S-2026-0012`, `session 12` where the record does not say its label, `the course of P-014`.
  func name(of stream: EntryStream) -> String {
    switch stream {
    case .session(let number): verification.labels[number] ?? stream.name
    case .course: stream.name
    }
  }
}
