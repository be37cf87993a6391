package import SessionRecord

/// Why nothing is done with a key, where the reason is not the key itself.
package enum SigningRefusal: Refusal, Hashable {
  /// Clinicians are listed, and nobody said who does it.
  case nobodyNamed
  /// The beginning of a fingerprint fits several.
  case severalKeys(String, [String])
  /// The very key with which this machine would sign that it is lost.
  case sealsHere(String)

  package var kind: RefusalKind {
    switch self {
    case .nobodyNamed, .severalKeys: .usage
    case .sealsHere: .notAllowed
    }
  }

  package var problem: String {
    switch self {
    case .nobodyNamed: "Who does it? Nothing was stored."
    case .severalKeys(let text, let fingerprints):
      "“\(text)” begins several fingerprints: \(fingerprints.joined(separator: ", ")). "
        + "Nothing was stored."
    case .sealsHere(let fingerprint):
      "\(fingerprint) is the key with which this machine seals. Nothing was stored."
    }
  }

  package var remedy: String? {
    switch self {
    case .nobodyNamed: "Add --by LH, or set VIGIL_BY."
    case .severalKeys: "Type more of it; vigil key list shows all."
    case .sealsHere: "To put a new one in its place: vigil key rotate"
    }
  }
}
