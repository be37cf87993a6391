package import SessionRecord

/// A key that may sign in the record from now on.
package struct KeyInUse: Hashable, Sendable {
  package let key: VerifyingKey
  /// Nil: one of the record's own.
  package let owner: ClinicianCode?
  package let since: Stamp
}

/// Which keys are in use, as the chain of seals makes it one after the other.
struct KeysInUse {
  private(set) var keys: [KeyInUse] = []

  func isInUse(_ key: VerifyingKey, of owner: ClinicianCode?) -> Bool {
    keys.contains { $0.key == key && $0.owner == owner }
  }

  /// Takes one seal in; false where its key may not say that.
  mutating func take(_ seal: Seal) -> Bool {
    switch seal.act {
    case .head: return isInUse(seal.key, of: seal.owner)
    case .keyBegins(let key):
      // A key that was in use before never begins again, under whatever name.
      guard key == seal.key, known.insert(key).inserted else { return false }
      keys.append(KeyInUse(key: key, owner: seal.owner, since: seal.at))
    case .keyFollows(let key):
      guard isInUse(seal.key, of: seal.owner), known.insert(key).inserted else { return false }
      keys.removeAll { $0.key == seal.key }
      keys.append(KeyInUse(key: key, owner: seal.owner, since: seal.at))
    case .keyLost(let key):
      // The owner is whose key is lost.
      guard isInUse(seal.key, of: nil), isInUse(key, of: seal.owner) else { return false }
      keys.removeAll { $0.key == key }
    }
    return true
  }

  private var known: Set<VerifyingKey> = []
}
