import SessionRecord

/// Vectors of the kinds that judge effects: effect, lasting, severity, distressing, crisis, unverified.
struct EffectVectors {
  typealias Entry = RuleVector.Entry

  let rule: VectorRule
  private let first = VectorClock.first

  init(_ rule: VectorRule) { self.rule = rule }

  func vectors() throws -> [RuleVector] {
    switch rule.kind {
    case "effect": (rule.only ?? []).flatMap(presence) + [another("euphoria")]
    case "lasting": (rule.only ?? []).flatMap(lasting) + [another("euphoria")]
    case "severity": try severity()
    case "distressing": ["dissociation", "nausea"].flatMap(distressing)
    case "crisis": crisis()
    default: unverified()
    }
  }

  private func presence(_ name: String) -> [RuleVector] {
    let gone = first + 300
    var vectors = [
      one("\(name), as it is typed", [.effect(name, at: first)], raised: first),
      one(
        "\(name), and gone",
        [.effect(name, at: first), .effect(name, at: gone, course: "gone")],
        raised: first,
        cleared: gone
      ),
      one("\(name), looked for and absent", [.effect(name, at: first, course: "absent")]),
    ]
    // A circumstance has no grade.
    if !EffectName(name).isCircumstance {
      vectors += [
        one("\(name), mild", [.effect(name, at: first, grade: "mild")], raised: first),
        one(
          "\(name), rated 0 after",
          [.effect(name, at: first, grade: "3/10"), .effect(name, at: gone, grade: "0/10")],
          raised: first,
          cleared: gone
        ),
      ]
    }
    return vectors
  }

  private func another(_ name: String) -> RuleVector {
    one("another effect", [.effect(name, at: first)], asOf: VectorClock.after(180))
  }

  private func lasting(_ name: String) -> [RuleVector] {
    let begin = Entry.effect(name, at: first)
    func gone(_ at: Int) -> Entry { .effect(name, at: at, course: "gone") }
    let raised = rule.untilMinute.map(VectorClock.after) ?? first + (rule.minutes ?? 0) * 60
    var vectors = [
      one("\(name), a second short", [begin], asOf: raised - 1),
      one("\(name), so long", [begin], asOf: raised, raised: raised),
      one("\(name), gone at that instant", [begin, gone(raised)], asOf: raised + 60),
      one(
        "\(name), gone a second later",
        [begin, gone(raised + 1)],
        asOf: raised + 60,
        raised: raised,
        cleared: raised + 1
      ),
      one(
        "\(name), said again on the way",
        [begin, .effect(name, at: first + 60)],
        asOf: raised,
        raised: raised
      ),
    ]
    if rule.untilMinute != nil {
      let late = raised + 300
      vectors += [
        one("\(name), begun after it", [.effect(name, at: late)], asOf: late, raised: late),
        RuleVector(rule, "\(name), without a time zero", [begin], asOf: late, raised: nil),
      ]
    } else {
      vectors.append(
        one(
          "\(name), gone and there again: a new run",
          [begin, gone(first + 30), .effect(name, at: first + 60)],
          asOf: raised,
          raised: nil
        )
      )
    }
    return vectors
  }

  private func severity() throws -> [RuleVector] {
    let words = ["mild", "moderate", "severe"]
    guard let least = words.firstIndex(where: { $0 == rule.severity }) else {
      throw ValueVectors.NotMade(rule: rule.id ?? "")
    }
    let from = [1, 4, 7][least]
    return (rule.only ?? ["nausea"]).flatMap { name in
      words.enumerated().map { place, word in
        one(
          "\(name) \(word)",
          [.effect(name, at: first, grade: word)],
          raised: place >= least ? first : nil
        )
      }
        + [from - 1, from].map { rating in
          one(
            "\(name) \(rating) of 10",
            [.effect(name, at: first, grade: "\(rating)/10")],
            raised: rating >= from ? first : nil
          )
        }
        + [
          one("\(name) without a grade", [.effect(name, at: first)]),
          one(
            "\(name), then milder or gone",
            [
              .effect(name, at: first, grade: "\(from)/10"),
              .effect(name, at: first + 300, grade: "\(from - 1)/10"),
            ],
            raised: first,
            cleared: first + 300
          ),
        ]
    }
      + (rule.except ?? []).map {
        one("\($0) is left out", [.effect($0, at: first, grade: "severe")])
      }
  }

  private func distressing(_ name: String) -> [RuleVector] {
    let isAbout =
      (rule.only?.contains(name) ?? true) && !(rule.except?.contains(name) ?? false)
    let typed = Entry.effect(name, at: first, distressing: true)
    return [
      one("distressing \(name)", [typed], raised: isAbout ? first : nil),
      one("\(name), not distressing", [.effect(name, at: first)]),
      one(
        "distressing \(name), then not so",
        [typed, .effect(name, at: first + 300, grade: "mild")],
        raised: isAbout ? first : nil,
        cleared: isAbout ? first + 300 : nil
      ),
    ]
  }

  private func crisis() -> [RuleVector] {
    let count = rule.clear?.count ?? 2
    let unrecordable = Entry.vitals(
      ["systolic": "unrecordable", "diastolic": "unrecordable"],
      at: first
    )
    func readings(_ count: Int) -> [Entry] {
      (0..<count).map { .vitals(["systolic": "120"], at: first + ($0 + 1) * 300) }
    }
    let asOf = first + count * 300
    return EffectName.crises.sorted().flatMap { name in
      [
        one("\(name)", [.effect(name.text, at: first)], raised: first),
        one(
          "\(name), and gone",
          [.effect(name.text, at: first), .effect(name.text, at: first + 60, course: "gone")],
          raised: first,
          cleared: first + 60
        ),
      ]
    } + [
      one("headache 7 of 10", [.effect("headache", at: first, grade: "7/10")], raised: first),
      one("headache 6 of 10", [.effect("headache", at: first, grade: "6/10")]),
      one("headache without a grade", [.effect("headache", at: first)]),
      one("pressure unrecordable", [unrecordable], raised: first),
      one(
        "unrecordable, and read often enough",
        [unrecordable] + readings(count),
        asOf: asOf,
        raised: first,
        cleared: asOf
      ),
      one(
        "unrecordable, and one reading short",
        [unrecordable] + readings(count - 1),
        asOf: asOf,
        raised: first
      ),
    ]
  }

  private func unverified() -> [RuleVector] {
    func set(_ unverified: Bool?) -> Entry {
      .vitals(["systolic": "230"], at: first, unverified: unverified)
    }
    return [
      one("a value that waits to be verified", [set(true)], raised: first),
      one("the same, verified", [set(nil)]),
    ]
  }

  /// After a dose; as of the last entry unless said otherwise.
  private func one(
    _ about: String,
    _ entries: [Entry],
    asOf: Int? = nil,
    raised: Int? = nil,
    cleared: Int? = nil
  ) -> RuleVector {
    RuleVector(
      rule,
      about,
      [.dose(at: VectorClock.timeZero)] + entries,
      asOf: asOf ?? entries.map(\.at).max() ?? first,
      raised: raised,
      cleared: cleared
    )
  }
}
