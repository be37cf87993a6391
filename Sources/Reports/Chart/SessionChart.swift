import Monitoring
import SessionRecord

/// What a session's chart shows before it is drawn, the same for the terminal and for the page.
///
/// Nothing is rounded here, nothing carried over, and two readings stay two.
struct SessionChart {
  let words: SessionWords
  /// From the first thing that is shown to the last; the drawings add their margins.
  let from: Instant
  let to: Instant
  /// The standing sets by observed time.
  let sets: [ChartSet]
  let limits: [ChartLimit]
  /// Times without a set in which anything was measured, also those of which the schedule tells.
  let gaps: [Gap]
  /// Doses over a time and at once, in the order in which they began.
  let doses: [ChartDose]
  /// The lane of the intended state, above those of side effects; nil where it was never entered.
  let intended: ChartEffect?
  /// A lane each, by their first onset.
  let effects: [ChartEffect]
  /// By time, lettered from `a`.
  let events: [ChartEvent]
  /// The standing flags, by number.
  let flags: [ChartFlag]

  init(_ words: SessionWords) {
    self.words = words
    sets = ChartSet.sets(in: words)
    limits = ChartLimit.limits(of: words.file)
    gaps = Gap.all(in: words.file)
    doses = words.file.exposure.given.map { ChartDose($0, in: words) }
    let lanes = ChartEffect.lanes(in: words)
    intended = lanes.first { $0.name == .dissociation }
    effects = lanes.filter { $0.name != .dissociation }
    events = ChartEvent.events(in: words)
    flags = words.file.assessment.flags.filter { $0.retractedBy == nil }
      .map { ChartFlag($0, in: words) }
    let shown =
      sets.map(\.at) + doses.flatMap { [$0.from, $0.to].compactMap(\.self) }
      + lanes.flatMap { $0.spells.flatMap { [$0.from, $0.to].compactMap(\.self) } }
      + events.map(\.at) + flags.map(\.raised)
    let opened = words.file.session.opened.instant
    let end = words.chart.closing?.observed.instant ?? words.file.assessment.asOf
    from = min(opened, shown.min() ?? opened)
    // What time alone raised after the closing, or a plan that reaches beyond it, stretches no chart.
    to = max(end, sets.last?.at ?? end, events.last?.at ?? end)
  }

  /// The lanes of effects from top to bottom, the intended state first.
  var lanes: [ChartEffect] { [intended].compactMap(\.self) + effects }

  /// Whether one reading of a sign and the next are too far apart for a line or a box to join them,
  /// whatever was read of other signs between them.
  func isGap(between earlier: Instant, and later: Instant) -> Bool {
    Gap.isGap(later - earlier)
  }
}
