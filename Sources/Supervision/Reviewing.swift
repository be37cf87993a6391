import Monitoring
import RecordStore
package import SessionRecord

/// What a person makes of flags and side effects afterwards, as it was typed.
package struct ReviewRequest {
  package let subject: ReviewSubject
  package let verdict: ReviewVerdict
  /// What is to be done, where something is.
  package let followUp: String?
  package let text: String

  package init(
    _ subject: ReviewSubject,
    verdict: ReviewVerdict,
    followUp: String? = nil,
    text: String
  ) {
    self.subject = subject
    self.verdict = verdict
    self.followUp = followUp
    self.text = text
  }
}

extension Supervision {
  /// Records a review in an open, closed or amended session: it changes no flag, and amends nothing.
  ///
  /// Flags and side effects that are named together are two entries of one commit. A review is nobody's by
  /// default: its author is named, and has the role where clinicians are listed.
  package func review(
    _ request: ReviewRequest,
    in number: SessionNumber,
    by author: ClinicianCode
  ) throws -> Recorded {
    try require(.reviewer, of: author)
    let session = try existing(number)
    return try commit(to: session) { log, known, moment, _ in
      let chart = Chart(log)
      guard !chart.isVoid else { throw ReviewRefusal.sessionVoid(session.label) }
      let asOf = max(lastKnown(log), moment.recorded.instant)
      let reviewable = Reviewable(
        flags: known.flags(asOf: asOf),
        effects: chart.effectEpisodes,
        chart: chart,
        session: session
      )
      return try reviewable.subjects(named: request.subject).map { subject in
        draft(
          .review(
            try Review(
              subject,
              verdict: request.verdict,
              followUp: request.followUp,
              text: request.text
            )
          ),
          at: moment,
          by: author,
          in: session
        )
      }
    }
  }

  /// How many flags raised in a span, and side effects begun in it, await a review.
  package func unreviewed(
    since: Instant?,
    until: Instant?
  ) throws -> (flags: Int, effects: Int) {
    (
      try flags(FlagQuery(since: since, until: until, unreviewedOnly: true)).count,
      try effects(EffectQuery(since: since, until: until, unreviewedOnly: true)).count
    )
  }
}
