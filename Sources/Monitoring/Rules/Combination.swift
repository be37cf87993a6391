import SessionRecord

/// Several things within so many minutes: every part of it, of each part at least one alternative.
package struct Combination: Hashable {
  /// Never empty; a combination of one part is *any* of its alternatives.
  package let parts: [Part]
  package let withinMinutes: Int
  /// What breaks it in words, as the protocol says it.
  package let title: String

  package init(_ parts: [Part], withinMinutes: Int, title: String) {
    self.parts = parts
    self.withinMinutes = withinMinutes
    self.title = title
  }

  /// One or more alternatives.
  package struct Part: Hashable {
    package let any: [Condition]

    package init(any: [Condition]) { self.any = any }
  }
}

/// How each alternative of a combination stands, from entry to entry.
struct CombinationFold {
  /// What was last said to one alternative of one measure.
  private struct Standing {
    let part: Int
    let alternative: Int
    let measure: Measure
    var isBroken: Bool
    var lastBroken: Instant?
  }

  private let combination: Combination
  private var standings: [Standing] = []
  private var firstDose: Instant?
  /// A part of further doses alone: only such a dose opens an episode.
  private let dosePart: Int?

  init(_ combination: Combination) {
    self.combination = combination
    dosePart = combination.parts.firstIndex { part in
      part.any.allSatisfy { if case .furtherDose = $0 { true } else { false } }
    }
  }

  mutating func take(
    _ observation: Observation,
    from baseline: SessionBaseline,
    as rule: RuleID
  ) -> Verdict? {
    var speaks = false
    var breaks = false
    for (part, alternatives) in combination.parts.enumerated() {
      for (place, condition) in alternatives.any.enumerated() {
        guard let said = said(observation, to: condition, from: baseline, as: rule) else {
          continue
        }
        speaks = true
        breaks = breaks || (said.breaks && (dosePart ?? part) == part)
        note(said, at: observation.observed, of: part, place)
      }
    }
    if case .dose(let dose) = observation.content, dose.drug == baseline.ownDrug {
      firstDose = firstDose ?? observation.observed
    }
    guard speaks else { return nil }
    let from = observation.observed - .minutes(combination.withinMinutes)
    let parts = combination.parts.indices
    let isThere = parts.allSatisfy { part in
      standings.contains { $0.part == part && $0.isBroken }
    }
    let isNear =
      isThere
      && parts.allSatisfy { part in
        standings.contains { standing in
          standing.part == part && standing.isBroken
            && standing.lastBroken.map { $0 >= from } ?? false
        }
      }
    var verdict = Verdict(
      isThere ? .breaks(by: 0) : .holds(insideByMargin: true),
      of: .rule(rule)
    )
    verdict.opens = breaks && isNear
    return verdict
  }

  /// What an entry says to an alternative: nothing where it would undo it unverified.
  private func said(
    _ observation: Observation,
    to condition: Condition,
    from baseline: SessionBaseline,
    as rule: RuleID
  ) -> (breaks: Bool, measure: Measure)? {
    if case .furtherDose(let further) = condition {
      guard case .dose(let dose) = observation.content, dose.drug == baseline.ownDrug,
        let firstDose
      else { return nil }
      if case .soonerThan(let minutes) = further.when,
        observation.observed - firstDose >= .minutes(minutes)
      {
        return nil
      }
      return (true, .rule(rule))
    }
    guard let verdict = condition.verdict(on: observation, from: baseline, margin: 0),
      verdict.breaks || verdict.isVerified
    else { return nil }
    return (verdict.breaks, verdict.measure)
  }

  private mutating func note(
    _ said: (breaks: Bool, measure: Measure),
    at observed: Instant,
    of part: Int,
    _ alternative: Int
  ) {
    let known = standings.firstIndex { standing in
      standing.part == part && standing.alternative == alternative
        && standing.measure == said.measure
    }
    if let known {
      standings[known].isBroken = said.breaks
      if said.breaks { standings[known].lastBroken = observed }
    } else {
      standings.append(
        Standing(
          part: part,
          alternative: alternative,
          measure: said.measure,
          isBroken: said.breaks,
          lastBroken: said.breaks ? observed : nil
        )
      )
    }
  }
}
