import Monitoring
import SessionRecord

/// Whether sedation, dissociation and respiratory depression were experienced: *yes* by an entry, *no*
/// only where it was looked for and not there.
struct REMSStates {
  private let record: FormRecord
  /// From the first device on.
  private let entries: [ChartEntry]
  /// Those from the minute after it on: what was not there in its own minute says nothing about it.
  private let after: Set<EntryNumber>

  init(_ record: FormRecord) {
    self.record = record
    entries = record.standing.filter { entry in
      record.timeZero.map { $0 <= entry.observed.instant } ?? false
    }
    let late = entries.filter { entry in
      record.timeZero.map { (entry.observed.instant - $0).wholeMinutes >= 1 } ?? false
    }
    after = Set(late.map(\.number))
  }

  var block: FormBlock {
    FormBlock(
      key: "states",
      title: "Sedation, dissociation, respiratory depression",
      fields: [
        field("sedation", "sedation experienced", sedation),
        field("dissociation", "dissociation experienced", dissociation),
        field(
          "respiratoryDepression",
          "respiratory depression experienced (newer form)",
          respiratoryDepression
        ),
      ]
    )
  }

  /// What the entries say.
  private struct Evidence {
    var present: [EntryNumber] = []
    var absent: [EntryNumber] = []
    /// What was counted as yes.
    let rule: String
    var asides: [String] = []
  }

  private func field(_ key: String, _ title: String, _ evidence: Evidence) -> FormField {
    guard record.timeZero != nil else {
      return FormField(
        key: key,
        title: title,
        isRequired: false,
        answer: .notRecorded(record.noDose)
      )
    }
    let absent = evidence.absent.filter(after.contains)
    let answer: FormField.Answer =
      if !evidence.present.isEmpty {
        .recorded("yes")
      } else if !absent.isEmpty {
        .recorded("no")
      } else {
        .notRecorded("nobody entered that it was there, or looked for after the first device")
      }
    return FormField(
      key: key,
      title: title,
      isRequired: false,
      answer: answer,
      entries: entries.map(\.number)
        .filter((evidence.present.isEmpty ? absent : evidence.present).contains),
      asides: [evidence.rule] + evidence.asides
    )
  }

  private var dissociation: Evidence {
    var evidence = Evidence(
      rule: "yes where dissociation was entered; no where it was looked for after the first "
        + "device and absent"
    )
    add(effects: [.dissociation], absentCounts: true, to: &evidence)
    for entry in entries {
      guard case .scale(let score) = entry.content, score.scale.hasPrefix("cadss") else { continue }
      let text = ScoreText(score.scale, record.words.scale(score.scale)).phrase(score)
      evidence.asides.append("\(text) (\(record.source(entry.number)))")
    }
    return evidence
  }

  private var sedation: Evidence {
    var evidence = Evidence(
      rule: "yes where sedation was entered, or MOAA/S under 5, RASS under 0, or ACVPU V, P or U; "
        + "no where MOAA/S was 5 throughout after the first device, or sedation looked for and absent"
    )
    add(effects: [EffectName("sedation")], absentCounts: true, to: &evidence)
    for entry in entries {
      guard case .vitals(let vitals) = entry.content else { continue }
      let isSedated = [VitalSign.moaas, .rass, .consciousness].contains { sign in
        vitals.value(sign).map(REMSStates.isSedated) ?? false
      }
      if isSedated {
        evidence.present.append(entry.number)
        if entry.content.isDoubted, entry.verifiedBy == nil {
          evidence.asides.append("not verified: \(record.source(entry.number))")
        }
      } else if entry.verifiedValue(.moaas) != nil {
        evidence.absent.append(entry.number)
      }
    }
    return evidence
  }

  /// MOAA/S under 5 (any fall from ready is sedation in the label's own count), RASS under 0, V or
  /// deeper.
  private static func isSedated(_ quantity: Quantity) -> Bool {
    switch quantity.sign {
    case .moaas: quantity.thousandths < 5_000
    case .rass: quantity.thousandths < 0
    case .consciousness: quantity.level.map { $0 >= .voice } ?? false
    case .systolic, .diastolic, .meanArterial, .heartRate, .spo2, .respiratoryRate, .temperature,
      .endTidalCO2, .oxygenFlow, .weight:
      false
    }
  }

  private var respiratoryDepression: Evidence {
    var evidence = Evidence(
      rule: "yes where apnoea or respiratory depression was entered; numbers alone decide nothing"
    )
    add(
      effects: [EffectName("apnoea"), REMSStates.depression],
      absentCounts: false,
      to: &evidence
    )
    evidence.asides += [VitalSign.respiratoryRate, .spo2].compactMap(lowest)
    return evidence
  }

  /// Where the clinic's protocol has added it.
  private static let depression = EffectName("respiratory depression")

  private func lowest(_ sign: VitalSign) -> String? {
    var lowest: (quantity: Quantity, entry: ChartEntry)?
    for entry in entries {
      guard case .vitals(let vitals) = entry.content, let quantity = vitals.value(sign),
        lowest.map({ quantity.thousandths < $0.quantity.thousandths }) ?? true
      else { continue }
      lowest = (quantity, entry)
    }
    return lowest.map { quantity, entry in
      let doubt = entry.verifiedValue(sign) == nil ? "?" : ""
      return "lowest \(sign.name) \(record.words.values.value(quantity, mark: doubt)) "
        + "(\(record.source(entry.number)))"
    }
  }

  /// Looked for and rated 0 is absent too; *gone* says only that it had been there.
  private func add(effects: [EffectName], absentCounts: Bool, to evidence: inout Evidence) {
    for entry in entries {
      guard case .effect(let effect) = entry.content, effects.contains(effect.name) else {
        continue
      }
      if effect.isPresent {
        evidence.present.append(entry.number)
      } else if effect.course == .gone {
        evidence.asides.append("gone (\(record.source(entry.number)))")
      } else if absentCounts || effect.name == REMSStates.depression {
        evidence.absent.append(entry.number)
      } else {
        evidence.asides.append("no \(effect.name) (\(record.source(entry.number)))")
      }
    }
  }
}
