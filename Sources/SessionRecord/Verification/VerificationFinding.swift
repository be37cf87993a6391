/// One thing that is wrong, or that cannot be told, and where.
package struct VerificationFinding: Hashable, Sendable {
  package let place: VerificationPlace
  package let fault: VerificationFault

  package init(_ place: VerificationPlace, _ fault: VerificationFault) {
    self.place = place
    self.fault = fault
  }

  package var isDamage: Bool { fault.isDamage }
}
