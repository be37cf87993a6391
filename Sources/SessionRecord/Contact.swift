/// Where a patient is and who comes to them: what a session by telephone or video needs.
///
/// It is erased with the identity, and no commitment holds it, since it changes.
package struct Contact: Hashable {
  package let address: String?
  package let emergencyNumber: String?

  /// Refuses blank words.
  package init(address: String? = nil, emergencyNumber: String? = nil) throws(ValueRefusal) {
    try refuseBlank(address, "address")
    try refuseBlank(emergencyNumber, "emergency number")
    self.address = address
    self.emergencyNumber = emergencyNumber
  }

  /// Whether help can be sent: there are an address and a number.
  package var isComplete: Bool { address != nil && emergencyNumber != nil }
}
