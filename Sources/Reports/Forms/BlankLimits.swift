import Monitoring
import SessionRecord

/// A protocol's limits, as short as a sheet of paper asks: those on a sign by priority, then the others.
struct BlankLimits {
  struct Line {
    /// `systolic`, `MAP`.
    let name: String
    let unit: String
    /// By priority, in the protocol's order.
    var limits: [Priority: [String]] = [:]

    /// `high >200, ≤90; medium ≥180`.
    var words: Phrase {
      Priority.allCases.reversed().compactMap { priority in
        limits[priority].map { limits in
          Phrase("\(priority.word)\u{A0}", priority == .high ? .strong : .plain)
            + Phrase(limits.joined(separator: ", "))
        }
      }.joined("; ")
    }

    var title: String { unit.isEmpty ? name : "\(name)\u{A0}\(unit)" }
  }

  private let values: ValueText

  /// What the word behind a limit means; nil where none has it.
  private(set) var stop: String?

  /// By sign, SpO2 by its scale, in the order in which the protocol first names it.
  private(set) var lines: [Line] = []
  /// Rules on anything but a value of a sign, with their priority.
  private(set) var others: [String] = []

  /// Those that are off, and those about the record itself, mean nothing on paper.
  init(_ shown: MonitoringProtocol, _ values: ValueText) {
    self.values = values
    for rule in shown.rules where !rule.isOff && !rule.isProcess { add(rule, of: shown) }
  }

  private mutating func add(_ rule: Rule, of shown: MonitoringProtocol) {
    guard let place = place(rule.condition) else {
      let own = rule.text.isEmpty ? "" : " (“\(rule.text)”)"
      var title = rule.title
      if case .scale(let limit) = rule.condition {
        title = ScoreText(limit.scale, FlagFacts(shown).scale(limit.scale)).naming(title)
      }
      let stop = rule.isStopCriterion ? "\u{A0}STOP" : ""
      others.append("\(title) (\(rule.priority.word))\(stop)\(own)")
      noteStop(rule)
      return
    }
    let name = place.name + (rule.spo2Scale.map { " scale\u{A0}\($0.rawValue)" } ?? "")
    let line = lines.firstIndex { $0.name == name } ?? lines.count
    if line == lines.count { lines.append(Line(name: name, unit: place.unit)) }
    let own = rule.text.isEmpty ? "" : " “\(rule.text)”"
    let words = place.limit + BlankLimits.suffix(rule) + own
    lines[line].limits[rule.priority, default: []].append(words)
    noteStop(rule)
  }

  private mutating func noteStop(_ rule: Rule) {
    guard rule.isStopCriterion else { return }
    stop = "STOP: the clinic's stop criterion; someone decides at once."
  }

  private func place(
    _ condition: Condition
  ) -> (name: String, unit: String, limit: String)? {
    switch condition {
    case .absolute(let limit):
      (
        limit.sign.shortName, unit(limit.sign),
        limit.comparison.symbol + number(limit)
      )
    case .derived(let limit):
      (limit.sign.shortName, limit.sign.unit, limit.comparison.symbol + decimal(limit.limit))
    case .change(let change):
      (
        change.sign.shortName, unit(change.sign),
        change.comparison.symbol + "baseline" + size(change)
      )
    case .consciousness(let limit):
      (
        VitalSign.consciousness.shortName, "",
        limit.level == .unresponsive
          ? limit.level.letter : "\(limit.level.letter)\u{A0}or\u{A0}deeper"
      )
    case .rate(let rate):
      (
        rate.sign.shortName, unit(rate.sign),
        "\(rate.change < 0 ? "down" : "up")\u{A0}\(rate.comparison.isStrict ? "over\u{A0}" : "")"
          + "\(difference(rate.change, of: rate.sign))\u{A0}in\u{A0}\(rate.withinMinutes)\u{A0}min"
      )
    case .notFalling(let rule):
      (
        rule.sign.shortName, unit(rule.sign),
        "≥baseline+\(difference(rule.over, of: rule.sign)), not falling \(rule.minutes)\u{A0}min after the "
          + (rule.since == .start ? "start" : "infusion")
      )
    case .crisis, .severity, .distressing, .presence, .lasting, .scale, .news2, .combination,
      .furtherDose, .unattended, .unverified:
      nil
    }
  }

  /// As the heading of a table has it: `°F (°C)`.
  private func unit(_ sign: VitalSign) -> String { values.unit(of: sign).heading }

  /// In the clinic's unit, with the stored one behind it where that is another: `100.4 (38)`.
  private func number(_ limit: AbsoluteLimit) -> String {
    let broken = BrokenLimit(comparison: limit.comparison, numerator: limit.limit)
    return values.limitNumber(broken, of: limit.sign) + stored(decimal(limit.limit), of: limit.sign)
  }

  private func size(_ change: BaselineChange) -> String {
    switch change.size {
    case .absolute(let size):
      (size < 0 ? "−" : "+") + difference(size, of: change.sign)
    case .percent(let size):
      // A share of what is stored is another of what is shown.
      (size < 0 ? "−" : "+") + decimal(abs(size)) + "%"
        + stored("of \(change.sign.unit)", of: change.sign)
    }
  }

  /// How far, whatever the direction: `1.8 (1)`.
  private func difference(_ thousandths: Int, of sign: VitalSign) -> String {
    values.differenceNumber(abs(thousandths), of: sign)
      + stored(decimal(abs(thousandths)), of: sign)
  }

  private func stored(_ words: String, of sign: VitalSign) -> String {
    values.unit(of: sign).isStored ? "" : "\u{A0}(\(words))"
  }

  private static func suffix(_ rule: Rule) -> String {
    var words = ""
    switch rule.window {
    case .always: break
    case .beforeStart: words += " before the start"
    case .from(let minutes): words += " from\u{A0}T+\(minutes)"
    }
    switch rule.sustained {
    case .minutes(let minutes)?: words += " for\u{A0}\(minutes)\u{A0}min"
    case .readings(let count)?: words += ", \(count)\u{A0}in a row"
    case nil: break
    }
    if rule.isStopCriterion { words += "\u{A0}STOP" }
    return words
  }
}

extension Comparison {
  fileprivate var symbol: String {
    switch self {
    case .atOrOver: "≥"
    case .over: ">"
    case .atOrUnder: "≤"
    case .under: "<"
    }
  }

  fileprivate var isStrict: Bool { self == .over || self == .under }
}
