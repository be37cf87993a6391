package import SessionRecord

/// The newest seal that this machine made in a record, remembered outside it: a record that ends before it,
/// or has another there, is older than it was, or not the same.
package struct Witness: Hashable, Sendable {
  package let number: Int
  package let hash: RecordDigest
  package let at: Stamp

  package init(number: Int, hash: RecordDigest, at: Stamp) {
    self.number = number
    self.hash = hash
    self.at = at
  }
}

/// As its file says it.
struct WitnessFile: Codable {
  let vigil: String
  let seal: Int
  let hash: String
  let atMilliseconds: Int
  let offsetMinutes: Int

  static let kind = "witness-1"

  init(_ witness: Witness) {
    vigil = WitnessFile.kind
    seal = witness.number
    hash = Hexadecimal.text(witness.hash.bytes)
    atMilliseconds = witness.at.instant.milliseconds
    offsetMinutes = witness.at.offsetMinutes
  }

  var witness: Witness? {
    guard vigil == WitnessFile.kind, seal >= 1,
      let hash = Hexadecimal.bytes(hash).flatMap(RecordDigest.init(bytes:)),
      let at = Stamp(milliseconds: atMilliseconds, offset: offsetMinutes)
    else { return nil }
    return Witness(number: seal, hash: hash, at: at)
  }
}
