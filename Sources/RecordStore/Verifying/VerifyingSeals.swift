import GRDB
import SessionRecord

extension Verifying {
  mutating func lookAtSeals() {
    guard store.version > 1 else {
      findings.add(.record, .ofVersionOne)
      if mark.seals > 0 { findings.add(.table("seal"), .rowsWritten(0, found: mark.seals)) }
      // A record that was sealed here, and now says that it is older than seals.
      return compareWitness()
    }
    seals = SealChain(genesis: genesis())
    let check = SealCheck(record: record, connections: connections, only: only)
    let last = max(0, min(mark.seal, mark.seals))
    var parts = stride(from: 1, through: last, by: Verifying.sealsAtOnce).map {
      $0...min($0 + Verifying.sealsAtOnce - 1, last)
    }
    // Numbers that no seal can have, should there be any.
    parts.insert(Int.min...0, at: 0)
    if mark.seal > last { parts.append(last + 1...mark.seal) }
    for (looked, found) in concurrently(parts, { check.look(at: $0) }) {
      findings.add(contentsOf: found)
      for seal in looked { seals.take(seal, keeping: only) }
    }
    if mark.seal == 0 { findings.add(.seals, .nothingSealed) }
    compareWitness()
  }

  /// What the first seal is chained to.
  private mutating func genesis() -> HashBytes? {
    var genesis: HashBytes?
    let connections = connections
    findings.look(at: .record) { _ in
      genesis =
        try connections.read { database in
          try database.firstStored("SELECT id, purpose, made_ms FROM record") { row in
            var buffer = DigestBuffer()
            buffer.begin(with: Array("vigil.seals.v1".utf8) + [0])
            buffer.columns(row, 0..<3)
            return buffer.digest
          }
        } ?? nil
    }
    return genesis
  }

  private mutating func compareWitness() {
    guard let witness, let fault = witness.fault(of: seals.hashes[witness.number]) else { return }
    findings.add(.witness(witness.number), fault)
  }

  /// What seals say of entries, and streams that none covers; gives those whose last entry is sealed.
  mutating func lookAtHeads() -> Set<EntryStream> {
    guard store.version > 1 else { return [] }
    seals.end(newestCommit: only == nil ? newestCommit : mark.commit)
    findings.add(contentsOf: seals.findings.all)
    var heads: [VerificationFinding] = []
    for (stream, over) in seals.over where only == nil || only == stream {
      let checked = streams[stream]
      for seal in over {
        let place = VerificationPlace.seal(seal.seal, over: stream)
        if let computed = checked?.sealed[seal.entry] {
          if computed != seal.head { heads.append(VerificationFinding(place, .headOther)) }
        } else {
          heads.append(VerificationFinding(place, .headGone(last: checked?.last)))
        }
      }
    }
    findings.add(contentsOf: heads.sorted { $0.place.sealNumber < $1.place.sealNumber })
    var sealed: Set<EntryStream> = []
    var uncovered: [EntryStream] = []
    for checked in streams.values {
      let isCovered = seals.over[checked.stream, default: []].contains {
        $0.owner == nil && $0.entry == checked.last
      }
      if isCovered {
        sealed.insert(checked.stream)
      } else if !checked.isOpen {
        uncovered.append(checked.stream)
      }
    }
    for stream in uncovered.sorted(by: { $0.precedes($1) }) {
      findings.add(.stream(stream), .notSealed)
    }
    return sealed
  }

  private static let sealsAtOnce = 256
}

extension Witness {
  /// What is wrong with a record that has such a seal under its number, or none; nil where it is the same.
  func fault(of there: HashBytes?) -> VerificationFault? {
    guard let there else { return .olderThanWitness(at) }
    return there == HashBytes(hash.bytes) ? nil : .otherThanWitness(at)
  }
}

extension VerificationPlace {
  fileprivate var sealNumber: Int {
    guard case .seal(let number, _) = self else { return 0 }
    return number
  }
}
