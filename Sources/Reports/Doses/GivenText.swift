import Monitoring
import SessionRecord

/// What was given: each infusion as it was planned and as it went, and the total of each drug by route.
struct GivenText {
  let doses: DoseText
  let clock: SessionClock
  /// Times of other days than this one's say so.
  let near: Instant

  init(doses: DoseText, clock: SessionClock, near: Instant) {
    self.doses = doses
    self.clock = clock
    self.near = near
  }

  init(_ words: SessionWords) {
    self.init(
      doses: DoseText(limits: words.values.limits, weight: words.weight?.thousandths),
      clock: words.clock,
      near: words.file.session.opened.instant
    )
  }

  /// Each infusion with what was planned and given, then the totals; a dose at once is in its total.
  func lines(_ exposure: Exposure) -> [Phrase] {
    // An infusion of which nothing is known to be given says so itself.
    let totals = exposure.totals.filter { total in
      let members = exposure.given.filter { $0.drug == total.drug && $0.route == total.route }
      return total.milligramThousandths != nil || members.count > 1
        || members.contains { !$0.isInfusion }
    }
    return exposure.given.filter(\.isInfusion).map(infusion)
      + totals.map { total($0, of: exposure.given) }
  }

  /// `infusion of ketamine intravenous from 13:30: planned 36 mg (0.5 mg/kg) over 40 min, paused
  /// 13:40–13:45, stopped 13:52 (#12), given 12 mg (0.17 mg/kg)`.
  func infusion(_ given: GivenDose) -> Phrase {
    var parts: [String] = []
    if let planned = given.planned {
      let over = given.overMinutes.map { " over \($0)\u{A0}min" } ?? ""
      parts.append("planned \(doses.bothWays(planned))\(mark(given))\(over)")
    } else {
      parts.append("no planned amount\(mark(given))")
    }
    let pauses = given.pauses.filter { $0.to != nil || !given.isPaused }.map(pause)
    if !pauses.isEmpty { parts.append("paused \(pauses.joined(separator: ", "))") }
    parts += course(given)
    return Phrase(
      "infusion of \(drug(given.drug, given.route)) from \(time(given.began.instant)): "
        + parts.joined(separator: ", ")
    )
  }

  /// How it goes on, or how it ended and what was given.
  private func course(_ given: GivenDose) -> [String] {
    let stopped = given.stop.map { stop in
      (given.ended.map { "stopped \(time($0))" } ?? "stopped") + " (#\(stop))"
    }
    switch given.given {
    case .amount(let amount):
      return [stopped, "given \(doses.bothWays(amount))"].compactMap(\.self)
    case .running:
      guard given.isPaused, let last = given.pauses.last else { return ["running"] }
      return ["paused since \(time(last.from))"]
    case .endNotRecorded:
      let planned = given.ended.map { "planned end \(time($0)) is past" }
      return [planned, "no stop entered, amount given not known"].compactMap(\.self)
    case .notSaid: return [stopped, "amount given not said"].compactMap(\.self)
    case .notKnown: return [stopped, "amount given not known"].compactMap(\.self)
    }
  }

  /// `ketamine intravenous: 12 mg (0.16 mg/kg) given; 1 infusion of unknown amount`.
  func total(_ total: DoseTotal, of given: [GivenDose]) -> Phrase {
    var parts: [String] = []
    if let sum = total.milligramThousandths {
      parts.append(
        doses.bothWays(milligramThousandths: sum) + (total.isUnverified ? "\u{A0}?" : "") + " given"
      )
    }
    let rest = given.filter { $0.drug == total.drug && $0.route == total.route }
    let running = rest.count { $0.given == .running && !$0.isPaused }
    if running > 0 { parts.append("\(counted(running, "infusion")) running") }
    let paused = rest.count(where: \.isPaused)
    if paused > 0 { parts.append("\(counted(paused, "infusion")) paused") }
    let unknown = rest.filter(\.isUnknown)
    let infusions = unknown.count(where: \.isInfusion)
    if infusions > 0 { parts.append("\(counted(infusions, "infusion")) of unknown amount") }
    let atOnce = unknown.count - infusions
    if atOnce > 0 { parts.append("\(counted(atOnce, "dose")) of unknown amount") }
    parts += otherUnits(rest)
    let doubt = total.isUnverified && total.milligramThousandths == nil ? "\u{A0}?" : ""
    return Phrase("\(drug(total.drug, total.route)): \(parts.joined(separator: "; "))\(doubt)")
  }

  /// What was given in units that are no mass, amount by amount: `250 ml given`.
  private func otherUnits(_ given: [GivenDose]) -> [String] {
    given.compactMap { given in
      guard case .amount(let amount) = given.given,
        amount.milligramThousandths(weight: doses.weight) == nil
      else { return nil }
      return "\(doses.amount(amount))\(mark(given)) given"
    }
  }

  private func pause(_ pause: GivenDose.Pause) -> String {
    "\(time(pause.from))–\(pause.to.map(time) ?? "")"
  }

  private func drug(_ name: String, _ route: Route?) -> String {
    name + (route.map { " \($0.word)" } ?? "")
  }

  private func mark(_ given: GivenDose) -> String { given.isUnverified ? "\u{A0}?" : "" }
  private func time(_ instant: Instant) -> String { clock.clock(instant, near: near) }
}

extension GivenDose {
  /// Whether it ended, and how much of it was given is not known.
  fileprivate var isUnknown: Bool {
    switch given {
    case .amount, .running: false
    case .endNotRecorded, .notSaid, .notKnown: true
    }
  }
}
