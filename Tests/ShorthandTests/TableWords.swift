import SessionRecord
import Shorthand

/// What a typed line stores, in the words of the conformance table.
struct TableWords {
  private(set) var words: [String: TableValue] = [:]

  /// With what the protocol of the table (72 kg) does not expect marked, as it is stored.
  init(_ line: TypedLine) {
    switch line {
    case .entry(let content, let observed, let hint):
      add(content)
      words["at"] = observed.map { .text($0.clock) }
      words["hint"] = hint.map(TableValue.text)
    case .acknowledge(let target, let text, _):
      words["kind"] = .text("acknowledgement")
      if case .number(let flag) = target { words["flag"] = .whole(flag.value) }
      words["text"] = .text(text)
    case .fix(let target, let change, let observed, let reason):
      words["kind"] = .text("amendment")
      addEntry(target)
      var changes = change.map(TableWords.init(change:))?.words ?? [:]
      changes["at"] = observed.map { .text($0.clock) }
      words["changes"] = .object(changes)
      words["reason"] = .text(reason)
    case .void(let target, let reason):
      words["kind"] = .text("void")
      addEntry(target)
      words["reason"] = .text(reason)
    case .undo: words["kind"] = .text("undo")
    }
  }

  private init(change: Content) {
    add(change)
    words["kind"] = nil
  }

  private mutating func addEntry(_ target: EntryTarget) {
    if case .number(let entry) = target { words["entry"] = .whole(entry.value) }
  }

  private mutating func add(_ content: Content) {
    words["kind"] = .text(content.kind.rawValue)
    switch content {
    case .vitals(let vitals): add(vitals.doubted(after: [:]))
    case .effect(let effect): add(effect)
    case .dose(let dose):
      add(dose.doubted(Bedside.formulary.doubts(about: dose, weight: 72_000)))
    case .infusion(let event): add(event)
    case .check(let by): words["by"] = .text(by)
    case .waste(let waste):
      add(waste.amount)
      words["witness"] = waste.witness.map(TableValue.text)
    case .presence(let presence): add(presence)
    case .assigned(let room): words["room"] = .text(room)
    case .scale(let score):
      words["scale"] = .text(score.scale)
      words["score"] = .whole(score.score)
      words["of"] = score.of.map(TableValue.whole)
      if !score.items.isEmpty { words["items"] = .list(score.items.map(TableValue.whole)) }
      words["remark"] = score.remark.map(TableValue.text)
    case .action(let text), .note(let text): words["text"] = .text(text)
    case .mark(let text): words["text"] = text.map(TableValue.text)
    case .deferred(let deferral):
      words["reason"] = .text(deferral.reason)
      switch deferral.subject {
      case .wholeSet: words["what"] = .text("set")
      case .bloodPressure: words["what"] = .text("bloodPressure")
      case .sign(let sign): words["what"] = .text(sign.key)
      case .effect(let name): words["what"] = .text(name.text)
      case .scale(let scale): words["what"] = .text(scale)
      }
    case .opened, .acknowledgement, .verification, .amendment, .void, .closed, .leaving, .screening,
      .review, .addendum, .followUp, .course, .moved, .clockStep:
      break
    }
  }

  private mutating func add(_ vitals: Vitals) {
    words["remark"] = vitals.remark.map(TableValue.text)
    if vitals.isConfusionExpected { words["confusionExpected"] = .flag(true) }
    var notObtained: [String: TableValue] = [:]
    for (sign, reading) in vitals.readings {
      switch reading {
      case .measured(let quantity, _):
        // The table gives one decimal.
        words[sign.key] =
          quantity.level.map { .text($0.letter) }
          ?? .number(thousandths: (quantity.thousandths + 50) / 100 * 100)
        if sign == .rass { words[sign.key] = .number(thousandths: quantity.thousandths) }
      case .notObtained(let reason): notObtained[sign.key] = .text(reason)
      case .unrecordable: words["bloodPressure"] = .text("unrecordable")
      case .roomAir: words["oxygen"] = .text("room air")
      case .notUsable(let written): words[sign.key] = .text("not usable: \(written)")
      }
    }
    if let pressure = notObtained["systolic"], pressure == notObtained["diastolic"] {
      notObtained["systolic"] = nil
      notObtained["diastolic"] = nil
      notObtained["bloodPressure"] = pressure
    }
    if !notObtained.isEmpty { words["notObtained"] = .object(notObtained) }
    if !vitals.unverified.isEmpty {
      words["unverified"] = .list(vitals.unverified.map { .text($0.key) })
    }
  }

  private mutating func add(_ presence: Presence) {
    switch presence {
    case .arrives(let who, let role):
      words["act"] = .text("arrives")
      words["who"] = .text(who.text)
      words["role"] = role.map(TableValue.text)
    case .leaves(let who):
      words["act"] = .text("leaves")
      words["who"] = .text(who.text)
    case .handover(let handover):
      words["act"] = .text("handover")
      words["who"] = .text(handover.to.text)
      words["remark"] = handover.remark.map(TableValue.text)
    }
  }

  private mutating func add(_ effect: SideEffect) {
    words["effect"] = .text(effect.name.text)
    switch effect.grade {
    case .words(let severity): words["severity"] = .text(severity.word)
    case .rating(let rating): words["rating"] = .whole(rating)
    case nil: break
    }
    words["course"] = effect.course.map { .text($0.word) }
    if effect.distressing { words["distressing"] = .flag(true) }
    if effect.isCrisis { words["crisis"] = .flag(true) }
    words["remark"] = effect.remark.map(TableValue.text)
  }

  private mutating func add(_ dose: Dose) {
    words["drug"] = .text(dose.drug)
    add(dose.amount)
    words["route"] = .text(dose.route.word)
    words["over"] = dose.overMinutes.map(TableValue.whole)
    words["remark"] = dose.remark.map(TableValue.text)
    if !dose.unverified.isEmpty {
      words["unverified"] = .list(dose.unverified.sorted().map { .text($0.word) })
    }
  }

  private mutating func add(_ amount: Amount) {
    words["amount"] = .number(thousandths: amount.thousandths)
    words["unit"] = .text(amount.unit.text)
  }

  private mutating func add(_ event: InfusionEvent) {
    switch event {
    case .start: words["event"] = .text("start")
    case .pause: words["event"] = .text("pause")
    case .resume: words["event"] = .text("resume")
    case .rate(let amount, let per):
      words["event"] = .text("rate")
      add(amount)
      words["per"] = .text(per.text)
    case .stop(let given):
      words["event"] = .text("stop")
      switch given {
      case .amount(let amount): add(amount)
      case .notKnown: words["given"] = .text("not known")
      case .notSaid: words["asks"] = .text("amount given")
      }
    }
  }
}
