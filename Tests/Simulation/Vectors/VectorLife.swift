/// What can be entered for a rule on values, and the vectors of a flag's whole life made of it.
struct VectorLife {
  typealias Entry = RuleVector.Entry

  let rule: VectorRule
  /// The baseline and the dose.
  let prelude: [Entry]
  /// When the first judged value is entered.
  let first: Int
  /// The mildest that breaks, at a time.
  let edge: (Int) -> Entry
  /// One step worse, where there is one.
  var beyond: ((Int) -> Entry)?
  /// The worst that does not break.
  let inside: (Int) -> Entry
  /// The worst that is inside by the margin.
  let safe: (Int) -> Entry
  /// Neither breaking nor inside by the margin, where there is such a value.
  var near: ((Int) -> Entry)?

  private var id: String { rule.id ?? "" }
  private var count: Int { rule.clear?.count ?? 2 }
  /// Between two values after the flag is there.
  private static let pause = 300

  func vectors() -> [RuleVector] {
    opening() + windowed() + scaled() + (rule.repeats ? repeating() : []) + clearing()
  }

  /// Values that open a flag together, and when it is raised; sustained rules need several.
  private func openers(_ value: (Int) -> Entry) -> (entries: [Entry], raised: Int) {
    if let minutes = rule.sustained?.minutes {
      let raised = first + minutes * 60
      return ([value(first), value(raised)], raised)
    }
    let readings = rule.sustained?.readings ?? 1
    let entries = (0..<readings).map { value(first + $0 * 60) }
    return (entries, first + (readings - 1) * 60)
  }

  private func opening() -> [RuleVector] {
    let edges = openers(edge)
    let insides = openers(inside)
    var vectors = [
      vector("just inside the limit", insides.entries, asOf: insides.raised, nil),
      vector("at the limit", edges.entries, asOf: edges.raised, opened(edges.raised)),
    ]
    if let beyond {
      let beyonds = openers(beyond)
      vectors.append(
        vector("just beyond", beyonds.entries, asOf: beyonds.raised, opened(beyonds.raised))
      )
    }
    guard let sustained = rule.sustained else { return vectors }
    vectors += [
      vector("once is not sustained", [edge(first)], asOf: edges.raised, nil),
      vector(
        "a value inside ends the run",
        edges.entries.dropLast() + [inside(edges.raised - 30), edge(edges.raised)],
        asOf: edges.raised,
        nil
      ),
    ]
    if let minutes = sustained.minutes {
      let early = first + minutes * 60 - 1
      vectors.append(
        vector("one second short of so long", [edge(first), edge(early)], asOf: early, nil)
      )
    } else {
      let few = Array(edges.entries.dropLast())
      vectors.append(vector("one reading short", few, asOf: edges.raised, nil))
    }
    return vectors
  }

  private func windowed() -> [RuleVector] {
    if rule.window?.before != nil {
      let start = VectorClock.timeZero
      return [
        vector("at time zero", [edge(start)], asOf: start, opened(start)),
        vector("a second after time zero", [edge(start + 1)], asOf: start + 1, nil),
        vector("without a time zero", [edge(start)], prelude: [], asOf: start, opened(start)),
      ]
    }
    guard rule.window?.from != nil else { return [] }
    return [
      vector("a second before the window", [edge(first - 1)], asOf: first, nil),
      vector(
        "before the window and in it",
        [edge(first - 1), edge(first)],
        asOf: first,
        opened(first)
      ),
      vector("without a time zero", [edge(first)], prelude: [], asOf: first, nil),
    ]
  }

  private func scaled() -> [RuleVector] {
    guard let scale = rule.spo2Scale else { return [] }
    var other = vector("in a session on the other scale", [edge(first)], asOf: first, nil)
    other.spo2Scale = scale == 1 ? 2 : nil
    return [other]
  }

  private func repeating() -> [RuleVector] {
    let lapsed = RuleVector.Flag(
      rule: id,
      raised: first,
      state: .confirmedWithoutRepeat,
      at: first + 600
    )
    return [
      vector(
        "a repeat before a minute decides nothing",
        [edge(first), inside(first + 59)],
        asOf: first + 59,
        opened(first)
      ),
      vector(
        "inside at the minute",
        [edge(first), inside(first + 60)],
        asOf: first + 60,
        RuleVector.Flag(
          rule: id,
          raised: first,
          state: .clearedOnRepeat,
          at: first + 60
        )
      ),
      vector(
        "still breaking at ten minutes",
        [edge(first), edge(first + 600)],
        asOf: first + 600,
        RuleVector.Flag(rule: id, raised: first, state: .confirmed, at: first + 600)
      ),
      vector("no repeat yet", [edge(first)], asOf: first + 599, opened(first)),
      vector("no repeat by ten minutes", [edge(first)], asOf: first + 600, lapsed),
    ]
  }

  private func clearing() -> [RuleVector] {
    let opened = openers(edge)
    let pause = VectorLife.pause
    let confirmed = rule.repeats ? opened.raised + pause : opened.raised
    let start = opened.entries + (rule.repeats ? [edge(confirmed)] : [])
    func after(_ number: Int) -> Int { confirmed + number * pause }
    let safes = (1...count).map { safe(after($0)) }
    let stays = RuleVector.Flag(
      rule: id,
      raised: opened.raised,
      state: .confirmed,
      at: confirmed
    )
    let clears = RuleVector.Flag(
      rule: id,
      raised: opened.raised,
      state: .cleared,
      at: after(count)
    )
    var vectors = [
      vector("inside by the margin often enough", start + safes, asOf: after(count), clears),
      vector(
        "one value short of clearing",
        start + safes.dropLast(),
        asOf: after(count),
        stays
      ),
    ]
    if let near {
      vectors.append(
        vector(
          "the last one not inside by the margin",
          start + safes.dropLast() + [near(after(count))],
          asOf: after(count),
          stays
        )
      )
      if count > 1 {
        vectors.append(
          vector(
            "counted anew after one that was not",
            start + safes.dropLast() + [near(after(count)), safe(after(count + 1))],
            asOf: after(count + 1),
            stays
          )
        )
      }
    }
    return vectors
  }

  private func opened(_ at: Int) -> RuleVector.Flag {
    rule.repeats
      ? RuleVector.Flag(rule: id, raised: at, state: .unconfirmed)
      : RuleVector.Flag(rule: id, raised: at, state: .confirmed, at: at)
  }

  private func vector(
    _ about: String,
    _ entries: [Entry],
    prelude: [Entry]? = nil,
    asOf: Int,
    _ flag: RuleVector.Flag?
  ) -> RuleVector {
    var vector = RuleVector(
      rule,
      about,
      (prelude ?? self.prelude) + entries,
      asOf: asOf,
      flag.map { [$0] } ?? []
    )
    vector.spo2Scale = rule.spo2Scale == 2 ? 2 : nil
    return vector
  }
}

extension RuleVector {
  /// Of one rule; without a flag there must be none of it.
  init(
    _ rule: VectorRule,
    _ about: String,
    _ entries: [Entry],
    asOf: Int,
    _ flags: [Flag]
  ) {
    let id = rule.id ?? ""
    self.init(
      about: about,
      protocols: [],
      rule: id,
      on: rule.off == true ? true : nil,
      entries: entries.enumerated().sorted {
        ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
      }
      .map(\.element),
      asOf: asOf,
      flags: flags,
      not: flags.isEmpty ? [id] : []
    )
  }

  /// Of one rule and, where it is raised, a flag that is confirmed then, and cleared, where it is.
  init(
    _ rule: VectorRule,
    _ about: String,
    _ entries: [Entry],
    asOf: Int,
    raised: Int?,
    cleared: Int? = nil
  ) {
    let flag = raised.map { raised in
      Flag(
        rule: rule.id ?? "",
        raised: raised,
        state: cleared == nil ? .confirmed : .cleared,
        at: cleared ?? raised
      )
    }
    self.init(rule, about, entries, asOf: asOf, flag.map { [$0] } ?? [])
  }
}
