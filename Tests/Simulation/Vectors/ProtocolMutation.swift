import Foundation

/// A protocol's text with one number of a rule moved by one step.
struct ProtocolMutation {
  /// The rule whose vectors have to notice; nil where any may.
  let rule: String?
  let words: String
  let text: [UInt8]

  /// What a rule is judged by; a clearing's margin has steps of its sign.
  private static let keys: Set<String> = [
    "limit", "by", "percent", "over", "minutes", "untilMinute", "within", "atLeast", "soonerThan",
    "from", "readings", "count", "margin", "item",
  ]

  /// Every number of every rule up and down, and how far back NEWS2 looks.
  static func all(of text: [UInt8]) throws -> [ProtocolMutation] {
    let document = try JSONSerialization.jsonObject(with: Data(text))
    guard let document = document as? [String: Any],
      let rules = document["rules"] as? [[String: Any]]
    else { return [] }
    var mutations: [ProtocolMutation] = []
    for (place, rule) in rules.enumerated() {
      let id = rule["id"] as? String ?? ""
      for moved in variants(of: rule, step: step(of: rule)) {
        var all = rules
        guard let changed = moved.value as? [String: Any], !isSame(rule, changed) else { continue }
        all[place] = changed
        var copy = document
        copy["rules"] = all
        mutations.append(
          ProtocolMutation(
            rule: id,
            words: "\(id): \(moved.words)",
            text: Array(try JSONSerialization.data(withJSONObject: copy))
          )
        )
      }
    }
    guard let news2 = document["news2"] else { return mutations }
    for moved in variants(of: news2, step: 1) {
      var copy = document
      copy["news2"] = moved.value
      mutations.append(
        ProtocolMutation(
          rule: nil,
          words: "news2: \(moved.words)",
          text: Array(try JSONSerialization.data(withJSONObject: copy))
        )
      )
    }
    return mutations
  }

  private static func variants(of value: Any, step: Decimal) -> [(words: String, value: Any)] {
    if let object = value as? [String: Any] {
      return object.keys.sorted().flatMap { key -> [(words: String, value: Any)] in
        guard let inner = object[key] else { return [] }
        func put(_ new: Any) -> [String: Any] { object.merging([key: new]) { $1 } }
        if keys.contains(key), let number = inner as? NSNumber {
          let isFine = key == "limit" || key == "by" || key == "margin" || key == "over"
          let size = isFine ? step : 1
          return [size, -size].map { size in
            let moved = number.decimalValue + size
            return ("\(key) \(moved)", put(NSDecimalNumber(decimal: moved)))
          }
        }
        return variants(of: inner, step: step).map { ("\(key) \($0.words)", put($0.value)) }
      }
    }
    guard let list = value as? [Any] else { return [] }
    return list.enumerated().flatMap { place, inner in
      variants(of: inner, step: (inner as? [String: Any]).map(self.step) ?? step).map { moved in
        var copy = list
        copy[place] = moved.value
        return ("[\(place)] \(moved.words)", copy as Any)
      }
    }
  }

  /// Whether only a margin has moved, and no value that can be typed is judged otherwise for it: what is
  /// a step inside an *at or over* is a margin of none and of one step alike.
  private static func isSame(_ rule: [String: Any], _ changed: [String: Any]) -> Bool {
    func margin(_ rule: [String: Any]) -> Decimal? {
      ((rule["clear"] as? [String: Any])?["margin"] as? NSNumber)?.decimalValue
    }
    guard let old = margin(rule), let new = margin(changed), old != new,
      let comparison = rule["comparison"] as? String
    else { return false }
    return comparison.hasPrefix("at-or") && max(old, new) <= step(of: rule)
  }

  /// A tenth of a degree, a hundredth of the shock index, otherwise one.
  private static func step(of rule: [String: Any]) -> Decimal {
    if rule["sign"] as? String == "temperature" { return 1 / 10 }
    if rule["value"] as? String == "shockIndex" { return 1 / 100 }
    return 1
  }
}
