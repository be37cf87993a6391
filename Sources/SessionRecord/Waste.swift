/// What was left of a drug and thrown away, and who saw it.
package struct Waste: Hashable {
  package let amount: Amount
  /// A second person, where one was named.
  package let witness: String?

  package init(_ amount: Amount, witness: String? = nil) {
    self.amount = amount
    self.witness = witness
  }
}
