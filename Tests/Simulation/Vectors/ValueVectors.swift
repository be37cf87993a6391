import Monitoring
import SessionRecord

/// Vectors of the kinds that judge one value: limit, change, derived and consciousness.
struct ValueVectors {
  typealias Entry = RuleVector.Entry

  struct NotMade: Error { let rule: String }

  let rule: VectorRule

  func vectors() throws -> [RuleVector] {
    switch rule.kind {
    case "limit": try limit()
    case "change": try change()
    case "derived": try derived()
    default: try consciousness()
    }
  }

  /// A step of the sign: what is typed next to a value.
  static func step(of sign: VitalSign) -> Int { sign.takesDecimal ? 100 : 1_000 }

  /// The line across which a sign's values go.
  static func line(_ rule: VectorRule, limit: Int, sign: VitalSign, divisor: Int = 1) -> VectorLine
  {
    let possible = PlausibleRange.possible(sign)
    return VectorLine(
      comparison: rule.comparison ?? "",
      limit: limit,
      margin: rule.clear?.margin?.thousandths ?? 0,
      step: step(of: sign),
      possible: possible,
      divisor: divisor
    )
  }

  private func limit() throws -> [RuleVector] {
    guard let key = rule.sign, let sign = VitalSign(key: key), let limit = rule.limit else {
      throw NotMade(rule: rule.id ?? "")
    }
    let isHold = rule.window?.before != nil
    let first = isHold ? 240 : rule.window?.from.map(VectorClock.after) ?? VectorClock.first
    return try life(
      ValueVectors.line(rule, limit: limit.thousandths, sign: sign),
      prelude: [.dose(at: VectorClock.timeZero)],
      first: first
    ) { value, at in .vitals([key: decimalWords(value)], at: at) }
  }

  private func change() throws -> [RuleVector] {
    guard let key = rule.sign, let sign = VitalSign(key: key),
      let base = Baselines.values[key]
    else { throw NotMade(rule: rule.id ?? "") }
    let limit: Int
    let baseline = Baselines.entry(at: VectorClock.baseline)
    if let percent = rule.percent {
      // Whole with these baselines; a fraction of a thousandth would have to be a fraction here too.
      guard (base * percent.thousandths).isMultiple(of: 100_000) else {
        throw NotMade(rule: rule.id ?? "")
      }
      limit = base + base * percent.thousandths / 100_000
    } else {
      limit = base + (rule.by?.thousandths ?? 0)
    }
    let line = ValueVectors.line(rule, limit: limit, sign: sign)
    func entry(_ value: Int, _ at: Int) -> Entry { .vitals([key: decimalWords(value)], at: at) }
    let vectors = try life(
      line,
      prelude: [baseline, .dose(at: VectorClock.timeZero)],
      first: VectorClock.first,
      entry
    )
    guard let beyond = line.beyond ?? line.edge else { throw NotMade(rule: rule.id ?? "") }
    let first = VectorClock.first
    return vectors + [
      RuleVector(
        rule,
        "without a baseline",
        [.dose(at: VectorClock.timeZero), entry(beyond, first)],
        asOf: first,
        raised: nil
      ),
      RuleVector(
        rule,
        "before time zero, from a baseline that is there",
        [baseline, entry(beyond, VectorClock.baseline + 60)],
        asOf: first,
        raised: nil
      ),
    ]
  }

  private func derived() throws -> [RuleVector] {
    guard let limit = rule.limit?.thousandths else { throw NotMade(rule: rule.id ?? "") }
    let prelude = [Entry.dose(at: VectorClock.timeZero)]
    switch rule.value {
    case "meanPressure": return try meanPressure(limit, prelude)
    case "pulsePressure":
      // The systolic moves over a fixed diastolic, under which none can be typed.
      let diastolic = 70_000
      var line = VectorLine(
        comparison: rule.comparison ?? "",
        limit: limit,
        margin: rule.clear?.margin?.thousandths ?? 0,
        step: 1_000,
        possible: (diastolic + 1_000)...300_000
      )
      line.added = -diastolic
      return try life(line, prelude: prelude, first: VectorClock.first) { value, at in
        .vitals(["systolic": decimalWords(value), "diastolic": decimalWords(diastolic)], at: at)
      }
    default:
      // Heart rate over a systolic of 100.
      var line = ValueVectors.line(rule, limit: limit, sign: .heartRate, divisor: 100)
      line.added = 0
      return try life(line, prelude: prelude, first: VectorClock.first) { value, at in
        .vitals(["heartRate": decimalWords(value), "systolic": "100"], at: at)
      }
    }
  }

  /// (systolic + 2 × diastolic) / 3, the systolic moving over a fixed diastolic; then a device's own.
  private func meanPressure(_ limit: Int, _ prelude: [Entry]) throws -> [RuleVector] {
    let diastolic = limit / 1_000 * 1_000 - 10_000
    var line = VectorLine(
      comparison: rule.comparison ?? "",
      limit: limit,
      margin: rule.clear?.margin?.thousandths ?? 0,
      step: 1_000,
      possible: (diastolic + 1_000)...300_000,
      divisor: 3
    )
    line.added = 2 * diastolic
    func pair(_ value: Int, _ at: Int, device: Int? = nil) -> Entry {
      var values = ["systolic": decimalWords(value), "diastolic": decimalWords(diastolic)]
      values["map"] = device.map(decimalWords)
      return .vitals(values, at: at)
    }
    let vectors = try life(line, prelude: prelude, first: VectorClock.first) { pair($0, $1) }
    let device = ValueVectors.line(rule, limit: limit, sign: .meanArterial)
    guard let inside = line.inside, let safe = line.safe, let edge = line.edge,
      let deviceEdge = device.edge, let deviceInside = device.inside, let deviceNear = device.near
    else { throw NotMade(rule: rule.id ?? "") }
    let first = VectorClock.first
    func alone(_ value: Int) -> Entry { .vitals(["map": decimalWords(value)], at: first) }
    func one(_ about: String, _ entry: Entry, breaks: Bool) -> RuleVector {
      var vector = RuleVector(
        rule,
        about,
        prelude + [entry],
        asOf: first,
        raised: breaks ? first : nil
      )
      if breaks, rule.repeats {
        vector.flags = [RuleVector.Flag(rule: rule.id ?? "", raised: first, state: .unconfirmed)]
      }
      return vector
    }
    var devices = [
      one("the device's own breaks", pair(inside, first, device: deviceEdge), breaks: true),
      one("neither breaks", pair(inside, first, device: deviceInside), breaks: false),
      one("the reckoned one breaks", pair(edge, first, device: deviceInside), breaks: true),
      one("a device's own without a pair, at the limit", alone(deviceEdge), breaks: true),
      one("a device's own without a pair, inside", alone(deviceInside), breaks: false),
    ]
    let count = rule.clear?.count ?? 2
    let confirmed = rule.repeats ? first + 300 : first
    let start = [pair(edge, first)] + (rule.repeats ? [pair(edge, confirmed)] : [])
    let nears = (1...count).map { pair(safe, confirmed + $0 * 300, device: deviceNear) }
    devices.append(
      RuleVector(
        rule,
        "the device's own is not inside by the margin",
        prelude + start + nears,
        asOf: confirmed + count * 300,
        [RuleVector.Flag(rule: rule.id ?? "", raised: first, state: .confirmed, at: confirmed)]
      )
    )
    return vectors + devices
  }

  private func consciousness() throws -> [RuleVector] {
    let order = ["A", "C", "V", "P", "U"]
    guard let place = order.firstIndex(where: { $0 == rule.level }), place > 0 else {
      throw NotMade(rule: rule.id ?? "")
    }
    func entry(_ letter: String) -> (Int) -> Entry { { .vitals(["acvpu": letter], at: $0) } }
    let vectors = VectorLife(
      rule: rule,
      prelude: [.dose(at: VectorClock.timeZero)],
      first: VectorClock.first,
      edge: entry(order[place]),
      beyond: place + 1 < order.count ? entry(order[place + 1]) : nil,
      inside: entry(order[place - 1]),
      safe: entry(order[place - 1])
    ).vectors()
    let expected = entry("C expected")(VectorClock.first)
    return vectors + [
      RuleVector(
        rule,
        "confusion that the drug is expected to bring",
        [.dose(at: VectorClock.timeZero), expected],
        asOf: VectorClock.first,
        raised: nil
      )
    ]
  }

  private func life(
    _ line: VectorLine,
    prelude: [Entry],
    first: Int,
    _ entry: @escaping (Int, Int) -> Entry
  ) throws -> [RuleVector] {
    guard let edge = line.edge, let inside = line.inside, let safe = line.safe else {
      throw NotMade(rule: rule.id ?? "")
    }
    return VectorLife(
      rule: rule,
      prelude: prelude,
      first: first,
      edge: { entry(edge, $0) },
      beyond: line.beyond.map { value in { entry(value, $0) } },
      inside: { entry(inside, $0) },
      safe: { entry(safe, $0) },
      near: line.near.map { value in { entry(value, $0) } }
    ).vectors()
  }
}

/// The values before the dose from which changes are reckoned, in thousandths.
enum Baselines {
  static let values = ["systolic": 120_000, "diastolic": 76_000, "heartRate": 72_000]

  static func entry(at: Int) -> RuleVector.Entry {
    .vitals(values.mapValues(decimalWords), at: at)
  }
}
