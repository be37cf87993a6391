import Foundation

/// What the program says of a session in JSON, as far as a replay asks for it.
struct ReplayTimeline: Decodable {
  struct Entry: Decodable {
    struct Content: Decodable {
      let readings: [Reading]?
      let computedMap: Double?
    }

    struct Reading: Decodable {
      let sign, status: String
      let value: Double?
    }

    let kind, observed: String
    let content: Content

    func value(_ sign: String) -> Double? {
      content.readings?.first { $0.sign == sign && $0.status == "measured" }?.value
    }
  }

  let entries: [Entry]

  /// The sets of vital signs in observed order, each with its minute.
  func sets() throws -> [(minute: Int, entry: Entry)] {
    try entries.filter { $0.kind == "vitals" }
      .map { (try ReplayTimeline.minute($0.observed), $0) }
      .sorted { $0.0 < $1.0 }
  }

  /// The sets with both pressures usable.
  func pairs() throws -> [(pair: ReplayCase.Pair, map: Double?)] {
    try sets().compactMap { minute, entry in
      guard let sbp = entry.value("systolic"), let dbp = entry.value("diastolic") else {
        return nil
      }
      return (ReplayCase.Pair(t: minute, sbp: sbp, dbp: dbp), entry.content.computedMap)
    }
  }

  static func minute(_ text: String) throws -> Int {
    guard let minute = ReplayClock.minute(text) else { throw NotAMinute(text: text) }
    return minute
  }

  struct NotAMinute: Error { let text: String }
}

struct ReplayFlag: Decodable {
  struct Reading: Decodable {
    let observed: String
    let value: Double?
  }

  let rule, state: String
  let readings: [Reading]
}

/// `vigil flags --format json`.
struct ReplayFlags: Decodable {
  struct Found: Decodable {
    struct Session: Decodable {
      let number: Int
      let patient: String
    }

    let session: Session
    let flag: ReplayFlag
  }

  let flags: [Found]
}

/// `vigil report N --format json`.
struct ReplayReport: Decodable {
  struct BaselinePart: Decodable {
    struct Sign: Decodable {
      struct Value: Decodable { let value: Double }

      let sign, observed: String
      let baseline: Value
    }

    let signs: [Sign]
  }

  struct Extreme: Decodable {
    struct Value: Decodable { let value: Double }

    let sign: String
    let highest, lowest: Value
  }

  let baseline: BaselinePart
  let extremes: [Extreme]
  let flags: [ReplayFlag]
  let entries: [ReplayTimeline.Entry]

  func peak(_ sign: String) -> Double? { extremes.first { $0.sign == sign }?.highest.value }

  /// The pressure that rises are counted from.
  func pressureBaseline() throws -> ReplayCase.Pair? {
    guard let sbp = baseline.signs.first(where: { $0.sign == "systolic" }),
      let dbp = baseline.signs.first(where: { $0.sign == "diastolic" }),
      sbp.observed == dbp.observed
    else { return nil }
    return ReplayCase.Pair(
      t: try ReplayTimeline.minute(sbp.observed),
      sbp: sbp.baseline.value,
      dbp: dbp.baseline.value
    )
  }
}

extension [ReplayFlag] {
  /// One event a reading and rule, by minute and then by the rules' order.
  func events(of limits: [ReplayLimit]) throws -> [ReplayCase.Event] {
    let places = Dictionary(
      uniqueKeysWithValues: limits.map(\.id).enumerated().map { ($0.element, $0.offset) }
    )
    return try flatMap { flag in
      try flag.readings.map { reading in
        guard let value = reading.value, places[flag.rule] != nil, flag.state != "retracted"
        else { throw Unexpected(rule: flag.rule, state: flag.state) }
        return ReplayCase.Event(
          t: try ReplayTimeline.minute(reading.observed),
          rule: flag.rule,
          value: value
        )
      }
    }.sorted { ($0.t, places[$0.rule] ?? 0) < ($1.t, places[$1.rule] ?? 0) }
  }
}

/// A flag that no rule of the replay can have raised.
struct Unexpected: Error {
  let rule, state: String
}

extension VigilProgram {
  /// Runs a command that answers in JSON.
  func answer<Answer: Decodable>(_ type: Answer.Type, _ arguments: String...) throws -> Answer {
    let outcome = try run(arguments + ["--format", "json"])
    guard outcome.status == 0 else {
      throw Unprepared(command: arguments.joined(separator: " "), outcome: outcome)
    }
    return try JSONDecoder().decode(type, from: Data(outcome.output.utf8))
  }
}
