import Monitoring
import SessionRecord

/// The criteria that only a person can answer and nobody has, and the form in which they are answered.
///
/// Neither an answer nor a name stands in it: what is pasted says nothing that nobody thought of.
struct AnswerHint {
  private let readiness: DischargeReadiness
  private let session: SessionNumber

  init(_ readiness: DischargeReadiness, session: SessionNumber) {
    self.readiness = readiness
    self.session = session
  }

  /// Nil where all are answered.
  var phrase: Phrase? {
    let waiting = readiness.criteria.filter { $0.state == .notAnswered }.map(\.criterion)
    guard !waiting.isEmpty else { return nil }
    let ids = waiting.map { $0.id.text.unbroken }.joined(separator: ", ")
    var form = "vigil leaving \(session)"
    if waiting.contains(where: { $0.requirement == .answered }) { form += " --met … --not-met …" }
    if waiting.contains(where: { $0.requirement == .escort }) { form += " --escort \"…\"" }
    if waiting.contains(where: { $0.requirement == .instructions }) {
      form += " --instructions \"…\""
    }
    return Phrase("Not answered yet: \(ids). As: \(form) --by …")
  }
}
