/// Where a record is worked on: under which account of the machine, and where the keys lie.
package struct Station: Sendable {
  /// Stands in the record where nobody was named; never blank.
  package let account: String
  /// Nil where nothing can be signed.
  package let keyring: Keyring?

  package init(account: String, keyring: Keyring?) {
    self.account = account
    self.keyring = keyring
  }

  /// Nobody in particular, and no keys: nothing is sealed.
  package static let unnamed = Station(account: "unnamed", keyring: nil)
}
