/// Vectors of the rules on NEWS2: a total, whole or at least so much, and a single parameter at 3.
struct NEWS2Vectors {
  typealias Entry = RuleVector.Entry

  let rule: VectorRule
  /// Minutes for which a parameter's last value counts.
  let within: Int
  private let first = VectorClock.first

  init(_ rule: VectorRule, within: Int) {
    self.rule = rule
    self.within = within
  }

  func vectors() throws -> [RuleVector] {
    if rule.single == true { return single() }
    guard let least = rule.atLeast else { throw ValueVectors.NotMade(rule: rule.id ?? "") }
    return try total(least)
  }

  /// A whole set of so many points, none of them a three.
  private func whole(_ points: Int) throws -> [String: String] {
    let twos = [
      ("respiratoryRate", "21"), ("systolic", "95"), ("heartRate", "115"), ("spo2", "92"),
    ]
    let ones = [("temperature", "38.5"), ("spo2", "94"), ("heartRate", "95")]
    var set = NEWS2Chart.nothing
    var left = points
    for (sign, value) in twos where left >= 2 {
      set[sign] = value
      left -= 2
    }
    for (sign, value) in ones where left >= 1 && set[sign] == NEWS2Chart.nothing[sign] {
      set[sign] = value
      left -= 1
    }
    guard left == 0, NEWS2Sets.set(set, scale: 1).total == points else {
      throw ValueVectors.NotMade(rule: rule.id ?? "")
    }
    return set
  }

  private func total(_ least: Int) throws -> [RuleVector] {
    let at = try whole(least)
    let under = try whole(least - 1)
    let over = try whole(least + 1)
    func entry(_ set: [String: String]) -> (Int) -> Entry { { .vitals(set, at: $0) } }
    let life = VectorLife(
      rule: rule,
      prelude: [.dose(at: VectorClock.timeZero)],
      first: first,
      edge: entry(at),
      beyond: entry(over),
      inside: entry(under),
      safe: entry(under)
    ).vectors()
    var lacking = try whole(least)
    var lackingUnder = under
    for key in lacking.keys where lacking[key] == NEWS2Chart.nothing[key] { lacking[key] = nil }
    // Three more points than the rest can be missing with consciousness alone.
    lackingUnder["acvpu"] = nil
    let count = rule.clear?.count ?? 2
    // Further apart than a parameter's last value counts.
    func after(_ number: Int) -> Int { first + number * (within + 1) * 60 }
    let safes = (1..<count).map { entry(under)(after($0)) }
    let between = entry(lackingUnder)(after(count))
    let stays = RuleVector.Flag(
      rule: rule.id ?? "",
      raised: first,
      state: .confirmed,
      at: first
    )
    return life + [
      one("at least so much, though parameters are missing", [.vitals(lacking, at: first)], first),
      one("less, and what is missing could add to it", [.vitals(lackingUnder, at: first)], nil),
      RuleVector(
        rule,
        "one that lacks something and could be so much does not clear",
        [entry(at)(first)] + safes + [between],
        asOf: after(count),
        [stays]
      ),
      RuleVector(
        rule,
        "and is passed over in the count",
        [entry(at)(first)] + safes + [between, entry(under)(after(count + 1))],
        asOf: after(count + 1),
        raised: first,
        cleared: after(count + 1)
      ),
    ] + (try confusion(least)) + (try apart(least))
  }

  private func confusion(_ least: Int) throws -> [RuleVector] {
    var set = try whole(least - 3)
    set["acvpu"] = "C"
    var expected = set
    expected["acvpu"] = "C expected"
    var voice = set
    voice["acvpu"] = "V"
    var enough = try whole(least)
    enough["acvpu"] = "C expected"
    return [
      one("confusion counts", [.vitals(set, at: first)], first),
      one("expected confusion does not", [.vitals(expected, at: first)], nil),
      one("responding to voice always does", [.vitals(voice, at: first)], first),
      one("so much without expected confusion", [.vitals(enough, at: first)], first),
    ]
  }

  /// The same points from two sets: the first one's count for so many minutes.
  private func apart(_ least: Int) throws -> [RuleVector] {
    var early = try whole(least)
    let late = ["respiratoryRate": early["respiratoryRate"] ?? ""]
    early["respiratoryRate"] = nil
    let last = first + within * 60
    return [
      one(
        "from two sets, so many minutes apart",
        [.vitals(early, at: first), .vitals(late, at: last)],
        last
      ),
      one(
        "a second further apart",
        [.vitals(early, at: first), .vitals(late, at: last + 1)],
        nil
      ),
    ]
  }

  private func single() -> [RuleVector] {
    let charts = [
      NEWS2Chart.respiratoryRate, .spo2(scale: 1, onOxygen: false), .systolic, .pulse,
      .temperature,
    ]
    var vectors: [RuleVector] = []
    for chart in charts {
      for (place, band) in chart.bands.enumerated() where band.points == 3 {
        let edge = place == 0 ? band.values.upperBound : band.values.lowerBound
        let inside = place == 0 ? edge + chart.step : edge - chart.step
        vectors += [
          value("\(chart.sign) at three", chart.sign, edge, first),
          value("\(chart.sign) just under three", chart.sign, inside, nil),
        ]
      }
    }
    for (level, breaks) in [("A", false), ("C", true), ("C expected", false), ("V", true)] {
      vectors.append(
        one("ACVPU \(level)", [.vitals(["acvpu": level], at: first)], breaks ? first : nil)
      )
    }
    vectors.append(one("oxygen is never one", [.vitals(["oxygenFlow": "4"], at: first)], nil))
    for (spo2, oxygen, breaks) in [
      ("83", "room air", true), ("84", "room air", false), ("97", "2", true), ("96", "2", false),
      ("97", "room air", false), ("97", nil, false),
    ] as [(String, String?, Bool)] {
      var set = ["spo2": spo2]
      set["oxygenFlow"] = oxygen
      var vector = one(
        "scale 2: \(spo2)\(oxygen.map { ", oxygen \($0)" } ?? ", oxygen not known")",
        [.vitals(set, at: first)],
        breaks ? first : nil
      )
      vector.spo2Scale = 2
      vectors.append(vector)
    }
    func entry(_ rate: String) -> (Int) -> Entry { { .vitals(["respiratoryRate": rate], at: $0) } }
    return vectors
      + VectorLife(
        rule: rule,
        prelude: [.dose(at: VectorClock.timeZero)],
        first: first,
        edge: entry("25"),
        inside: entry("24"),
        safe: entry("24")
      ).vectors()
  }

  private func value(_ about: String, _ sign: String, _ value: Int, _ raised: Int?) -> RuleVector {
    one(about, [.vitals([sign: decimalWords(value)], at: first)], raised)
  }

  private func one(_ about: String, _ entries: [Entry], _ raised: Int?) -> RuleVector {
    RuleVector(
      rule,
      about,
      entries,
      asOf: entries.map(\.at).max() ?? first,
      raised: raised
    )
  }
}
