import SessionRecord

/// The scales of a protocol, found by the name that a rule or the schedule has for them.
struct ListedScales {
  /// A rating of what a patient is asked about is listed once, and typed with its subject: `nrs-pain`.
  private static let rating = "nrs"

  private let scales: [Scale]

  init(_ scales: [Scale]) { self.scales = scales }

  /// One of the scales whose scores are kept as such; for one that is a sign, what to write *instead*.
  func scale(
    _ node: ProtocolNode,
    instead: String
  ) throws(ProtocolRefusal) -> Scale {
    let name = try node.key("a scale")
    guard name == name.lowercased() else {
      throw node.expected("a scale in lower case, as “phq-9”")
    }
    if let sign = scales.first(where: { $0.name == name })?.sign ?? VitalSign(key: name) {
      throw node.refusal("\(sign.name) is a sign; \(instead).")
    }
    guard let scale = scale(named: name) else {
      throw node.expected(
        "one of the protocol's scales",
        near: nearest(to: name, among: scales.filter { $0.sign == nil }.map(\.name))
      )
    }
    return scale
  }

  /// The scale of a name, also of a rating with its subject.
  func scale(named name: String) -> Scale? {
    if let scale = scales.first(where: { $0.name == name }) { return scale }
    guard name.hasPrefix(ListedScales.rating + "-") else { return nil }
    return scales.first { $0.name == ListedScales.rating }.map { $0.named(name) }
  }
}

extension Scale {
  /// The same scale for one subject.
  fileprivate func named(_ name: String) -> Scale {
    Scale(
      name: name,
      title: title,
      range: range,
      worse: worse,
      scoring: scoring,
      items: items,
      levels: levels,
      sign: sign
    )
  }
}
