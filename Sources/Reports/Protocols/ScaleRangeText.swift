import SessionRecord

/// A scale of a protocol in words: its range, its direction, its items as numbers, its levels.
struct ScaleRangeText {
  private let scale: Scale

  init(_ scale: Scale) { self.scale = scale }

  var text: String {
    var parts = [
      "\(range(scale.range)), \(scale.worse.rawValue) is worse"
    ]
    if let items = scale.items {
      parts.append("\(counted(items.count, "item")) from \(range(items.points)), \(scoring)")
    }
    if !scale.levels.isEmpty {
      let levels = scale.levels.map { "\($0.name) from\u{A0}\($0.from)" }
      parts.append(levels.joined(separator: ", "))
    }
    if let sign = scale.sign { parts.append("measured as \(sign.name)") }
    return parts.joined(separator: "; ")
  }

  private var scoring: String {
    switch scale.scoring {
    case .total: "summed"
    case .itq: "by the questionnaire's algorithm"
    }
  }

  private func range(_ range: ClosedRange<Int>) -> String {
    "\(range.lowerBound) to \(range.upperBound)"
  }
}
