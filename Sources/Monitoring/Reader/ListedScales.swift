import SessionRecord

/// The scales of a protocol, found by the name that a rule or the schedule has for them.
struct ListedScales {
  private let scales: [Scale]

  init(_ scales: [Scale]) { self.scales = scales }

  /// One of the scales whose scores are kept as such; for one that is a sign, what to write *instead*.
  func scale(
    _ node: ProtocolNode,
    instead: String
  ) throws(ProtocolRefusal) -> Scale {
    let near = nearestName(
      to: try node.string(),
      among: scales.filter { $0.sign == nil }.map(\.name)
    )
    let name: String
    do {
      name = try node.key("a scale")
    } catch {
      guard let near else { throw error }
      throw node.expected("one of the protocol's scales", near: near)
    }
    guard name == name.lowercased() else {
      throw node.expected("a scale in lower case, as “phq-9”")
    }
    if let sign = scales.first(where: { $0.name == name })?.sign ?? VitalSign(key: name) {
      throw node.refusal("\(sign.name) is a sign; \(instead).")
    }
    guard let scale = scales.scale(named: name) else {
      throw node.expected("one of the protocol's scales", near: near)
    }
    return scale
  }
}
