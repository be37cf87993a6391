package import SessionRecord

/// Why a text is not a protocol: where it fails, and what was expected there.
package struct ProtocolRefusal: Refusal, Hashable {
  /// The file, or the name of the built-in protocol, that was read.
  package let file: String
  /// Where in the document, as `rules[3].limit`; empty for the document as a whole.
  package let path: String
  /// From 1.
  package let line: Int
  /// From 1, in characters.
  package let column: Int
  /// What was wrong and what was expected, as one plain sentence.
  package let reason: String

  package var kind: RefusalKind { .badInput }

  package var problem: String {
    let place = path.isEmpty ? "" : "\(path): "
    return "\(file):\(line):\(column): \(OneLine(place + reason).text)"
  }

  package var remedy: String? { "Correct it, then: vigil protocol check \(file)" }
}
