import SessionRecord

/// Goes through the seals one after the other: their chain, the keys in use, and how far the record had come.
struct SealChain {
  /// Number and hash of the newest seal over an entry, and what was derived then.
  struct Over: Hashable {
    let seal: Int
    let entry: Int
    let head: HashBytes?
    let derived: RecordDigest?
    /// Nil: the record's own.
    let owner: ClinicianCode?
  }

  private var chain: ChainCheck
  private var keys = KeysInUse()
  private var began: [VerifyingKey: Int] = [:]
  private var commit = 0
  private var access = 0
  /// The newest commit that any seal speaks of.
  private var furthest = 0
  /// By stream, in order.
  private(set) var over: [EntryStream: [Over]] = [:]
  private(set) var findings = Findings()
  /// Of those whose signature and key hold.
  private(set) var sound: Set<Int> = []
  private(set) var hashes: [Int: HashBytes] = [:]
  /// What each says of the accesses.
  private(set) var accesses: [(seal: Int, access: Int, hash: HashBytes?)] = []
  private(set) var seals: [Int: Seal] = [:]

  init(genesis: HashBytes?) { chain = ChainCheck(genesis) }

  mutating func take(_ looked: LookedAtSeal, keeping only: EntryStream?) {
    chain.take(looked.number, prev: looked.prev, computed: looked.computed, stored: looked.stored)
    hashes[looked.number] = looked.computed
    let place = VerificationPlace.seal(looked.number, over: looked.stream)
    let before = findings.all.count
    if looked.isSigned == false { findings.add(place, .notTheSignature) }
    if let seal = looked.seal {
      if !keys.take(seal) { findings.add(place, .notAllowedToSign) }
      note(seal)
    } else {
      findings.add(place, .unreadable(why: "a column holds what it cannot hold"))
    }
    if looked.isSigned == true, findings.all.count == before { sound.insert(looked.number) }
    if looked.commit < commit || looked.access < access { findings.add(place, .reachFell) }
    commit = looked.commit
    access = looked.access
    furthest = max(furthest, commit)
    accesses.append((looked.number, looked.access, looked.accessHash))
    if let seal = looked.seal, only != nil, looked.stream == only { seals[looked.number] = seal }
  }

  private mutating func note(_ seal: Seal) {
    switch seal.act {
    case .head(let stream, let entry, let head, let derived):
      over[stream, default: []].append(
        Over(
          seal: seal.number,
          entry: entry.value,
          head: HashBytes(head.bytes),
          derived: derived,
          owner: seal.owner
        )
      )
    case .keyBegins(let key), .keyFollows(let key): began[key] = seal.number
    case .keyLost: break
    }
  }

  /// The first that fails, once all are taken; what a seal says of the record against how far it goes.
  mutating func end(newestCommit: Int) {
    if let (number, fault) = chain.broken { findings.add(.seal(number, over: nil), fault) }
    if furthest > newestCommit {
      findings.add(.seals, .commitsGone(then: furthest, now: newestCommit))
    }
  }

  var inUse: [VerifiedKey] {
    keys.keys.map { VerifiedKey(key: $0.key, owner: $0.owner, seal: began[$0.key] ?? 0) }
      .sorted { $0.seal < $1.seal }
  }

  var count: Int { chain.rows }
}
