import SessionRecord

/// Vectors of the kinds that judge a value by the ones before it: rate and not falling.
struct CourseVectors {
  typealias Entry = RuleVector.Entry

  let rule: VectorRule

  func vectors() throws -> [RuleVector] {
    guard let key = rule.sign else { throw ValueVectors.NotMade(rule: rule.id ?? "") }
    return try rule.kind == "rate" ? rate(key) : notFalling(key)
  }

  private var margin: Int { rule.clear?.margin?.thousandths ?? 0 }
  private var count: Int { rule.clear?.count ?? 2 }

  private func rate(_ key: String) throws -> [RuleVector] {
    guard let by = rule.by?.thousandths, let within = rule.within, let sign = VitalSign(key: key)
    else { throw ValueVectors.NotMade(rule: rule.id ?? "") }
    let line = VectorLine(
      comparison: rule.comparison ?? "",
      limit: by,
      margin: margin,
      step: ValueVectors.step(of: sign),
      possible: -100_000...100_000
    )
    guard let edge = line.edge, let inside = line.inside, let beyond = line.beyond,
      let safe = line.safe, let near = line.near
    else { throw ValueVectors.NotMade(rule: rule.id ?? "") }
    let first = VectorClock.first
    let last = first + within * 60
    let base = 110_000
    func value(_ change: Int, _ at: Int) -> Entry {
      .vitals([key: decimalWords(base + change)], at: at)
    }
    func vector(_ about: String, _ entries: [Entry], asOf: Int, _ raised: Int?) -> RuleVector {
      RuleVector(
        rule,
        about,
        [.dose(at: VectorClock.timeZero)] + entries,
        asOf: asOf,
        raised: raised
      )
    }
    // Each value of clearing is judged by the one before it, a window earlier.
    let start = [value(0, first), value(edge, last)]
    func after(_ number: Int) -> Int { last + number * within * 60 }
    let safes = (1...count).map { value(edge + safe * $0, after($0)) }
    let stays = RuleVector.Flag(rule: rule.id ?? "", raised: last, state: .confirmed, at: last)
    return [
      vector("one value alone", [value(beyond, first)], asOf: first, nil),
      vector("just less", [value(0, first), value(inside, last)], asOf: last, nil),
      vector("by so much, at the end of the window", start, asOf: last, last),
      vector("by more", [value(0, first), value(beyond, last)], asOf: last, last),
      vector(
        "a second beyond the window",
        [value(0, first), value(beyond, last + 1)],
        asOf: last + 1,
        nil
      ),
      vector(
        "from the furthest of the values in the window",
        [
          value(inside, first), value(0, first + 60), value(inside, first + 120),
          value(edge, first + 180),
        ],
        asOf: first + 180,
        first + 180
      ),
      RuleVector(
        rule,
        "inside by the margin often enough",
        [.dose(at: VectorClock.timeZero)] + start + safes,
        asOf: after(count),
        raised: last,
        cleared: after(count)
      ),
      RuleVector(
        rule,
        "one value short of clearing",
        [.dose(at: VectorClock.timeZero)] + start + safes.dropLast(),
        asOf: after(count),
        [stays]
      ),
      RuleVector(
        rule,
        "the last one not inside by the margin",
        [.dose(at: VectorClock.timeZero)] + start + safes.dropLast()
          + [value(edge + safe * (count - 1) + near, after(count))],
        asOf: after(count),
        [stays]
      ),
    ]
  }

  private func notFalling(_ key: String) throws -> [RuleVector] {
    guard let over = rule.over?.thousandths, let minutes = rule.minutes,
      let base = Baselines.values[key], let sign = VitalSign(key: key)
    else { throw ValueVectors.NotMade(rule: rule.id ?? "") }
    let step = ValueVectors.step(of: sign)
    let isInfusion = rule.since == "infusion"
    let over40 = isInfusion ? 40 : nil
    let anchor = VectorClock.after(minutes + (over40 ?? 0))
    let prelude = [
      Baselines.entry(at: VectorClock.baseline), .dose(at: VectorClock.timeZero, over: over40),
    ]
    let limit = base + over
    func value(_ thousandths: Int, _ at: Int) -> Entry {
      .vitals([key: decimalWords(thousandths)], at: at)
    }
    func vector(
      _ about: String,
      _ entries: [Entry],
      prelude own: [Entry]? = nil,
      asOf: Int,
      _ raised: Int?
    ) -> RuleVector {
      RuleVector(rule, about, (own ?? prelude) + entries, asOf: asOf, raised: raised)
    }
    let before = anchor - 600
    let start = [value(limit, before), value(limit, anchor)]
    func after(_ number: Int) -> Int { anchor + number * 300 }
    let safes = (1...count).map { value(limit - margin, after($0)) }
    let stays = RuleVector.Flag(rule: rule.id ?? "", raised: anchor, state: .confirmed, at: anchor)
    var vectors = [
      vector("just less over baseline", [value(limit - step, anchor)], asOf: anchor, nil),
      vector("so much over, as high as before", start, asOf: anchor, anchor),
      vector(
        "higher than before",
        [value(limit, before), value(limit + step, anchor)],
        asOf: anchor,
        anchor
      ),
      vector(
        "falling, but still as much over",
        [value(limit + step, before), value(limit, anchor)],
        asOf: anchor,
        nil
      ),
      vector("a second too early", [value(limit, anchor - 1)], asOf: anchor, nil),
      vector(
        "without a baseline",
        start,
        prelude: [.dose(at: VectorClock.timeZero, over: over40)],
        asOf: anchor,
        nil
      ),
      vector(
        "without a dose",
        start,
        prelude: [Baselines.entry(at: VectorClock.baseline)],
        asOf: anchor,
        nil
      ),
      RuleVector(
        rule,
        "inside by the margin often enough",
        prelude + start + safes,
        asOf: after(count),
        raised: anchor,
        cleared: after(count)
      ),
      RuleVector(
        rule,
        "one value short of clearing",
        prelude + start + safes.dropLast(),
        asOf: after(count),
        [stays]
      ),
      RuleVector(
        rule,
        "the last one not inside by the margin",
        prelude + start + safes.dropLast() + [value(limit - margin + step, after(count))],
        asOf: after(count),
        [stays]
      ),
      RuleVector(
        rule,
        "falling, but still so much over, is not inside",
        prelude + start
          + [value(limit + 2 * step, after(1)), value(limit + step, after(2))]
          + (1..<count).map { value(limit - margin, after($0 + 2)) },
        asOf: after(count + 1),
        [stays]
      ),
    ]
    guard isInfusion else { return vectors }
    let stop = VectorClock.after(20)
    let early = stop + minutes * 60
    let paused: [Entry] = [
      .infusion("pause", at: VectorClock.after(10)), .infusion("resume", at: VectorClock.after(17)),
    ]
    vectors += [
      vector(
        "after an infusion that was stopped early",
        [.infusion("stop", at: stop), value(limit, early)],
        asOf: early,
        early
      ),
      vector(
        "a second before that",
        [.infusion("stop", at: stop), value(limit, early - 1)],
        asOf: early,
        nil
      ),
      vector(
        "a pause moves the end",
        paused + [value(limit, anchor + 419)],
        asOf: anchor + 420,
        nil
      ),
      vector(
        "at the end that a pause has moved",
        paused + [value(limit, anchor + 420)],
        asOf: anchor + 420,
        anchor + 420
      ),
      vector(
        "given at once: no infusion ends",
        start,
        prelude: [Baselines.entry(at: VectorClock.baseline), .dose(at: VectorClock.timeZero)],
        asOf: anchor,
        nil
      ),
    ]
    return vectors
  }
}
