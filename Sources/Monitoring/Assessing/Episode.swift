import SessionRecord

/// An episode of a rule as a flag shows it, as of an instant.
struct Episode {
  /// Place of its rule in the protocol.
  let place: Int
  let rule: Rule
  let measure: Measure
  let limit: BrokenLimit?
  /// Every reading that broke the rule; never empty.
  let readings: [BreakingReading]
  /// The one furthest beyond the limit, the first of equals.
  let peak: BreakingReading
  let life: EpisodeLife

  var identity: FlagIdentity { FlagIdentity(rule: rule.id, entry: first) }
  var key: EpisodeKey { EpisodeKey(place: place, entry: first) }
  /// The entry that first broke the rule.
  var first: EntryNumber { readings[0].entry }

  /// The highest reached: a confirming by repeat, or for want of one, raises it one step.
  var priority: Priority {
    switch life.state {
    case .unconfirmed, .clearedOnRepeat: rule.priority
    case .confirmed, .cleared: rule.startsUnconfirmed ? rule.priority.raised : rule.priority
    }
  }

  func holds(_ entry: EntryNumber) -> Bool { readings.contains { $0.entry == entry } }

  /// The episode of a span, with its readings as the chart has them.
  init(
    _ span: Track.Span,
    of track: Track,
    in findings: RuleFindings,
    chart: Chart,
    clock: Instant
  ) {
    place = findings.place
    rule = findings.rule
    measure = track.measure
    limit = findings.limit
    var life = span.life
    life.lapse(by: clock)
    self.life = life
    var readings: [BreakingReading] = []
    var peak = 0
    var furthest = Int.min
    for value in track.values[span.start..<(span.end ?? track.values.count)] where value.breaks {
      if value.excess > furthest {
        furthest = value.excess
        peak = readings.count
      }
      readings.append(BreakingReading(value, of: track.measure, in: chart))
    }
    self.readings = readings
    self.peak = readings[peak]
  }
}

extension BreakingReading {
  fileprivate init(_ value: JudgedValue, of measure: Measure, in chart: Chart) {
    var quantity: Quantity?
    var effect: SideEffect?
    switch (measure, chart[value.order.number]?.content) {
    case (.sign(let sign), .vitals(let vitals)?), (.rate(let sign), .vitals(let vitals)?):
      quantity = vitals.value(sign)
    case (.unverified, .vitals(let vitals)?):
      quantity = vitals.unverified.first.flatMap { vitals.value($0) }
    case (.effect, .effect(let seen)?): effect = seen
    case (.rule, .vitals(let vitals)?): quantity = value.shown.flatMap { vitals.value($0) }
    default: break
    }
    self.init(
      entry: value.order.number,
      observed: value.order.observed,
      quantity: quantity,
      effect: effect,
      reckoned: value.reckoned
    )
  }
}
