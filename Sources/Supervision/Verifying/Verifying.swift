import RecordStore
package import SessionRecord

extension Supervision {
  /// Looks at the record, or at one session or course of it, and says so in its log of accesses where it can be
  /// written.
  ///
  /// Damage is found and not thrown; refused is what is not in the record and of which nothing in it speaks.
  /// *progress* is told how much of how much is done.
  package func verify(
    _ scope: VerificationScope,
    level: VerificationLevel,
    by accessor: Accessor,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> Verification {
    var verification = try store.verify(
      scope,
      level: level,
      assessing: assessing(in: store),
      progress: progress
    )
    if case .stream(let stream) = scope, verification.head == nil,
      !verification.findings.contains(where: { $0.place.stream == stream })
    {
      try refuseUnknown(stream)
    }
    verification.labels = labels(of: verification)
    verification.isLogged = log(scope, by: accessor)
    return verification
  }

  /// Where a digest that was printed stands; nil where it is none of that stream, or of the record.
  package func find(
    _ digest: ExpectedDigest,
    in scope: VerificationScope
  ) throws -> DigestPlace? {
    if case .stream(let stream) = scope { try refuseUnknown(stream) }
    return try store.find(digest, in: scope)
  }

  private func refuseUnknown(_ stream: EntryStream) throws {
    switch stream {
    case .session(let number):
      if try store.head(of: stream) == nil {
        throw SupervisionRefusal.noSuchSession(String(number.value))
      }
    case .course(let code): _ = try patient(code)
    }
  }

  /// Of sessions that are named; a row that cannot be read has none.
  private func labels(of verification: Verification) -> [SessionNumber: String] {
    var numbers: Set<SessionNumber> = []
    for stream in [verification.head?.stream] + verification.findings.map(\.place.stream) {
      guard numbers.count < Supervision.mostLabels else { break }
      if case .session(let number)? = stream { numbers.insert(number) }
    }
    return numbers.reduce(into: [:]) { labels, number in
      if let session = try? store.session(number) { labels[number] = session.label }
    }
  }

  private func log(_ scope: VerificationScope, by accessor: Accessor) -> Bool {
    let subject: String? =
      switch scope {
      case .record: nil
      case .stream(.session(let number)):
        (try? store.session(number))?.label ?? String(number.value)
      case .stream(.course(let code)): code.text
      }
    do {
      let stamp = Stamp(clock.now(), in: zoneToLogIn())
      try store.logApart(Access(.verified, of: subject, by: accessor, at: stamp))
      return true
    } catch {
      // Looking at a record that cannot be written is no failure: the answer says that it is not in the log.
      return false
    }
  }

  /// The clinic's own; UTC where nothing says it, as in a damaged record, which is just when one verifies.
  private func zoneToLogIn() -> Zone {
    do {
      return try clinicZone() ?? .utc
    } catch {
      return .utc
    }
  }

  private static let mostLabels = 200
}
