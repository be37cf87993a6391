package import SessionRecord

extension RecordStore {
  /// Looks at the record, or at one stream of it, as docs/record-format.md says under *To verify a record*.
  ///
  /// Damage is never thrown: it is what is found. What is thrown says that the record cannot be read now; so it is
  /// where the machine refuses a part, since what was not read would be missing everywhere else.
  /// *assessing* is what the rules make of a session's log, and is called on every core; *progress* is told on
  /// the caller's thread how much of how much is done. It may go on while others write: every read is short,
  /// and what is added meanwhile is not counted.
  package func verify(
    _ scope: VerificationScope,
    level: VerificationLevel,
    assessing: @escaping @Sendable (Session, [Entry]) throws -> Assessed,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> Verification {
    // Before the record, which may only be newer.
    let witness = station.keyring?.witness(of: recordID)
    var looking = try sayingWhy(path, .reading) {
      try Verifying(self, scope, level, Derivation(assessing), witness: witness)
    }
    let verification = looking.look(progress)
    if let refusal = looking.connections.refusal {
      throw RecordRefusal(refusal, .reading, path: path)
    }
    return verification
  }
}

/// One look at a record: what was found so far, and how far the record had come when it began.
struct Verifying {
  let store: RecordStore
  let scope: VerificationScope
  let level: VerificationLevel
  let derivation: Derivation
  let witness: Witness?
  let connections: ReadingConnections
  let mark: HighWater
  var findings = Findings()
  var seals: SealChain
  var streams: [EntryStream: CheckedStream] = [:]
  var newestCommit = 0

  init(
    _ store: RecordStore,
    _ scope: VerificationScope,
    _ level: VerificationLevel,
    _ derivation: Derivation,
    witness: Witness?
  ) throws {
    self.store = store
    self.scope = scope
    self.level = level
    self.derivation = derivation
    self.witness = witness
    connections = ReadingConnections(path: store.path)
    mark = try HighWater(connections, version: store.version, &findings)
    seals = SealChain(genesis: nil)
  }

  var only: EntryStream? {
    guard case .stream(let stream) = scope else { return nil }
    return stream
  }

  var record: [UInt8] { store.recordID.bytes }

  mutating func look(_ progress: (Int, Int) -> Void) -> Verification {
    let file = FileCheck(connections: connections, version: store.version)
    file.look(into: &findings)
    if level == .full, only == nil { file.lookAtEveryPage(into: &findings) }
    lookAtSeals()
    lookAtLog(progress)
    let heads = lookAtHeads()
    let accesses = lookBeside()
    if level == .full { lookIntoStreams(progress) }
    return verification(accesses: accesses, sealed: heads)
  }

  private func verification(accesses: Int, sealed: Set<EntryStream>) -> Verification {
    let sessions = streams.values.filter(\.stream.isSession)
    let whole = WholeStreams(findings.all)
    var extent = VerificationExtent()
    extent.sessions = sessions.count
    extent.courses = streams.count - sessions.count
    extent.entries = streams.values.reduce(0) { $0 + $1.entries }
    extent.seals = seals.count
    extent.accesses = accesses
    extent.commit = newestCommit
    return Verification(
      scope: scope,
      level: level,
      record: store.recordID,
      version: store.version,
      extent: extent,
      findings: findings.all,
      wholeSessions: sessions.filter { sealed.contains($0.stream) && whole.isWhole($0) }
        .compactMap(\.stream.session).sorted(),
      sealedSessions: sessions.filter { sealed.contains($0.stream) }.count,
      keys: seals.inUse,
      head: only.flatMap { streams[$0] }.flatMap(head)
    )
  }

  private func head(of checked: CheckedStream) -> VerifiedHead? {
    guard let hash = checked.head.flatMap({ RecordDigest(bytes: $0.array) }) else { return nil }
    let over = seals.over[checked.stream, default: []].filter {
      $0.entry == checked.last && seals.sound.contains($0.seal)
    }
    return VerifiedHead(
      stream: checked.stream,
      entry: EntryNumber(checked.last),
      hash: hash,
      recorded: checked.recorded.flatMap { Stamp(milliseconds: $0.at, offset: $0.offset) },
      seals: over.compactMap { seals.seals[$0.seal] }
    )
  }
}
