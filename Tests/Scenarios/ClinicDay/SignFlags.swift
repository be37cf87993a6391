import SessionRecord

/// The flags of the rules on signs, by sentences 6 to 12: as far as a schedule asks for them.
struct SignFlags {
  struct Episode {
    let sign: VitalSign
    let raised: Int
    var confirmed: Int?
    var cleared: Int?
    /// From when its priority is high.
    var high: Int?
  }

  private(set) var episodes: [Episode] = []

  /// *clock* is how far time alone goes.
  init(
    _ standing: StandingEntries,
    _ dayProtocol: DayProtocol,
    timeZero: Int?,
    clock: Int
  ) {
    for rule in dayProtocol.signRules {
      var limit: Int? = rule.number
      if rule.isChange {
        limit = timeZero.flatMap { standing.baseline(of: rule.sign, before: $0) }
          .map { $0 + rule.number }
      }
      guard let limit else { continue }
      let values = standing.entries.compactMap { entry in
        entry.value(rule.sign).map { (at: entry.observed, value: $0.thousandths, $0.isVerified) }
      }
      let told = values.filter { value in
        !rule.isChange || timeZero.map { value.at > $0 } ?? false
      }
      episodes += RuleLife(rule, limit: limit, clock: clock).episodes(of: told)
    }
  }

  /// Whether a flag of high priority is open at an instant.
  func isHigh(at instant: Int) -> Bool {
    episodes.contains { episode in
      episode.high.map { $0 <= instant } ?? false
        && episode.cleared.map { instant < $0 } ?? true
    }
  }

  /// Whether one on blood pressure, SpO2, consciousness or sedation is open, so that nothing is put off.
  var blockDeferrals: Bool {
    let blocking: [VitalSign] = [
      .systolic, .diastolic, .meanArterial, .spo2, .consciousness, .moaas, .rass,
    ]
    return episodes.contains { $0.cleared == nil && blocking.contains($0.sign) }
  }
}

/// One rule, value by value.
private struct RuleLife {
  let rule: DayProtocol.SignRule
  let limit: Int
  let clock: Int

  init(_ rule: DayProtocol.SignRule, limit: Int, clock: Int) {
    self.rule = rule
    self.limit = limit
    self.clock = clock
  }

  func episodes(of values: [(at: Int, value: Int, isVerified: Bool)]) -> [SignFlags.Episode] {
    var episodes: [SignFlags.Episode] = []
    var open: SignFlags.Episode?
    var inside = 0
    for (at, value, isVerified) in values {
      if let episode = open { open = lapsed(episode, by: min(at - 1, clock)) }
      guard var episode = open else {
        guard breaks(value) else { continue }
        inside = 0
        open = SignFlags.Episode(sign: rule.sign, raised: at)
        if !rule.asksForRepeat {
          open?.confirmed = at
          open?.high = rule.priority == "high" ? at : nil
        } else if rule.priority == "high" {
          open?.high = at
        }
        continue
      }
      if episode.confirmed == nil {
        let after = at - episode.raised
        guard (60_000...600_000).contains(after) else { continue }
        if breaks(value) {
          episode = confirmed(episode, at: at)
        } else if isVerified {
          episode.cleared = at
        }
      } else if breaks(value) || !isInside(value) {
        inside = 0
      } else if isVerified {
        inside += 1
        if inside == rule.clearCount { episode.cleared = at }
      }
      open = episode
      if episode.cleared != nil {
        episodes.append(episode)
        open = nil
      }
    }
    if let episode = open { episodes.append(lapsed(episode, by: clock)) }
    return episodes
  }

  /// Ten minutes without a repeat confirm it, where time goes so far.
  private func lapsed(_ episode: SignFlags.Episode, by instant: Int) -> SignFlags.Episode {
    guard episode.confirmed == nil, episode.raised + 600_000 <= instant else { return episode }
    return confirmed(episode, at: episode.raised + 600_000)
  }

  /// One step up: medium becomes high, and high stays.
  private func confirmed(_ episode: SignFlags.Episode, at instant: Int) -> SignFlags.Episode {
    var episode = episode
    episode.confirmed = instant
    if rule.priority == "medium" { episode.high = instant }
    return episode
  }

  private func breaks(_ value: Int) -> Bool {
    switch rule.comparison {
    case "at-or-over": value >= limit
    case "over": value > limit
    case "at-or-under": value <= limit
    default: value < limit
    }
  }

  private func isInside(_ value: Int) -> Bool {
    rule.comparison.hasSuffix("over") ? value <= limit - rule.margin : value >= limit + rule.margin
  }
}

extension StandingEntries {
  /// The last usable, verified value of the half hour before time zero; a pressure only as a pair.
  fileprivate func baseline(of sign: VitalSign, before timeZero: Int) -> Int? {
    let pair: [VitalSign] = [.systolic, .diastolic]
    return entries.last { entry in
      guard (timeZero - 1_800_000...timeZero).contains(entry.observed) else { return false }
      let needed = pair.contains(sign) ? pair : [sign]
      return needed.allSatisfy { entry.value($0)?.isVerified ?? false }
    }?.value(sign)?.thousandths
  }
}
