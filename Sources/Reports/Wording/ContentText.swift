import SessionRecord

/// What an entry says, in full: the one place where every kind of entry is put into words.
struct ContentText {
  let values: ValueText
  /// The weight of the day, in thousandths of a kilogram.
  let weight: Int?
  var facts = FlagFacts.none
  /// How a flag or an entry's standing is marked; empty for content that no longer stands.
  let marks: LimitMarks?

  private var doses: DoseText { DoseText(limits: values.limits, weight: weight) }

  /// Content as it stands, or stood, at an entry.
  func phrase(_ content: Content, of entry: EntryNumber, isVerified: Bool = false) -> Phrase {
    switch content {
    case .opened(let opening): opened(opening)
    case .vitals(let vitals):
      VitalsText(vitals, values: values, isVerified: isVerified) { sign in
        marks?[entry, sign]
      }.phrase
    case .effect(let effect): flagged(EffectText.effect(effect), entry)
    case .dose(let dose): doses.dose(isVerified ? dose.doubted([]) : dose)
    case .infusion(let event): doses.infusion(event)
    case .check(let who): "dose checked by \(who)"
    case .waste(let waste):
      "wasted \(doses.amount(waste.amount)), \(waste.witness.map { "witness \($0)" } ?? "no witness")"
    case .scale(let score): flagged(self.score(score), entry)
    case .action(let text): "done: \(text)"
    case .note(let text): "note: \(text)"
    case .mark(let text): text.map { "mark: \($0)" } ?? "mark"
    case .deferred(let deferral): "\(subject(deferral.subject)) deferred: \(deferral.reason)"
    case .acknowledgement(let acknowledgement):
      "\(flags(acknowledgement.flags)) acknowledged: \(acknowledgement.text)"
    case .verification(let number): "#\(number) verified: typed again"
    case .amendment(let amendment): "corrects #\(amendment.entry): \(amendment.reason)"
    case .void(let void): voiding(void)
    case .closed: "session closed"
    case .leaving(let leaving): LeavingWords(leaving).phrase
    case .screening(let screening): ScreeningWords(screening).phrase
    case .presence(let presence): PresenceWords(presence).phrase
    case .assigned(let room): "goes on in room \(room)"
    case .review(let review): ReviewWords(review, facts: facts).phrase
    case .addendum(let text): "addendum: \(text)"
    case .followUp(let followUp): CourseWords.phrase(followUp)
    case .course(let event): CourseWords.phrase(event)
    case .moved(let move): MoveWords(move).phrase
    case .clockStep(let step): ClockStepWords(step).phrase
    }
  }

  private func opened(_ opening: Opening) -> Phrase {
    var parts = [
      "session opened",
      "protocol \(opening.monitoringProtocol.id) version \(opening.monitoringProtocol.version)",
      opening.setting.rawValue,
    ]
    if let room = opening.room { parts.append("room \(room)") }
    if let weight = opening.weight { parts.append("weight \(values.value(weight))") }
    if let prescriber = opening.prescriber { parts.append("prescribed by \(prescriber)") }
    if let scale = SpO2ScaleText.phrase(opening) { parts.append(scale) }
    if let indication = opening.indication { parts.append("for \(indication)") }
    return Phrase(parts.joined(separator: ", "))
  }

  private func score(_ score: ScaleScore) -> Phrase {
    var text = ScoreText(score.scale, facts.scale(score.scale)).phraseWithItems(score)
    if let remark = score.remark { text += " — \(remark)" }
    return Phrase(text)
  }

  private func subject(_ subject: Deferral.Subject) -> String {
    switch subject {
    case .wholeSet: "whole set"
    case .bloodPressure: "blood pressure"
    case .sign(let sign): sign.name
    case .effect(let name): name.text
    case .scale(let scale): ScoreText(scale, facts.scale(scale)).title
    }
  }

  private func voiding(_ void: Voiding) -> Phrase {
    let what = void.entry == EntryNumber(1) ? "session struck out" : "#\(void.entry) voided"
    return switch void.reason {
    case .undone: "\(what) by undo"
    case .because(let reason): "\(what): \(reason)"
    }
  }

  private func flags(_ named: [Acknowledgement.Named]) -> String {
    numbered(named.map(\.number))
  }

  /// An effect or a score that broke a limit says so, as a value does.
  private func flagged(_ phrase: Phrase, _ entry: EntryNumber) -> Phrase {
    guard let marks, !marks.flags(of: entry).isEmpty else { return phrase }
    return phrase + "  " + Phrase(LimitMarks.Mark.flagged.rawValue, .high)
  }
}
