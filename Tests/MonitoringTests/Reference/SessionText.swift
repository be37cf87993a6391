import Monitoring
import SessionRecord

/// A random session as lines that a person can follow by hand.
enum SessionText {
  /// The instant from which the random sessions reckon; nothing in the rules depends on it.
  static let origin = Instant(milliseconds: 1_763_550_000_000)

  /// Minutes, seconds and milliseconds from the origin: `12:30`, `-0:30.001`.
  static func time(_ instant: Instant) -> String {
    let span = (instant - origin).milliseconds
    let size = abs(span)
    let fraction = size % 1_000 == 0 ? "" : "." + padded(size % 1_000, 3)
    return (span < 0 ? "-" : "") + "\(size / 60_000):\(padded(size / 1_000 % 60, 2))\(fraction)"
  }

  static func lines(_ session: RandomSession) -> [String] {
    var lines = [
      "baseline \(session.monitoringProtocol.baseline.rawValue), NEWS2 within"
        + " \(session.monitoringProtocol.news2.map { span($0.within) } ?? "none")"
    ]
    for rule in session.monitoringProtocol.rules {
      lines.append(
        "rule \(rule.id) \(rule.condition) \(rule.priority.word)"
          + "\(rule.asksForRepeat ? " repeat" : "")"
          + " clears after \(rule.clearing.count) by \(rule.clearing.margin)"
          + (rule.window == .always ? "" : " \(rule.window)")
          + (rule.sustained.map { " sustained \($0)" } ?? "")
          + (rule.spo2Scale.map { " on SpO2 scale \($0)" } ?? "")
          + (rule.isOff ? " off" : "") + (rule.isStopCriterion ? " stop criterion" : "")
      )
    }
    lines += session.monitoringProtocol.schedule.groups.flatMap(group)
    for entry in session.log {
      if entry.content == .mark(nil) { continue }
      lines.append(
        "\(entry.number) (commit \(entry.commit), recorded \(time(entry.recorded.instant)))"
          + " \(time(entry.observed.instant)) \(content(entry.content))"
          + (entry.source.isAfterwards ? " told afterwards" : "")
      )
    }
    lines.append(
      "commits recorded at "
        + session.log.map { "\($0.commit):\(time($0.recorded.instant))" }.joined(separator: " ")
    )
    lines.append("as of \(time(session.asOf))")
    return lines
  }

  private static func group(_ group: ScheduleGroup) -> [String] {
    let needs = group.needs.map { need in
      switch need {
      case .sign(let sign): sign.key
      case .effect(let effect): effect.text
      case .scale(let scale): "scale \(scale)"
      }
    }
    return [
      "group \(group.id) of \(needs.joined(separator: ", ")) \(group.priority.word)"
        + " overdue +\(span(group.overdue)) missed +\(span(group.missed))"
        + " baseline sets \(group.baselineSets)"
    ]
      + group.slots.map { slot in
        "  slot T+\(slot.minutes) ±\(span(slot.tolerance)) \(slot.mark.rawValue)"
      }
  }

  private static func span(_ span: TimeSpan) -> String {
    time(origin + span)
  }

  static func content(_ content: Content) -> String {
    switch content {
    case .opened(let opening): "opened on SpO2 scale \(opening.spo2Scale)"
    case .vitals(let vitals):
      vitals.signs.map { "\($0.key) \(reading(vitals.readings[$0]))" }.joined(separator: " ")
        + (vitals.isConfusionExpected ? " expected" : "")
    case .effect(let effect): self.effect(effect)
    case .dose(let dose):
      "\(dose.drug) \(dose.overMinutes.map { "over \($0) min" } ?? "at once")"
        + (dose.unverified.isEmpty ? "" : " doubted")
    case .infusion(let event): "infusion \(event)"
    case .acknowledgement(let acknowledgement):
      "acknowledges "
        + acknowledgement.flags.map { "\($0.flag.rule)/\(cause($0.flag.cause))" }.joined(
          separator: ", "
        )
    case .verification(let number): "verifies \(number)"
    case .amendment(let amendment):
      "amends \(amendment.entry)"
        + "\(amendment.observed.map { " observed \(time($0.instant))" } ?? ""): "
        + self.content(amendment.content)
    case .void(let void): "voids \(void.entry)"
    case .closed: "closed"
    case .scale(let score): "scale \(score.scale) \(score.score) items \(score.items)"
    case .deferred(let deferral): "defers \(subject(deferral.subject))"
    case .check, .waste, .action, .note, .mark, .leaving, .screening, .presence, .assigned, .review,
      .addendum, .followUp, .course, .moved, .clockStep:
      "\(content.kind)"
    }
  }

  static func cause(_ cause: FlagCause) -> String {
    switch cause {
    case .entry(let entry): "\(entry)"
    case .slot(let minutes): "T+\(minutes)"
    case .baseline: "baseline"
    case .silence: "silence"
    }
  }

  private static func subject(_ subject: Deferral.Subject) -> String {
    switch subject {
    case .wholeSet: "set"
    case .bloodPressure: "bp"
    case .sign(let sign): sign.key
    case .effect(let effect): effect.text
    case .scale(let scale): scale
    }
  }

  static func effect(_ effect: SideEffect) -> String {
    var words = [effect.name.text]
    switch effect.grade {
    case .words(let severity): words.append(severity.word)
    case .rating(let rating): words.append("\(rating)/10")
    case nil: break
    }
    if let course = effect.course { words.append(course.word) }
    if effect.distressing { words.append("distressing") }
    return words.joined(separator: "_")
  }

  private static func reading(_ reading: Reading?) -> String {
    switch reading {
    case .measured(let quantity, let verified): "\(quantity.thousandths)\(verified ? "" : "?")"
    case .notObtained: "not-obtained"
    case .notUsable: "not-usable"
    case .unrecordable: "unrecordable"
    case .roomAir: "room-air"
    case nil: "none"
    }
  }
}
