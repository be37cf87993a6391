import Monitoring

/// All of a summary, in the order in which a review goes through it.
struct SummarySections {
  let review: SafetyReview
  let titles: ReviewTitles

  var blocks: [SummaryBlock] {
    guard review.sessions.counted > 0 else { return SummarySessions(review: review).blocks }
    return SummarySessions(review: review).blocks
      + SummaryReadings(review: review, titles: titles).blocks
      + SummaryFlags(review: review, titles: titles, isProcess: false).blocks
      + SummaryFlags(review: review, titles: titles, isProcess: true).blocks
      + SummaryEffects(review: review).blocks + SummaryLeaving(review: review).blocks
      + SummaryDigits(review: review).blocks
  }
}
