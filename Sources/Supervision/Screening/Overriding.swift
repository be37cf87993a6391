import Monitoring
import RecordStore
package import SessionRecord

extension Supervision {
  /// Records on whose word an open session goes on over a gate that holds.
  ///
  /// Without a prescriber it is the observer's own confirmation, which is enough for a soft gate alone.
  package func override(
    _ gate: GateID,
    because reason: String,
    prescriber: ClinicianCode?,
    isReadBack: Bool,
    in number: SessionNumber,
    as authorship: Authorship
  ) throws -> Recorded {
    let session = try existing(number)
    guard !reason.allSatisfy(\.isWhitespace) else { throw ScreeningRefusal.reasonMissing(gate) }
    if let prescriber { try require(.prescriber, of: prescriber) }
    return try commit(to: session) { log, known, moment, terms in
      let chart = Chart(log)
      guard !chart.isVoid else { throw SupervisionRefusal.sessionVoid(session.label) }
      guard chart.closing == nil else { throw SupervisionRefusal.sessionClosed(session.label) }
      guard let author = Duty(chart)?.author(authorship) else {
        throw ScreeningRefusal.authorMissing
      }
      let asOf = max(moment.recorded.instant, lastKnown(log))
      let file = terms.file(session, log: log, assessment: known.assessment(asOf: asOf))
      if case .due(let from) = file.holds.first(where: { $0.gate.id == gate })?.repeated,
        asOf < from, file.assessment.timeZero == nil
      {
        throw ScreeningRefusal.repeatFirst(gate, from: Stamp(from, in: terms.zone).clock)
      }
      let level = try file.levelToDecide(gate)
      guard level != .required else { throw ScreeningRefusal.required(gate) }
      guard level < .hard || prescriber != nil else {
        throw ScreeningRefusal.prescriberMissing(gate)
      }
      let decision = try GateDecision(
        prescriber == nil ? .observer : .prescriber,
        decidedBy: prescriber ?? author,
        isByTelephone: try isByTelephone(
          prescriber ?? author,
          author: author,
          isReadBack: isReadBack,
          session: session.label
        ),
        gates: [GateDecision.Reasoned(gate, reason: reason)]
      )
      return [draft(.screening(.decision(decision)), at: moment, by: author, in: session)]
    }
  }
}

extension SessionFile {
  /// At which level a gate holds that nobody decided yet; refused where it does not hold, or somebody
  /// did.
  fileprivate func levelToDecide(_ gate: GateID) throws(ScreeningRefusal) -> GateLevel {
    let screening = screening
    if let hold = screening.holds.first(where: { $0.gate.id == gate }) {
      if let decision = hold.decision { throw .decidedBefore(gate, decision.entry.number) }
      guard hold.level != .info else {
        throw .doesNotHold(gate, basis: "it is shown only")
      }
      return hold.level
    }
    if let finding = screening.findings.first(where: { $0.gate == gate }) {
      guard finding.holds else { throw .doesNotHold(gate, basis: finding.basis) }
      if let decision = screening.decision(on: gate) {
        throw .decidedBefore(gate, decision.entry.number)
      }
      return finding.level
    }
    throw .noSuchGate(
      gate,
      known: screening.holds.map(\.gate.id) + screening.undecided.map(\.gate)
    )
  }
}
