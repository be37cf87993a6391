import SessionRecord

/// Levels of a scale that are outside its range, out of order, or two of one name.
struct ScaleLevels: ProtocolLint {
  func findings(in monitoringProtocol: MonitoringProtocol) -> [ProtocolFinding] {
    monitoringProtocol.scales.flatMap { findings(of: $0.scale) }
  }

  private func findings(of scale: Scale) -> [ProtocolFinding] {
    var findings: [ProtocolFinding] = []
    for (place, level) in scale.levels.enumerated() {
      let problem: String
      if !scale.range.contains(level.from) {
        problem =
          "\(scale.title) goes from \(scale.range.lowerBound) to \(scale.range.upperBound), but"
          + " its level “\(level.name)” begins at \(level.from)."
      } else if place > 0, level.from <= scale.levels[place - 1].from {
        problem =
          "The level “\(level.name)” of \(scale.title) begins at \(level.from), not over"
          + " \(scale.levels[place - 1].from), where “\(scale.levels[place - 1].name)” begins."
      } else if scale.levels[..<place].contains(where: { $0.name == level.name }) {
        problem = "Two levels of \(scale.title) have the name “\(level.name)”."
      } else {
        continue
      }
      findings.append(
        ProtocolFinding(
          path: "scales.\(scale.name).levels[\(place)]",
          problem: problem,
          remedy: "Correct the level."
        )
      )
    }
    return findings
  }
}
