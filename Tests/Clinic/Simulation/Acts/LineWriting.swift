import Monitoring
import SessionRecord
import TestSupport

/// What is typed next in a session, and what it means.
struct LineWriting {
  let people: ClinicPeople

  /// A line that says what was seen, given or done.
  func entry(_ random: inout SeededGenerator) throws -> TypedLine {
    let content: Content
    let text: String
    switch random.number(1...100) {
    case 1...58:
      let readings = try Readings(&random)
      (text, content) = (readings.text, .vitals(readings.vitals))
    case 59...74: (text, content) = try effect(&random)
    case 75...80: (text, content) = try medicine(&random)
    case 81...86: (text, content) = words(&random)
    case 87...90:
      let score = random.number(0...30)
      (text, content) = (
        "scale phq-9 \(score % 28)", .scale(ScaleScore(scale: "phq-9", score: score % 28))
      )
    case 91...93:
      let subject = random.pick([
        ("bp", Deferral.Subject.bloodPressure), ("set", .wholeSet), ("spo2", .sign(.spo2)),
      ])
      let reason = random.pick(["asleep", "in the bathroom"])
      (text, content) = (
        "defer \(subject.0) -- \(reason)", .deferred(Deferral(subject.1, reason: reason))
      )
    case 94...97: (text, content) = presence(&random)
    default:
      let room = random.pick(["1", "2", "3", "4"])
      (text, content) = ("room \(room)", .assigned(room: room))
    }
    if case .presence = content { return TypedLine(text, .entry(content, ago: nil)) }
    if case .assigned = content { return TypedLine(text, .entry(content, ago: nil)) }
    if case .deferred = content { return TypedLine(text, .entry(content, ago: nil)) }
    guard random.chance(14) else { return TypedLine(text, .entry(content, ago: nil)) }
    let minutes = random.number(1...45)
    return TypedLine("@-\(minutes)m \(text)", .entry(content, ago: .minutes(minutes)))
  }

  /// The protocol's own drug: time zero.
  func dose(_ random: inout SeededGenerator) throws -> TypedLine {
    let amount = random.number(30...44)
    let dose = try Dose(
      drug: "ketamine",
      amount: Amount(thousandths: amount * 1_000, .milligram),
      route: .intravenous,
      overMinutes: 40
    )
    return TypedLine("ketamine \(amount) mg iv over 40 min", .entry(.dose(dose), ago: nil))
  }

  private func effect(_ random: inout SeededGenerator) throws -> (String, Content) {
    let name = random.pick(["nausea", "headache", "dizziness", "dissociation", "anxiety"])
    switch random.number(1...10) {
    case 1...4:
      let (word, severity) = random.pick([
        ("mild", Severity.mild), ("mod", .moderate), ("severe", .severe),
      ])
      let distressing = random.chance(20)
      return (
        "\(name) \(word)\(distressing ? " distressing" : "")",
        .effect(SideEffect(EffectName(name), grade: .words(severity), distressing: distressing))
      )
    case 5...7:
      let rating = random.number(1...10)
      return (
        "\(name) \(rating)/10",
        .effect(SideEffect(EffectName(name), grade: try Grade(rating: rating)))
      )
    case 8: return ("no \(name)", .effect(SideEffect(EffectName(name), course: .absent)))
    default: return ("\(name) gone", .effect(SideEffect(EffectName(name), course: .gone)))
    }
  }

  private func medicine(_ random: inout SeededGenerator) throws -> (String, Content) {
    switch random.number(1...6) {
    case 1: return ("start infusion", .infusion(.start))
    case 2:
      let given = random.number(10...40)
      return (
        "stop infusion given \(given) mg",
        .infusion(.stop(given: .amount(try Amount(thousandths: given * 1_000, .milligram))))
      )
    case 3:
      let checker = random.pick(people.nurses)
      return ("check \(checker)", .check(by: checker.text))
    case 4:
      let (amount, witness) = (random.number(4...20), random.pick(people.nurses))
      return (
        "waste \(amount) mg witness \(witness)",
        .waste(Waste(try Amount(thousandths: amount * 1_000, .milligram), witness: witness.text))
      )
    default:
      let drug = random.pick(["ondansetron", "midazolam"])
      let amount = random.number(1...8)
      let dose = try Dose(
        drug: drug,
        amount: Amount(thousandths: amount * 1_000, .milligram),
        route: .intravenous
      )
      return ("\(drug) \(amount) mg iv", .dose(dose))
    }
  }

  private func words(_ random: inout SeededGenerator) -> (String, Content) {
    let said = random.pick(["music changed", "blanket given", "eyes closed", "asks for water"])
    switch random.number(1...3) {
    case 1: return ("note \(said)", .note(said))
    case 2: return ("do \(said)", .action(said))
    default: return ("mark \(said)", .mark(said))
    }
  }

  private func presence(_ random: inout SeededGenerator) -> (String, Content) {
    let who = random.pick(people.nurses)
    switch random.number(1...3) {
    case 1: return ("arrives \(who)", .presence(.arrives(who, role: nil)))
    case 2: return ("leaves \(who)", .presence(.leaves(who)))
    default: return ("handover \(who)", .presence(.handover(Handover(to: who))))
    }
  }

  /// What nobody means.
  func slip(_ random: inout SeededGenerator) -> TypedLine {
    let text = random.pick([
      "88/152", "1520/94", "hr", "@25:00 120/80", "hr 7o", "void 3", "ketamine 36",
      "temp 368", "spo2 104", "bp 120", "fix 2 hr 70", "xyzzy", "nausea very", "@-14h hr 70",
      "", "defer bp", "120/80 hr NaN", "hr 1e2", "ack",
    ])
    return TypedLine(text, .slip)
  }

  /// A correction, a withdrawal or an acknowledgement of something in the session.
  func about(
    _ session: ModelSession,
    at moment: Moment,
    _ random: inout SeededGenerator
  ) throws -> TypedLine {
    let lines = session.standing.lines
    switch random.number(1...100) {
    case 1...42:
      let flags = session.assessment(asOf: moment.now).flags
      let text = random.pick(["head up", "asked LH", "watched on"])
      if random.chance(25) { return TypedLine("ack all \(text)", .acknowledgeAll(text: text)) }
      if random.chance(15) { return TypedLine("ack \(text)", .acknowledge(nil, text: text)) }
      let number = random.once(in: 12) ? 99 : flags.isEmpty ? 1 : random.pick(flags).number.value
      return TypedLine("ack \(number) \(text)", .acknowledge(FlagNumber(number), text: text))
    case 43...70: return try correction(of: random.pick(lines), &random)
    case 71...86:
      let number = random.once(in: 10) ? 999 : random.number(1...session.written.count)
      guard number > 1 else { return TypedLine("undo", .undo) }
      return TypedLine("void \(number) -- wrong line", .void(number, reason: "wrong line"))
    default: return TypedLine("undo", .undo)
    }
  }

  private func correction(
    of line: Standing.Line,
    _ random: inout SeededGenerator
  ) throws -> TypedLine {
    let number = line.number
    let ago = random.chance(20) ? random.number(1...30) : nil
    let time = ago.map { "@-\($0)m " } ?? ""
    let span = ago.map { TimeSpan.minutes($0) }
    switch line.content {
    case .vitals where random.chance(85):
      let readings = try Readings(&random)
      guard readings.vitals.remark == nil else {
        return TypedLine(
          "fix \(number) @-2m -- later",
          .fix(number, change: nil, ago: .minutes(2), reason: "later")
        )
      }
      return TypedLine(
        "fix \(number) \(time)\(readings.text) -- misread",
        .fix(number, change: .vitals(readings.vitals), ago: span, reason: "misread")
      )
    case .effect(let effect) where effect.name.text != "":
      let rating = random.number(1...10)
      return TypedLine(
        "fix \(number) \(time)\(effect.name) \(rating)/10 -- misheard",
        .fix(
          number,
          change: .effect(SideEffect(effect.name, grade: try Grade(rating: rating))),
          ago: span,
          reason: "misheard"
        )
      )
    case .note:
      let said = random.pick(["asked for water", "blanket taken off"])
      return TypedLine(
        "fix \(number) \(time)note \(said) -- misheard",
        .fix(number, change: .note(said), ago: span, reason: "misheard")
      )
    default:
      return TypedLine(
        "fix \(number) @-2m -- later",
        .fix(number, change: nil, ago: .minutes(2), reason: "later")
      )
    }
  }
}
