import SessionRecord

/// Reads when a course rule speaks: the keys of its kind.
struct CourseConditionReader {
  let scales: ListedScales

  func condition(
    _ kind: CourseKind,
    _ object: ProtocolObject
  ) throws(ProtocolRefusal) -> CourseCondition {
    switch kind {
    case .interval: .interval(.hours(try object.required("hours").hours(in: 1...8_760)))
    case .frequency:
      .frequency(
        most: try object.required("most").wholeNumber("a number of sessions", in: 1...1_000),
        days: try object.required("days").days()
      )
    case .count: .count(try object.required("sessions").sessions())
    case .amount: try amount(object)
    case .escalation:
      .escalation(
        percent: try object.required("percent").wholeNumber("a percentage", in: 1...1_000),
        runs: try object.required("runs").wholeNumber("a number of increases", in: 2...20)
      )
    case .test: try test(object)
    case .remarkable: .remarkable(try object.required("test").laboratoryTest())
    case .concern: .concern(days: try object.required("days").days())
    case .outcome: try outcome(object)
    }
  }

  private func amount(_ object: ProtocolObject) throws(ProtocolRefusal) -> CourseCondition {
    _ = try object.required("unit").word([(DoseUnit.milligramPerKilogram.text, true)])
    return .amount(
      thousandths: try object.required("most").number("an amount in mg/kg", in: 1...1_000_000),
      days: try object.required("days").days()
    )
  }

  private func test(_ object: ProtocolObject) throws(ProtocolRefusal) -> CourseCondition {
    let test = try object.required("test").laboratoryTest()
    let days = try object.optional("days")?.days()
    let sessions = try object.optional("sessions")?.sessions()
    guard days != nil || sessions != nil else {
      throw object.node.refusal("The key “days” or “sessions” is missing.")
    }
    return .test(test, days: days, sessions: sessions)
  }

  private func outcome(_ object: ProtocolObject) throws(ProtocolRefusal) -> CourseCondition {
    let node = try object.required("scale")
    let scale = try scales.scale(node, instead: "name a scale whose scores are kept as such")
    let width = scale.range.upperBound - scale.range.lowerBound
    let points = try object.optional("points").map { (node) throws(ProtocolRefusal) in
      try node.wholeNumber("points of \(scale.title)", in: 1...width)
    }
    let percent = try object.optional("percent").map { (node) throws(ProtocolRefusal) in
      try node.wholeNumber("a percentage", in: 1...100)
    }
    guard points != nil || percent != nil else {
      throw object.node.refusal("The key “points” or “percent” is missing.")
    }
    return .outcome(
      scale: scale.name,
      points: points,
      percent: percent,
      sessions: try object.required("sessions").sessions()
    )
  }
}

extension ProtocolNode {
  /// Whole hours; the longest there are make a year.
  func hours(in range: ClosedRange<Int> = 0...8_760) throws(ProtocolRefusal) -> Int {
    try wholeNumber("hours", in: range)
  }

  func sessions() throws(ProtocolRefusal) -> Int {
    try wholeNumber("a number of sessions", in: 1...1_000)
  }
}
