import Monitoring
import SessionRecord

/// Side effects by kind, and the intended state apart.
struct SummaryEffects {
  let review: SafetyReview

  private var sessions: Int { review.sessions.counted }

  var blocks: [SummaryBlock] {
    let effects = review.effects.filter { !$0.isIntendedState }
    var blocks: [SummaryBlock] = [.heading("Side effects")]
    if effects.isEmpty {
      blocks.append(.words("No side effect was recorded."))
    } else {
      let total = effects.reduce(0) { $0 + $1.total }
      let distressing = effects.reduce(0) { $0 + $1.distressing }
      blocks.append(
        .words(
          Phrase(
            "\(counted(total, "side effect")) in "
              + "\(ShareText.of(review.sessionsWithEffects, sessions, "sessions")), "
              + "\(distressing) distressing."
          )
        )
      )
      var reviews = ReviewCounts()
      for effect in effects { reviews.add(effect.reviews) }
      blocks.append(.words(Phrase(SummaryReview(counts: reviews).sentence)))
      blocks += [.table(table(of: effects)), .plots([plot(of: effects)])]
    }
    if let state = review.effects.first(where: \.isIntendedState) {
      let words =
        "Intended state (dissociation), counted apart: \(counted(state.total, "time")) in "
        + "\(ShareText.of(state.sessions, sessions, "sessions")); at its worst "
        + "\(state.count(.severe)) severe, \(state.count(.moderate)) moderate, "
        + "\(state.count(.mild)) mild, \(state.notGraded) not graded; "
        + "\(state.distressing) distressing. \(SummaryReview(counts: state.reviews).sentence)"
      blocks.append(.words(Phrase(words)))
    }
    return blocks
  }

  private func table(of effects: [EffectReview]) -> SummaryTable {
    var table = SummaryTable(
      "Side effects by kind",
      "Effect",
      [
        "Times", "Sessions", "Severe", "Moderate", "Mild", "Not graded", "Distressing",
      ]
    )
    for effect in effects {
      table.add(
        Phrase(effect.name.text),
        [
          effect.total, effect.sessions, effect.count(.severe), effect.count(.moderate),
          effect.count(.mild), effect.notGraded, effect.distressing,
        ].map(String.init)
      )
    }
    return table
  }

  private func plot(of effects: [EffectReview]) -> SummaryPlot {
    .bars(
      "Sessions with each side effect",
      effects.map {
        BarPlot.Row(label: $0.name.text, value: $0.sessions, note: "of \(sessions)")
      }
    )
  }
}
