import SessionRecord

/// Rules whose flags no value can clear, because none is inside by the margin.
struct NeverEndingFlags: ProtocolLint {
  func findings(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    monitoringProtocol.askedRules.compactMap { rule in
      reason(rule, monitoringProtocol).map {
        rule.finding("A flag of it can never clear: \($0).", "Correct the limit or the margin.")
      }
    }
  }

  private func reason(_ rule: Rule, _ monitoringProtocol: MonitoringProtocol) -> String? {
    switch rule.condition {
    case .absolute(let limit):
      stuck(limit.broken, rule.clearing, PlausibleRange.possible(limit.sign), limit.sign.name)
    case .derived(let limit):
      stuck(
        BrokenLimit(comparison: limit.comparison, numerator: limit.limit),
        rule.clearing,
        limit.sign.possible,
        limit.sign.name
      )
    case .scale(let limit):
      monitoringProtocol.scale(named: limit.scale).flatMap { scale in
        limit.judgedRange(on: scale).flatMap { range in
          stuck(
            limit.broken,
            Clearing(count: 1, margin: 0),
            range.lowerBound * 1_000...range.upperBound * 1_000,
            "score"
          )
        }
      }
    case .consciousness(let limit): limit.level == .alert ? "every level breaks it" : nil
    case .change, .rate, .notFalling, .crisis, .severity, .distressing, .presence, .lasting,
      .news2, .combination, .furtherDose, .unattended, .unverified:
      nil
    }
  }

  private func stuck(
    _ limit: BrokenLimit,
    _ clearing: Clearing,
    _ possible: ClosedRange<Int>,
    _ what: String
  ) -> String? {
    let best = limit.comparison.isUpper ? possible.lowerBound : possible.upperBound
    if limit.isBroken(by: best) { return "every \(what) breaks it" }
    return limit.isInside(best, by: clearing.margin)
      ? nil : "no \(what) that there can be is inside by the margin"
  }
}
