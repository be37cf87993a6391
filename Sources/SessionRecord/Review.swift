/// What the clinic makes of a flag or a side effect afterwards; it closes it for the clinic.
package struct Review: Hashable {
  package enum Subject: Hashable {
    /// By the numbers that were typed and by what they are, as an acknowledgement names them.
    case flags([Acknowledgement.Named])
    /// By the entry at which it was first seen.
    case effects([EntryNumber])
  }

  package let subject: Subject
  package let verdict: ReviewVerdict
  /// What is to be done, where something is.
  package let followUp: String?
  package let text: String

  /// Refuses no subject, and blank words.
  package init(
    _ subject: Subject,
    verdict: ReviewVerdict,
    followUp: String? = nil,
    text: String
  ) throws(ValueRefusal) {
    switch subject {
    case .flags(let named): guard !named.isEmpty else { throw .nothingNamed }
    case .effects(let onsets): guard !onsets.isEmpty else { throw .nothingNamed }
    }
    try refuseBlank(text, "review")
    try refuseBlank(followUp, "follow-up")
    self.subject = subject
    self.verdict = verdict
    self.followUp = followUp
    self.text = text
  }
}

package enum ReviewVerdict: Int, Hashable, CaseIterable {
  case expected = 1
  case artefact = 2
  case adverseEvent = 3
  case serious = 4

  /// As it is typed: `adverse-event`.
  package var word: String {
    switch self {
    case .expected: "expected"
    case .artefact: "artefact"
    case .adverseEvent: "adverse-event"
    case .serious: "serious"
    }
  }
}

/// What a reviewer saw of a flag or a side effect that has become worse since.
package enum OutgrownReview: Hashable {
  case priority(Priority)
  case effect(worst: Severity?, distressing: Bool)

  /// `medium`, `mild, not distressing`.
  package var words: String {
    switch self {
    case .priority(let priority): priority.word
    case .effect(let worst, let distressing):
      "\(worst?.word ?? "not graded"), \(distressing ? "distressing" : "not distressing")"
    }
  }
}

/// A review as it stands on a flag or a side effect: the newest that was not withdrawn.
package struct ReviewMark: Hashable {
  package let entry: EntryNumber
  package let at: Instant
  package let by: ClinicianCode
  package let verdict: ReviewVerdict
  package let followUp: String?
  package let text: String
  /// What was seen, where that has become worse since: then it awaits a review again; nil where the
  /// review covers it.
  package let outgrown: OutgrownReview?

  package init(
    entry: EntryNumber,
    at: Instant,
    by: ClinicianCode,
    verdict: ReviewVerdict,
    followUp: String?,
    text: String,
    outgrown: OutgrownReview? = nil
  ) {
    self.entry = entry
    self.at = at
    self.by = by
    self.verdict = verdict
    self.followUp = followUp
    self.text = text
    self.outgrown = outgrown
  }
}

extension ReviewMark {
  /// As an entry says it; *outgrown* is what it was made of, where there is worse now.
  package init(_ review: Review, of entry: ChartEntry, outgrown: OutgrownReview? = nil) {
    self.init(
      entry: entry.number,
      at: entry.observed.instant,
      by: entry.original.author,
      verdict: review.verdict,
      followUp: review.followUp,
      text: review.text,
      outgrown: outgrown
    )
  }
}
