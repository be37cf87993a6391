import SessionRecord

/// Reads the bands of a scale, each from a score to where the next one begins.
struct ScaleLevelReader {
  let range: ClosedRange<Int>

  func levels(_ node: ProtocolNode) throws(ProtocolRefusal) -> [Scale.Level] {
    var levels: [Scale.Level] = []
    for element in try node.list() {
      let object = try element.object(keys: ["from", "name"])
      let fromNode = try object.required("from")
      let from = try fromNode.wholeNumber("a score", in: range)
      if let last = levels.last, from <= last.from {
        throw fromNode.refusal(
          "A level begins above the one before it; “\(last.name)” begins at \(last.from)."
        )
      }
      let nameNode = try object.required("name")
      let name = try nameNode.words("a level's name", most: 64)
      guard !levels.contains(where: { $0.name == name }) else {
        throw nameNode.refusal("Another level is called “\(name)” already.")
      }
      levels.append(Scale.Level(from: from, name: name))
    }
    guard !levels.isEmpty else {
      throw node.refusal("Expected at least one level; leave the key out for none.")
    }
    return levels
  }
}
