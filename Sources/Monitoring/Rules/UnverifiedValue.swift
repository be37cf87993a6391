import SessionRecord

/// A value or dose outside what is expected, until it is verified; one episode per entry.
package struct UnverifiedValue: Hashable {
  package init() {}
}

extension UnverifiedValue {
  /// Breaks at an entry with something unverified, and is over when that is verified.
  func verdict(on observation: Observation) -> Verdict? {
    observation.content.isDoubted
      ? Verdict(.alone(until: observation.verified), of: .unverified) : nil
  }
}
