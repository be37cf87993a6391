import Monitoring
import SessionRecord

/// The life of one episode of a rule on values, by sentences 9 to 13.
struct ReferenceLimitLife {
  let state: FlagState
  /// When it was confirmed, whatever came after.
  let confirmed: Instant?
  let priority: Priority
  /// The values of the episode, from the one that opened it to the one that cleared it, if any.
  let values: [JudgedValue]
  let readings: [BreakingReading]
  let peak: BreakingReading?
  let backInside: Instant?

  /// Values from the one that opens the episode to the last of the session.
  init(
    _ all: [JudgedValue],
    opening: JudgedValue,
    rule: Rule,
    asksForRepeat: Bool,
    clearsAfter count: Int,
    clock: Instant,
    mistake: Mistake?
  ) {
    var clearing: Int?
    if asksForRepeat {
      let raised = mistake == .confirmingRaisesNothing ? rule.priority : rule.priority.raised
      let lapse = opening.at + .minutes(10)
      if let decision = ReferenceLimitLife.decision(
        all,
        opening: opening,
        clock: clock,
        mistake: mistake
      ) {
        if all[decision].breaks {
          clearing = ReferenceLimitLife.clearing(
            all,
            after: count,
            mistake: mistake,
            from: decision + 1
          )
          state = ReferenceLimitLife.confirmed(
            at: all[decision].at,
            repeated: true,
            clearedAt: clearing.map { all[$0].at }
          )
          confirmed = all[decision].at
          priority = raised
        } else {
          clearing = decision
          state = .clearedOnRepeat(at: all[decision].at)
          confirmed = nil
          priority = rule.priority
        }
      } else if lapse <= clock, mistake != .lapseIsForgotten {
        let later =
          mistake == .valuesBeforeLapseCount
          ? 1 : all.firstIndex { $0.at > lapse } ?? all.count
        clearing = ReferenceLimitLife.clearing(all, after: count, mistake: mistake, from: later)
        state = ReferenceLimitLife.confirmed(
          at: lapse,
          repeated: false,
          clearedAt: clearing.map { all[$0].at }
        )
        confirmed = lapse
        priority = mistake == .lapseRaisesNothing ? rule.priority : raised
      } else {
        state = .unconfirmed
        confirmed = nil
        priority = rule.priority
      }
    } else {
      let later =
        mistake == .sameInstantIsNotAfter
        ? all.firstIndex { $0.at > opening.at } ?? all.count : 1
      clearing = ReferenceLimitLife.clearing(all, after: count, mistake: mistake, from: later)
      state = ReferenceLimitLife.confirmed(
        at: opening.at,
        repeated: true,
        clearedAt: clearing.map { all[$0].at }
      )
      confirmed = opening.at
      priority = rule.priority
    }
    values = Array(all.prefix((clearing ?? all.count - 1) + 1))
    readings = values.filter(\.breaks).map(\.reading)
    var furthest = opening
    for value in values where value.breaks {
      if value.excess > furthest.excess
        || (value.excess == furthest.excess && mistake == .peakIsLastOfEquals)
      {
        furthest = value
      }
    }
    peak = furthest.reading
    backInside = ReferenceLimitLife.backInside(values, mistake: mistake)
  }

  /// Place of the first value from +1:00 to +10:00 that decides.
  private static func decision(
    _ all: [JudgedValue],
    opening: JudgedValue,
    clock: Instant,
    mistake: Mistake?
  ) -> Int? {
    let start = opening.at + .minutes(1)
    var end = opening.at + .minutes(10)
    if mistake == .closingEndsDeciding { end = min(end, clock) }
    if mistake == .stoppedClockLetsLaterValuesDecide, end > clock { end = end + .hours(9) }
    return all.indices.dropFirst().first { place in
      let value = all[place]
      if value.at == start, mistake == .minuteExcludesItsEnd { return false }
      if value.at == end, mistake == .tenMinutesExcludeTheirEnd { return false }
      return value.at >= start && value.at <= end
        && (value.breaks || value.isVerified || mistake == .unverifiedClearsOnRepeat)
    }
  }

  /// Place of the n-th consecutive verified value inside by the margin, counted from a place on.
  private static func clearing(
    _ all: [JudgedValue],
    after wanted: Int,
    mistake: Mistake?,
    from start: Int
  ) -> Int? {
    var count = 0
    for place in all.indices where place >= start {
      let value = all[place]
      if value.isInside || (mistake == .marginIgnored && !value.breaks) {
        if value.isVerified || mistake == .unverifiedCounts {
          count += 1
        } else if mistake == .unverifiedStartsAgain {
          count = 0
        }
      } else if value.breaks || mistake != .nearValueIsPassedOver {
        count = 0
      }
      if count == wanted { return place }
    }
    return nil
  }

  private static func confirmed(
    at: Instant,
    repeated: Bool,
    clearedAt: Instant?
  ) -> FlagState {
    if let clearedAt { return .cleared(at: clearedAt, repeated: repeated) }
    return .confirmed(at: at, repeated: repeated)
  }

  /// The first value that does not break and that no later one of the episode breaks.
  private static func backInside(_ values: [JudgedValue], mistake: Mistake?) -> Instant? {
    for place in values.indices where !values[place].breaks {
      if mistake == .backInsideIsFirstEver { return values[place].at }
      if values[(place + 1)...].allSatisfy({ !$0.breaks }) { return values[place].at }
    }
    return nil
  }
}
