import Monitoring
package import SessionRecord

extension GateDecision.Reasoned {
  /// A soft gate that the observer goes on over, with or without words.
  package init(confirming gate: GateID, words: String?) {
    self.init(gate, reason: words ?? GateDecision.Reasoned.plainly)
  }
}
