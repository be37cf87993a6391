package import SessionRecord

extension Content {
  /// A line that parses to the same content, verified; nil where no one line says it.
  ///
  /// Nothing that is made by a command of its own (opening, closing), by typing again, or by import
  /// alone has a line. An acknowledgement has one where it names one flag, a correction where what
  /// it says has no remark.
  package func line() -> String? {
    switch self {
    case .vitals(let vitals): vitals.line
    case .effect(let effect): effect.line
    case .dose(let dose): dose.line
    case .infusion(let event): event.line
    case .check(let by): "check \(by)"
    case .waste(let waste): waste.line
    case .scale(let score): score.line
    case .action(let text): "do \(text)"
    case .note(let text): "note \(text)"
    case .mark(let text): text.map { "mark \($0)" } ?? "mark"
    case .deferred(let deferral): "defer \(deferral.subject.typed) -- \(deferral.reason)"
    case .acknowledgement(let acknowledgement): acknowledgement.line
    case .amendment(let amendment): amendment.line(at: nil)
    case .void(let voiding): voiding.line
    case .presence(let presence): presence.line
    case .assigned(let room): Presence.line(room: room)
    case .opened, .closed, .verification, .leaving, .screening, .review, .addendum, .followUp,
      .course, .moved, .clockStep:
      nil
    }
  }

  /// The same line with the time at which it was observed, to the second, on a zone's clock.
  ///
  /// Nil as well for what takes no time.
  package func line(observed: Stamp, in zone: Zone) -> String? {
    switch self {
    case .void: return nil
    case .amendment(let amendment):
      let moment = amendment.observed.map { clockTime($0, in: zone) }
      return amendment.line(at: moment)
    default: return line().map { "\(clockTime(observed, in: zone)) \($0)" }
    }
  }
}

/// `@14:02`, with the offset where that clock showed the time twice.
private func clockTime(_ stamp: Stamp, in zone: Zone) -> String {
  let here = Stamp(stamp.instant, in: zone)
  let whole = Instant(milliseconds: stamp.instant.milliseconds - here.civil.millisecond)
  let isDoubled =
    zone.instants(showing: CivilTime(whole, offsetMinutes: here.offsetMinutes)).count > 1
  return typedTime(here, withOffset: isDoubled)
}

/// What follows the entry after `--`.
func afterDashes(_ remark: String?) -> String { remark.map { " -- \($0)" } ?? "" }

extension ScaleScore {
  fileprivate var line: String? {
    guard items.isEmpty else {
      guard of == nil else { return nil }
      let answers = items.map(String.init).joined(separator: " ")
      return "scale \(scale) \(LineParser.items) \(answers)\(afterDashes(remark))"
    }
    let most = of.map { "/\($0)" } ?? ""
    return "scale \(scale) \(score)\(most)\(afterDashes(remark))"
  }
}

extension Deferral.Subject {
  fileprivate var typed: String {
    switch self {
    case .wholeSet: "set"
    case .bloodPressure: "bp"
    case .sign(let sign): sign.typedKey
    case .effect(let name): name.text
    case .scale(let scale): scale
    }
  }
}
