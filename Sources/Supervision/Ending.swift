import Foundation
import Monitoring
import RecordStore
package import SessionRecord

extension Supervision {
  /// Closes a session now, or when a paper chart says, with the decision in the same commit.
  ///
  /// Refused where a criterion of the protocol is not met, no reason is given for it, and the patient
  /// does not leave against advice, and where nobody says who decides; under a protocol without criteria
  /// nothing has to be said.
  package func end(
    _ number: SessionNumber,
    by author: ClinicianCode?,
    usual: ClinicianCode? = nil,
    _ request: LeavingRequest = LeavingRequest(),
    onPaper closing: PaperTime? = nil
  ) throws -> Recorded {
    let session = try existing(number)
    let authorship = Authorship(author: author, usual: usual)
    var givenWay: ClinicianCode?
    var recorded = try commit(to: session) { log, known, moment, terms in
      let chart = Chart(log)
      guard !chart.isVoid else { throw SupervisionRefusal.sessionVoid(session.label) }
      guard chart.closing == nil else { throw SupervisionRefusal.alreadyClosed(session.label) }
      guard let duty = Duty(chart) else { throw SupervisionRefusal.noSuchSession(session.label) }
      let author = duty.author(authorship)
      // Who decides is never the one on duty by default.
      let typist = duty.named(authorship)
      givenWay = duty.givenWay(authorship)
      let closed = try closing?.closing(of: chart, by: moment.recorded.instant, terms)
      // What is decided on paper is decided as of then.
      let seen = closed.map { known.closed(at: $0, after: log, by: author, at: moment) } ?? known
      var contents: [Content] = []
      if !terms.monitoringProtocol.leaving.isEmpty || !request.isEmpty {
        contents.append(
          .leaving(.decision(try decision(request, log, seen, terms, at: moment, by: typist)))
        )
      }
      contents.append(.closed)
      return contents.map { content in
        guard let closed else { return draft(content, at: moment, by: author, in: session) }
        return paperDraft(content, at: closed, by: author, in: session)
      }
    }
    recorded.givenWay = givenWay
    return recorded
  }

  // MARK: - The decision

  private func decision(
    _ request: LeavingRequest,
    _ log: [Entry],
    _ known: SessionFold,
    _ terms: SessionTerms,
    at moment: CommitMoment,
    by typist: ClinicianCode?
  ) throws -> LeavingDecision {
    guard let decider = request.decidedBy ?? typist else {
      throw SupervisionRefusal.deciderMissing
    }
    let asOf = max(moment.recorded.instant, lastKnown(log))
    let file = terms.file(
      terms.session,
      log: log,
      assessment: known.assessment(asOf: asOf)
    )
    let isAsked = file.somethingToRecoverFrom
    let unmet = isAsked ? file.readiness.unmet.filter { !request.meets($0.criterion) } : []
    try check(request.reasons.compactMap(\.criterion), unmet, terms.monitoringProtocol)
    guard request.reasons.isEmpty || !unmet.isEmpty else {
      throw SupervisionRefusal.reasonForNothing(isAsked: isAsked)
    }
    for reason in request.reasons where reason.criterion == nil {
      let id = CriterionID(reason.text)
      guard !terms.monitoringProtocol.leaving.contains(where: { $0.id == id }) else {
        throw SupervisionRefusal.reasonIsCriterion(id)
      }
    }
    if let witness = request.againstAdvice?.witness,
      witness == decider.text || witness == typist?.text
    {
      throw SupervisionRefusal.witnessDecides(witness)
    }
    guard !request.hasReasonLeftOver(among: unmet) else {
      throw SupervisionRefusal.reasonLeftOver
    }
    let reasoned = unmet.map { standing in
      LeavingDecision.Unmet(
        standing.criterion.id,
        missing: standing.missing,
        reason: request.reason(for: standing.criterion.id)
      )
    }
    let outcome: LeavingDecision.Outcome
    if let (reason, witness) = request.againstAdvice {
      outcome = .againstAdvice(reason: reason, witness: witness)
    } else if !isAsked {
      outcome = .noDose
    } else if terms.monitoringProtocol.leaving.isEmpty {
      outcome = .noCriteria
    } else if unmet.isEmpty {
      outcome = .criteriaMet
    } else {
      guard !reasoned.contains(where: { $0.reason == nil }) else {
        throw SupervisionRefusal.criteriaUnmet(
          session: terms.session.label,
          unmet.filter { request.reason(for: $0.criterion.id) == nil }.map { standing in
            SupervisionRefusal.UnmetCriterion(
              id: standing.criterion.id,
              isAnswerable: standing.criterion.requirement == .answered
            )
          }
        )
      }
      outcome = .unmetWithReasons
    }
    return try LeavingDecision(
      outcome,
      decidedBy: decider,
      unmet: reasoned,
      escort: request.escort,
      instructions: request.instructions,
      readyMinute: request.readyMinute
    )
  }

  /// A reason belongs to a criterion that is not met.
  private func check(
    _ reasoned: [CriterionID],
    _ unmet: [CriterionStanding],
    _ monitoringProtocol: MonitoringProtocol
  ) throws {
    for criterion in reasoned {
      guard monitoringProtocol.leaving.contains(where: { $0.id == criterion }) else {
        throw SupervisionRefusal.noSuchCriterion(
          criterion,
          monitoringProtocol.leaving.map(\.id)
        )
      }
      guard unmet.isEmpty || unmet.contains(where: { $0.criterion.id == criterion }) else {
        throw SupervisionRefusal.criterionMet(criterion)
      }
    }
  }

  func draft(
    _ content: Content,
    at moment: CommitMoment,
    by author: ClinicianCode,
    in session: Session
  ) -> Draft {
    Draft(
      id: EntryID(UUID.drawn()),
      observed: moment.recorded,
      author: author,
      room: session.room,
      content: content
    )
  }

  /// The same as a paper chart says it.
  func paperDraft(
    _ content: Content,
    at observed: Stamp,
    by author: ClinicianCode,
    in session: Session
  ) -> Draft {
    Draft(
      id: EntryID(UUID.drawn()),
      observed: observed,
      author: author,
      source: .paper,
      room: session.room,
      content: content
    )
  }
}

extension SessionFile {
  /// Whether the criteria are asked at all: something was given, of whatever drug, or a high flag about
  /// the patient is open.
  fileprivate var somethingToRecoverFrom: Bool {
    assessment.timeZero != nil || !exposure.given.isEmpty
      || assessment.chart.entries.contains { !$0.isVoid && $0.content.kind == .infusion }
      || assessment.flags.contains { $0.isOpen && !$0.isProcess && $0.priority == .high }
  }
}

extension CriterionStanding {
  /// What is missing, in words.
  fileprivate var missing: String {
    switch state {
    case .met: ""
    case .missing(let text): text
    case .notAnswered: "not answered"
    }
  }
}
