package import SessionRecord

/// An effect or circumstance that lasts: for so many minutes, or until so many after time zero.
///
/// Time alone raises its flag, since an effect goes on until it is said to be gone.
package struct LastingEffect: Hashable {
  package enum Length: Hashable {
    /// Since it began.
    case minutes(Int)
    /// Still there so many minutes after time zero, or there again after it.
    case untilMinute(Int)
  }

  /// Never empty.
  package let effects: [EffectName]
  /// Milder than this it is over; nil where any grade, or none, counts.
  package let atLeast: Severity?
  package let length: Length

  package init(_ effects: [EffectName], atLeast: Severity? = nil, _ length: Length) {
    self.effects = effects
    self.atLeast = atLeast
    self.length = length
  }
}
