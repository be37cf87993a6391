/// Who did something with the record itself: a clinician who was named, or nobody but an account of the machine.
package enum Accessor: Hashable, Sendable {
  /// As it was typed; nobody was asked to prove it.
  case clinician(ClinicianCode)
  /// The account under which Vigil ran, where nobody was named; never blank.
  case account(String)

  /// The code, or the account's name, as it is stored.
  package var text: String {
    switch self {
    case .clinician(let code): code.text
    case .account(let name): name
    }
  }

  package var isAccount: Bool {
    switch self {
    case .clinician: false
    case .account: true
    }
  }
}
