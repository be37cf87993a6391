import Foundation
import Monitoring
import RecordStore
package import SessionRecord

extension Supervision {
  /// Records what a person answers to criteria that nothing in the record can answer, now or when a
  /// paper chart says.
  package func answer(
    _ answers: [CriteriaAnswers.Answer],
    in number: SessionNumber,
    by author: ClinicianCode?,
    usual: ClinicianCode? = nil,
    onPaper time: PaperTime? = nil
  ) throws -> Recorded {
    let session = try existing(number)
    let authorship = Authorship(author: author, usual: usual)
    return try commit(to: session) { log, _, moment, terms in
      let chart = Chart(log)
      // A judgement is nobody's by default, nor of one who has handed the session over.
      guard let author = Duty(chart)?.named(authorship) else {
        throw SupervisionRefusal.deciderMissing
      }
      guard !chart.isVoid else { throw SupervisionRefusal.sessionVoid(session.label) }
      guard chart.closing == nil else { throw SupervisionRefusal.sessionClosed(session.label) }
      for answer in answers { try check(answer, under: terms.monitoringProtocol) }
      let content = Content.leaving(.answers(try CriteriaAnswers(answers)))
      guard let time else { return [draft(content, at: moment, by: author, in: session)] }
      let answered = try time.stamp(on: chart, by: moment.recorded.instant, terms)
      return [paperDraft(content, at: answered, by: author, in: session)]
    }
  }

  private func check(
    _ answer: CriteriaAnswers.Answer,
    under monitoringProtocol: MonitoringProtocol
  ) throws {
    guard
      let criterion = monitoringProtocol.leaving.first(where: { $0.id == answer.criterion })
    else {
      throw SupervisionRefusal.noSuchCriterion(
        answer.criterion,
        monitoringProtocol.leaving.map(\.id)
      )
    }
    switch criterion.requirement {
    case .answered: break
    case .escort, .instructions:
      guard answer.words != nil || !answer.isMet else {
        throw SupervisionRefusal.criterionNeedsWords(
          criterion.id,
          isEscort: criterion.requirement == .escort
        )
      }
    case .minutesSinceStart, .minutesSinceInfusion, .pressure, .value, .effect, .noOpenFlag,
      .noRecent:
      throw SupervisionRefusal.criterionComputed(criterion.id)
    }
  }
}
