import Foundation
import Monitoring

/// A built-in protocol as its JSON stands, read by Foundation and not by the reader under test.
struct VectorProtocol: Decodable {
  let id: String
  let rules: [VectorRule]
  let scales: [VectorScale]
  let news2: NEWS2Terms?

  struct NEWS2Terms: Decodable { let within: Int }

  struct VectorScale: Decodable {
    struct Items: Decodable { let count: Int }
    let name: String
    let least: Int
    let most: Int
    let items: Items?
  }

  init(_ text: [UInt8]) throws {
    self = try JSONDecoder().decode(VectorProtocol.self, from: Data(text))
  }

  func rule(_ id: String) -> VectorRule? { rules.first { $0.id == id } }
}

/// A rule, or a condition of a combination, as it stands in the file.
struct VectorRule: Decodable {
  struct Clear: Decodable {
    let count: Int?
    let margin: Decimal?
  }
  struct Window: Decodable {
    let before: String?
    let from: Int?
  }
  struct Sustained: Decodable {
    let minutes: Int?
    let readings: Int?
  }
  struct Part: Decodable {
    /// Itself, or the alternatives that it holds.
    let alternatives: [VectorRule]

    private enum Key: CodingKey { case any }

    init(from decoder: any Decoder) throws {
      let box = try decoder.container(keyedBy: Key.self)
      alternatives =
        try box.decodeIfPresent([VectorRule].self, forKey: .any) ?? [VectorRule(from: decoder)]
    }
  }

  let id: String?
  /// Of a condition that names another rule: nil.
  let kind: String?
  /// The rule that a condition names.
  let rule: String?
  let sign: String?
  let value: String?
  let comparison: String?
  let limit: Decimal?
  let by: Decimal?
  let percent: Decimal?
  let over: Decimal?
  let minutes: Int?
  let untilMinute: Int?
  let within: Int?
  let since: String?
  let level: String?
  let only: [String]?
  let except: [String]?
  let scale: String?
  let item: Int?
  let single: Bool?
  let when: String?
  let soonerThan: Int?
  let all: [Part]?
  let any: [VectorRule]?
  let clear: Clear?
  let window: Window?
  let sustained: Sustained?
  let spo2Scale: Int?
  let off: Bool?
  /// A word or a number: `moderate`, 5.
  let severity: String?
  let atLeast: Int?

  private enum Key: String, CodingKey {
    case id, kind, rule, sign, value, comparison, limit, by, percent, over, minutes, untilMinute
    case within, since, level, only, except, scale, item, single, when, soonerThan, all, any
    case clear, window, sustained, spo2Scale, off, atLeast, `repeat`
  }

  let repeats: Bool

  init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    func read<Value: Decodable>(_ key: Key) throws -> Value? {
      try box.decodeIfPresent(Value.self, forKey: key)
    }
    id = try read(.id)
    kind = try read(.kind)
    rule = try read(.rule)
    sign = try read(.sign)
    value = try read(.value)
    comparison = try read(.comparison)
    limit = try read(.limit)
    by = try read(.by)
    percent = try read(.percent)
    over = try read(.over)
    minutes = try read(.minutes)
    untilMinute = try read(.untilMinute)
    within = try read(.within)
    since = try read(.since)
    level = try read(.level)
    only = try read(.only)
    except = try read(.except)
    scale = try read(.scale)
    item = try read(.item)
    single = try read(.single)
    when = try read(.when)
    soonerThan = try read(.soonerThan)
    all = try read(.all)
    any = try read(.any)
    clear = try read(.clear)
    window = try read(.window)
    sustained = try read(.sustained)
    spo2Scale = try read(.spo2Scale)
    off = try read(.off)
    repeats = try read(.repeat) ?? false
    let number = try? box.decodeIfPresent(Int.self, forKey: .atLeast)
    atLeast = number
    severity = number == nil ? try read(.atLeast) : nil
  }
}

extension Decimal {
  /// Exactly, in thousandths; the built-in protocols have no finer numbers.
  var thousandths: Int { NSDecimalNumber(decimal: self * 1_000).intValue }
}
