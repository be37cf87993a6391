import SessionRecord
import TestSupport

/// One session of the day as its nurses will take it: late, missing, putting off, mistyping and
/// correcting, typing after the fact; all of it decided by the day's seed.
struct SessionPlan {
  let session: Int
  let dayProtocol: DayProtocol
  let opened: Instant
  let author: String
  private(set) var acts: [PlannedAct] = []
  /// When the patient leaves the room, whether or not the session is closed then.
  private(set) var ended: Instant
  private var dice: SeededGenerator
  private let patient: DayPatient
  private var entries = 0

  init(
    session: Int,
    of dayProtocol: DayProtocol,
    opened: Instant,
    author: String,
    dice given: SeededGenerator
  ) {
    self.session = session
    self.dayProtocol = dayProtocol
    self.opened = opened
    self.author = author
    dice = given
    patient = DayPatient(isHot: dice.chance(35), isDrowsy: dice.chance(20))
    ended = opened
    acts.append(PlannedAct(at: opened, session: session, author: author, kind: .open))
    let began = opened + .seconds(dice.number(6 * 60...22 * 60))
    takeBaseline(until: began)
    give(at: began)
    let last = dice.number(45...150)
    for minutes in offsets(to: last) { take(minutes, after: began) }
    takeCloserReadings(after: began, to: last)
    finish(at: began + .minutes(last) + .seconds(dice.number(60...900)))
    acts.sort { $0.at < $1.at }
  }

  /// The dice as they are after this plan.
  var rest: SeededGenerator { dice }

  // MARK: - Before and at time zero

  private mutating func takeBaseline(until began: Instant) {
    let span = (began - opened).wholeMinutes
    let at = { (minutes: Int) in min(minutes, span) }
    if dice.chance(85) {
      type(
        vitals([.systolic, .heartRate, .spo2, .moaas, .temperature]),
        at: opened + .minutes(at(3))
      )
    } else if dice.chance(60) {
      // Half of it, and the rest later or never.
      type(vitals([.systolic]), at: opened + .minutes(at(4)))
      if dice.chance(70) {
        type(vitals([.heartRate, .spo2]), at: opened + .minutes(dice.number(5...30)))
      }
    }
    for effect in ["dissociation", "nausea", "headache", "dizziness", "anxiety"]
    where dice.chance(85) {
      type("no \(effect)", at: opened + .seconds(dice.number(60...60 * max(2, span))))
    }
    if dice.chance(50) { type(vitals([.systolic, .heartRate]), at: began - .seconds(50)) }
  }

  private mutating func give(at began: Instant) {
    guard dayProtocol.drug == "ketamine" else {
      for device in 0..<dice.number(2...3) {
        type("esketamine 28 mg intranasal", at: began + .minutes(5 * device))
      }
      return
    }
    type("ketamine 36 mg iv over 40 min", at: began - .seconds(20))
    let started = name()
    if dice.chance(15) {
      typeLater(
        "start infusion",
        observed: began,
        at: began + .minutes(dice.number(2...12)),
        started
      )
    } else {
      type("start infusion", at: began, started)
    }
    if dice.chance(15) {
      let moved = began + .seconds(dice.number(-240...240))
      act(.move(started, to: moved), at: began + .minutes(dice.number(13...50)))
    }
    if dice.chance(70) { type("stop infusion given 36 mg", at: began + .minutes(40)) }
  }

  // MARK: - Readings

  private func offsets(to last: Int) -> [Int] {
    Set(dayProtocol.groups.flatMap(\.slots).filter { $0.mark != "while-high" }.map(\.minutes))
      .filter { $0 <= last }.sorted()
  }

  private mutating func take(_ minutes: Int, after began: Instant) {
    let due = began + .minutes(minutes)
    let groups = dayProtocol.groups.filter { group in
      group.slots.contains { $0.minutes == minutes && $0.mark != "while-high" }
    }
    let needs = groups.flatMap(\.needs)
    let signs = needs.compactMap { if case .sign(let sign) = $0 { sign } else { nil } }
    if !signs.isEmpty { takeSigns(signs, due: due) }
    for need in needs {
      switch need {
      case .effect(let name) where dice.chance(80):
        let line = dice.chance(60) ? "no \(name)" : "\(name) \(dice.pick(["mild", "mod", "2/10"]))"
        type(line, at: due + .seconds(dice.number(-120...420)))
      case .scale(let name) where dice.chance(85):
        type("scale \(name) \(dice.number(0...20))", at: due + .seconds(dice.number(-120...420)))
      case .sign, .effect, .scale: break
      }
    }
  }

  private mutating func takeSigns(_ signs: [VitalSign], due: Instant) {
    // Near its time, and often on the minute.
    let near = due + .seconds(dice.chance(35) ? 0 : dice.number(-150...180))
    let line = vitals(signs)
    switch dice.number(1...100) {
    case 1...34: type(line, at: near)
    case 35...43: type(line, at: due + .seconds(dice.pick([-180, 0, 180, 300, 600, 900])))
    case 44...52: type(line, at: due + .seconds(dice.number(181...840)))
    case 53...58: break
    case 59...66:
      typeLater(line, observed: near, at: near + .seconds(dice.number(240...1_500)))
    case 67...72:
      // In two halves.
      type(vitals(signs.filter { $0 == .systolic || $0 == .moaas }), at: near)
      let rest = signs.filter { ![.systolic, .diastolic, .moaas].contains($0) }
      if dice.chance(70) { type(vitals(rest), at: near + .seconds(dice.number(30...700))) }
    case 73...82: putOff(near: due)
    case 83...86:
      type("\(signs.contains(.systolic) ? "bp - hr x " : "")sat x rr x -- moving", at: near)
    default: mistake(line, signs, at: near)
    }
  }

  private mutating func putOff(near due: Instant) {
    let (subject, words): (Deferral.Subject, String) = dice.pick([
      (.wholeSet, "set"), (.wholeSet, "set"), (.bloodPressure, "bp"), (.sign(.spo2), "spo2"),
      (.sign(.moaas), "moaas"), (.effect(.dissociation), "dissociation"),
    ])
    let at = due + .seconds(dice.number(-400...300))
    act(.putOff(subject, words: "defer \(words) -- deep state, breathing watched"), at: at)
    if dice.chance(40) {
      let again = at + .seconds(dice.number(300...900))
      act(.putOff(subject, words: "defer \(words) -- still deep"), at: again)
    }
    if dice.chance(30) { type(vitals([.systolic, .heartRate]), at: due + .seconds(60)) }
  }

  /// Something typed wrong, and mended or taken back; or doubtful, and typed again.
  private mutating func mistake(_ line: String, _ signs: [VitalSign], at: Instant) {
    let entry = name()
    let later = at + .seconds(dice.number(20...200))
    switch dice.number(1...6) {
    case 1:
      type(line, at: at, entry)
      act(.withdraw(entry), at: later)
      if dice.chance(50) { type(vitals(signs), at: later + .seconds(200)) }
    case 2:
      type(line, at: at, entry)
      act(.undo, at: at + .seconds(dice.number(5...55)))
    case 3:
      type("\(dice.number(205...219))/110 92", at: at, entry)
      act(
        .correct(entry, "\(dice.number(125...149))/84"),
        at: later + .minutes(dice.number(0...12))
      )
    case 4:
      type(line, at: at, entry)
      act(.move(entry, to: at - .seconds(dice.number(60...500))), at: later)
    default:
      let doubtful = "\(dice.number(222...240))/100 88 97% rr 37 moaas 5"
      type(doubtful, at: at)
      if dice.chance(60) { type(doubtful, at: at + .seconds(dice.number(10...100))) }
    }
  }

  /// What a high flag calls for, whether or not there is one.
  private mutating func takeCloserReadings(after began: Instant, to last: Int) {
    guard patient.isHot else { return }
    let closer = dayProtocol.groups.flatMap(\.slots).filter { $0.mark == "while-high" }
    for slot in closer where slot.minutes <= last && dice.chance(45) {
      type(vitals([.systolic, .heartRate]), at: began + .minutes(slot.minutes) + .seconds(30))
    }
  }

  // MARK: - The end

  private mutating func finish(at end: Instant) {
    ended = end
    let acknowledged = dice.number(1...4)
    for _ in 0..<acknowledged {
      let minutes = dice.number(10...max(11, (end - opened).wholeMinutes))
      act(.acknowledge, at: opened + .minutes(minutes))
    }
    let closing = name()
    guard !dice.chance(8) else {
      // Nobody closes it before the next morning.
      act(.close(name: closing), at: end + .hours(dice.number(11...15)))
      return
    }
    if dice.chance(10) {
      // Closed by mistake, and opened again.
      let early = name()
      act(.close(name: early), at: end - .minutes(25))
      act(.withdraw(early), at: end - .minutes(dice.number(10...23)))
    }
    if dice.chance(60) { act(.answer, at: end - .seconds(40)) }
    act(.close(name: closing), at: end)
    // A correction from the desk, after closing.
    if dice.chance(25), entries > 3 {
      act(.correct("\(session).\(entries - 2)", "hr 81"), at: end + .minutes(dice.number(5...40)))
    }
  }

  // MARK: - Lines

  private mutating func vitals(_ signs: [VitalSign]) -> String {
    patient.vitals(signs, &dice)
  }

  private mutating func name() -> String {
    entries += 1
    return "\(session).\(entries)"
  }

  private mutating func type(_ line: String, at: Instant, _ name: String? = nil) {
    guard !line.isEmpty else { return }
    act(.type(line, name: name), at: at)
  }

  private mutating func typeLater(
    _ line: String,
    observed: Instant,
    at: Instant,
    _ name: String? = nil
  ) {
    act(.typeLater(line, observed: observed, name: name), at: at)
  }

  private mutating func act(_ kind: PlannedAct.Kind, at: Instant) {
    let at = max(at, opened + .seconds(1))
    acts.append(PlannedAct(at: at, session: session, author: author, kind: kind))
  }
}
