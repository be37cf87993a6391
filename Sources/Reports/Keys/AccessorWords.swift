package import SessionRecord

/// Who did something, in words: a clinician's code, or whose account of the machine it was.
package struct AccessorWords {
  private let accessor: Accessor

  package init(_ accessor: Accessor) { self.accessor = accessor }

  /// `KO`, or `account kim`.
  package var text: String {
    switch accessor {
    case .clinician(let code): code.text
    case .account(let name): "account \(name)"
    }
  }

  var json: JSONValue {
    .object([
      "kind": .string(accessor.isAccount ? "account" : "clinician"), "name": .string(accessor.text),
    ])
  }
}
