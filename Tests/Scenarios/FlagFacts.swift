import SessionRecord

extension Facts {
  /// What is to be said of a flag; several for acknowledgements, none where there is nothing.
  func found(_ word: String, of flag: Flag) -> [String] {
    switch word {
    case "raised": ["\(clock.text(flag.raised)) by \(text(flag.identity.cause))"]
    case "known": [clock.text(flag.known)]
    case "limit": flag.limit.map { [text($0)] } ?? []
    case "readings": [flag.readings.map(text).joined(separator: ", ")]
    case "peak": flag.peak.map { [text($0)] } ?? []
    case "state": [text(flag.state)]
    case "back inside": flag.backInside.map { [clock.text($0)] } ?? []
    case "acknowledged":
      flag.acknowledgements.map { acknowledgement in
        "\(clock.text(acknowledgement.at)) by \(acknowledgement.by)"
          + (acknowledgement.covering ? ", covered" : "") + ": \(acknowledgement.text)"
      }
    case "retracted": flag.retractedBy.map { ["by #\($0)"] } ?? []
    case "stop criterion": flag.isStopCriterionMet ? ["met"] : []
    default: ["?"]
    }
  }

  private func text(_ state: FlagState) -> String {
    switch state {
    case .unconfirmed: "unconfirmed"
    case .confirmed(let at, let repeated):
      "confirmed at \(clock.text(at))" + (repeated ? "" : " (not repeated)")
    case .clearedOnRepeat(let at): "cleared on repeat at \(clock.text(at))"
    case .cleared(let at, let repeated):
      "cleared at \(clock.text(at))" + (repeated ? "" : " (not repeated)")
    }
  }

  private func text(_ limit: BrokenLimit) -> String {
    let words = limit.comparison.rawValue.split(separator: "-").joined(separator: " ")
    return "\(words) \(fraction(limit.numerator, limit.denominator))"
  }

  private func text(_ reading: BreakingReading) -> String {
    let value =
      reading.quantity.map(text)
      ?? reading.effect.map { effect in
        switch effect.grade {
        case .words(let severity): severity.word
        case .rating(let rating): "\(rating)/10"
        case nil: effect.name.text
        }
      }
    return (value.map { "\($0) at " } ?? "") + clock.text(reading.observed)
  }

  private func text(_ cause: FlagCause) -> String {
    switch cause {
    case .entry(let number): "#\(number)"
    case .slot(let minutes): "T+\(minutes)"
    case .baseline: "baseline"
    case .silence: "silence"
    }
  }
}
