import SessionRecord

extension Verifying {
  /// The accesses and the patients, each on a core; gives how many accesses there are.
  mutating func lookBeside() -> Int {
    let parts = concurrently(BesidePart.allCases) { [self] in look(at: $0) }
    for part in parts { findings.add(contentsOf: part.findings) }
    for part in parts { part.accesses.map { compare($0) } }
    BesideCheck(connections: connections, version: store.version).look(into: &findings)
    var texts = ProtocolTextCheck(connections: connections)
    texts.look()
    findings.add(
      contentsOf: texts.findings.all.filter { only == nil || bearsOnOnly($0.place) }
    )
    let commitments = parts.compactMap(\.commitments).first ?? [:]
    for stream in streams.keys.sorted(by: { $0.precedes($1) }) {
      streams[stream].map { compare($0, commitments, texts.kept) }
    }
    return parts.compactMap(\.accesses?.count).first ?? 0
  }

  private enum BesidePart: CaseIterable {
    case accesses, patients
  }

  private struct LookedBeside: Sendable {
    var findings: [VerificationFinding]
    var accesses: AccessCheck?
    var commitments: [[UInt8]: HashBytes?]?
  }

  private func look(at part: BesidePart) -> LookedBeside {
    switch part {
    case .accesses:
      var check = AccessCheck(record: record, version: store.version, connections: connections)
      check.look(upTo: mark.access)
      return LookedBeside(findings: check.findings.all, accesses: check)
    case .patients:
      var check = PatientCheck(connections: connections, version: store.version)
      switch only {
      case nil: check.look(at: nil)
      case .course(let code)?: check.look(at: code)
      case .session?:
        if let opened = only.flatMap({ streams[$0]?.opened }) { check.look(at: opened.patient) }
      }
      return LookedBeside(findings: check.findings.all, commitments: check.commitments)
    }
  }

  private mutating func compare(_ accesses: AccessCheck) {
    for (seal, access, hash) in seals.accesses where access > 0 {
      let place = VerificationPlace.seal(seal, over: nil)
      if let there = accesses.hashes[access] {
        if there != hash { findings.add(place, .accessOther(access)) }
      } else {
        findings.add(place, .accessGone(access))
      }
    }
  }

  /// A stream against its patient and the text that it was opened with.
  private mutating func compare(
    _ checked: CheckedStream,
    _ commitments: [[UInt8]: HashBytes?],
    _ kept: Set<RecordDigest>
  ) {
    if case .course(let code) = checked.stream, commitments[Array(code.text.utf8)] == nil {
      findings.add(.patient(code.text), .gone)
    }
    guard let opened = checked.opened else { return }
    let patient = VerificationPlace.patient(opened.patient.text)
    if let commitment = commitments[Array(opened.patient.text.utf8)] {
      if commitment != opened.commitment {
        findings.add(patient, .commitmentOther(checked.stream))
      }
    } else {
      findings.add(patient, .gone)
    }
    if !kept.contains(opened.text) {
      findings.add(.protocolText(opened.text.name), .textGone(checked.stream))
    }
  }

  private func bearsOnOnly(_ place: VerificationPlace) -> Bool {
    guard case .protocolText(let name) = place else { return true }
    return only.flatMap { streams[$0]?.opened }?.text.name == name
  }
}
