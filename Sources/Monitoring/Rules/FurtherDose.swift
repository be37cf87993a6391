/// A dose of the protocol's own drug after the first one.
package struct FurtherDose: Hashable {
  package enum When: Hashable {
    /// At any time: for a combination.
    case always
    /// While a flag about the patient is open and high.
    case whileHigh
    /// Sooner than so many minutes after the first.
    case soonerThan(minutes: Int)
  }

  package let when: When

  package init(_ when: When) { self.when = when }
}
