/// Every band edge of NEWS2 on both scales, with and without oxygen, and sets that lack something.
enum NEWS2Sets {
  static func vectors() -> [NEWS2Vector] {
    let nothing = NEWS2Chart.nothing
    var vectors: [NEWS2Vector] = []
    for chart in [
      NEWS2Chart.respiratoryRate, .systolic, .pulse, .temperature,
    ] {
      for edge in chart.edges {
        vectors.append(set(nothing.with(chart.sign, decimalWords(edge)), scale: 1))
      }
    }
    for scale in [1, 2] {
      for oxygen in ["room air", "0", "0.5", "4"] {
        let isGiven = oxygen == "0.5" || oxygen == "4"
        for edge in NEWS2Chart.spo2(scale: scale, onOxygen: isGiven).edges {
          let typed = nothing.with("spo2", decimalWords(edge)).with("oxygenFlow", oxygen)
          vectors.append(set(typed, scale: scale))
        }
      }
      // Nobody said whether oxygen is given.
      for edge in [92_000, 93_000, 97_000] {
        var typed = nothing.with("spo2", decimalWords(edge))
        typed["oxygenFlow"] = nil
        vectors.append(set(typed, scale: scale))
      }
    }
    for (level, _) in NEWS2Chart.levels {
      vectors.append(set(nothing.with("acvpu", level), scale: 1))
      vectors.append(set(nothing.with("acvpu", level).with("systolic", "95"), scale: 1))
    }
    let worst = [
      "respiratoryRate": "25", "spo2": "91", "oxygenFlow": "2", "systolic": "90",
      "heartRate": "131", "acvpu": "U", "temperature": "35",
    ]
    vectors.append(set(worst, scale: 1))
    for parameter in NEWS2Chart.parameters {
      for full in [nothing, worst] {
        var lacking = full
        lacking[parameter] = nil
        vectors.append(set(lacking, scale: 1))
      }
      vectors.append(set([parameter: worst[parameter] ?? ""], scale: 1))
    }
    return vectors
  }

  /// A set with its points, by the chart.
  static func set(_ vitals: [String: String], scale: Int) -> NEWS2Vector {
    var points: [String: Int] = [:]
    for chart in [
      NEWS2Chart.respiratoryRate, .systolic, .pulse, .temperature,
    ] {
      points[chart.sign] = vitals[chart.sign].flatMap { chart.points(thousandths($0)) }
    }
    let oxygen = vitals["oxygenFlow"].map { $0 != "room air" && thousandths($0) > 0 }
    points["oxygenFlow"] = oxygen.map { $0 ? 2 : 0 }
    if let spo2 = vitals["spo2"].map(thousandths) {
      let isUnknown = scale == 2 && spo2 >= 93_000 && oxygen == nil
      points["spo2"] =
        isUnknown
        ? nil : NEWS2Chart.spo2(scale: scale, onOxygen: oxygen ?? false).points(spo2)
    }
    points["acvpu"] = NEWS2Chart.levels.first { $0.0 == vitals["acvpu"] }?.1
    let total = points.values.reduce(0, +)
    let without = total - (points["acvpu"] ?? 0)
    return NEWS2Vector(
      vitals: vitals,
      spo2Scale: scale,
      points: points,
      total: total,
      withoutConsciousness: without,
      counted: vitals["acvpu"] == "C expected" ? without : total,
      missing: NEWS2Chart.parameters.filter { points[$0] == nil }
    )
  }

  private static func thousandths(_ words: String) -> Int { DecimalWords(words).thousandths }
}

extension [String: String] {
  func with(_ key: String, _ value: String) -> [String: String] {
    merging([key: value]) { $1 }
  }
}

/// A decimal as a vector writes it.
struct DecimalWords {
  let thousandths: Int

  init(_ words: String) {
    let isNegative = words.hasPrefix("-")
    let parts = words.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
    let whole = parts.first.flatMap { Int($0) } ?? 0
    let fraction = parts.count > 1 ? String(parts[1].prefix(3)) : ""
    let padded = fraction + String(repeating: "0", count: 3 - fraction.count)
    let size = whole * 1_000 + (Int(padded) ?? 0)
    thousandths = isNegative ? -size : size
  }
}
