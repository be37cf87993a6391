import Monitoring
import SessionRecord

/// The decisions that another typed and that wait for the prescriber's own word, with what to type.
struct OpenCountersignatures {
  private let words: SessionWords

  init(_ words: SessionWords) { self.words = words }

  /// `countersignature open: LH by telephone about hold (#14): vigil countersign S-2026-0001 --by LH`.
  var lines: [Phrase] {
    words.chart.gateDecisions.filter(\.isOpen).map { open in
      let gates = open.decision.gates.map(\.gate.text).joined(separator: ", ")
      let who = open.decision.decidedBy
      return Phrase(
        "countersignature open: \(who) by telephone about \(gates) (#\(open.entry.number)): "
          + "vigil countersign \(words.file.session.label) --by \(who)"
      )
    }
  }
}
