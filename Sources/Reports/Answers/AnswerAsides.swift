import Monitoring
import SessionRecord

/// What is said beside an entry that stands at odds with those before it: it is stored all the same.
struct AnswerAsides {
  let words: SessionWords

  func asides(about story: EntryStory) -> [Phrase] {
    guard !story.isVoid else { return [] }
    let said: String? =
      switch story.content {
      case .dose(let dose) where story.entry.source == .typed: besideInfusion(dose, story)
      case .waste: moreWastedThanPlanned(story)
      case .check(let who): checkedBefore(by: who, story)
      case .presence(.leaves(let who)): neverArrived(who, story)
      case .leaving(.decision(let decision)) where decision.decidedBy != story.entry.author:
        "\(decision.decidedBy) did not type this; nothing is countersigned."
      default: nil
      }
    return said.map { [Phrase($0)] } ?? []
  }

  /// A dose of the protocol's own drug while an infusion of it runs.
  private func besideInfusion(_ dose: Dose, _ story: EntryStory) -> String? {
    guard dose.drug == words.file.monitoringProtocol.formulary.ownDrug else { return nil }
    let at = story.observed.instant
    let running = words.file.exposure.given.infusions(of: dose.drug).last { infusion in
      guard let entry = infusion.dose ?? infusion.start, entry < story.entry.number,
        infusion.dose != story.entry.number, infusion.began.instant <= at
      else { return false }
      return infusion.ended.map { at < $0 } ?? (infusion.stop == nil)
    }
    return (running?.dose ?? running?.start).map { entry in
      "An infusion of \(dose.drug) is running already (#\(entry)): if this line was to correct it, void "
        + "\(story.entry.number) -- reason, then fix \(entry) … -- reason."
    }
  }

  /// All that was thrown away so far against all that was planned or given, where both are known in mg.
  private func moreWastedThanPlanned(_ story: EntryStory) -> String? {
    let weight = words.file.session.opening.weight?.thousandths
    let wasted = words.chart.entries.filter { !$0.isVoid && $0.number <= story.entry.number }
      .compactMap { entry -> Amount? in
        if case .waste(let waste) = entry.content { waste.amount } else { nil }
      }
      .map { $0.milligramThousandths(weight: weight) }
    let planned = words.file.exposure.given.map { given -> Int? in
      guard let planned = given.planned else { return nil }
      return planned.milligramThousandths(weight: weight)
    }
    guard !planned.isEmpty, !wasted.contains(nil), !planned.contains(nil) else { return nil }
    let (out, given) = (wasted.compactMap(\.self), planned.compactMap(\.self))
    let (thrown, doses) = (out.reduce(0, +), given.reduce(0, +))
    guard thrown > doses else { return nil }
    return "Wasted so far are \(decimal(thrown)) mg, more than the \(decimal(doses)) mg of this "
      + "session's doses."
  }

  private func checkedBefore(by who: String, _ story: EntryStory) -> String? {
    let checks = SecondChecks(words.chart)
    guard let dose = checks.dose(checkedBy: story.entry.number),
      let first = checks[dose].first(where: { $0.by == who }), first.entry < story.entry.number
    else { return nil }
    return "\(who) checked #\(dose) already (#\(first.entry))."
  }

  /// Whoever entered something, was named as observer, or took the session over was there.
  private func neverArrived(_ who: ClinicianCode, _ story: EntryStory) -> String? {
    let wasThere = words.chart.entries.contains { entry in
      guard entry.number < story.entry.number, !entry.isVoid else { return false }
      switch entry.content {
      case .presence(.arrives(who, role: _)): return true
      case .presence(.handover(let handover)) where handover.to == who: return true
      default: return entry.original.author == who || entry.original.observer == who
      }
    }
    return wasThere ? nil : "Nobody entered that \(who) arrived."
  }
}
