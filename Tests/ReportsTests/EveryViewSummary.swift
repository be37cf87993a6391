import Monitoring
import Reports
import SessionRecord

extension EveryView {
  /// The session, the open one, and one that was struck out.
  var review: SafetyReview {
    let reviewed = ReviewedProtocol(
      id: file.monitoringProtocol.id,
      version: file.monitoringProtocol.title
    )
    var review = SafetyReview()
    review.add(
      file.assessment.tally(under: file.monitoringProtocol.formulary),
      in: file.session.state,
      under: reviewed
    )
    review.add(
      open.assessment.tally(under: open.monitoringProtocol.formulary),
      in: .open,
      under: reviewed
    )
    review.addVoid(under: reviewed)
    return review
  }

  var titles: ReviewTitles { ReviewTitles([file.monitoringProtocol]) }

  /// Under an id that a person typed.
  var scope: SummaryScope {
    SummaryScope(
      since: file.session.opened,
      until: nil,
      id: ProtocolID(file.monitoringProtocol.title),
      now: Stamp(open.assessment.asOf, in: open.zone)
    )
  }
}
