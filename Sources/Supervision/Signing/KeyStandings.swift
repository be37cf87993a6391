import RecordStore
package import SessionRecord

extension Supervision {
  /// Every key that was ever in use, in the order in which they began.
  package func keyStandings() throws -> [KeyStanding] {
    let here = store.station.keyring?.presentKey(of: store.recordID)
    return KeyHistory(try store.seals()).keys.map { key in
      KeyStanding(
        key: key.key,
        owner: key.owner,
        since: key.since,
        enteredAs: key.enteredAs,
        end: key.end,
        isHere: isHere(key.key, of: key.owner),
        sealsHere: key.owner == nil && key.end == nil && key.key == here
      )
    }
  }

  private func isHere(_ key: VerifyingKey, of owner: ClinicianCode?) -> Bool {
    guard let keyring = store.station.keyring else { return false }
    guard let owner else { return keyring.hasOwnKey(key, in: store.recordID) }
    return keyring.hasKey(key, of: owner, in: store.recordID)
  }
}

/// What the chain of seals says of keys; whether it may say so is a question for `verify`.
private struct KeyHistory {
  struct Key {
    let key: VerifyingKey
    let owner: ClinicianCode?
    let since: Stamp
    let enteredAs: Accessor
    var end: KeyStanding.End?
  }

  private(set) var keys: [Key] = []

  init(_ seals: [Seal]) {
    for seal in seals {
      switch seal.act {
      case .head: break
      case .keyBegins(let key): begin(key, seal)
      case .keyFollows(let key):
        end(seal.key, .followed(by: key, seal.at))
        begin(key, seal)
      case .keyLost(let key):
        end(key, .lost(because: seal.remark, by: seal.enteredAs, seal.at))
      }
    }
  }

  private mutating func begin(_ key: VerifyingKey, _ seal: Seal) {
    keys.append(
      Key(key: key, owner: seal.owner, since: seal.at, enteredAs: seal.enteredAs, end: nil)
    )
  }

  private mutating func end(_ key: VerifyingKey, _ end: KeyStanding.End) {
    guard let place = keys.lastIndex(where: { $0.key == key && $0.end == nil }) else { return }
    keys[place].end = end
  }
}
