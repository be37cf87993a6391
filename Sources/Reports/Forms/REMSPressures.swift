import Monitoring
import SessionRecord

/// The three blood pressures of the patient monitoring form: before, at 40 minutes, before completion.
struct REMSPressures {
  private let record: FormRecord
  private let pressures: FormPressures

  /// The reading of the form's 40 minutes is at most this long before or after.
  ///
  /// Proposed by this project; the form names none.
  private static let around = TimeSpan.minutes(5)
  private static let minute = 40  // patient monitoring form of the esketamine REMS, 11/2021

  init(_ record: FormRecord) {
    self.record = record
    pressures = FormPressures(record)
  }

  var block: FormBlock {
    FormBlock(key: "pressure", title: "Blood pressure", fields: [before, at40, atCompletion])
  }

  private var before: FormField {
    let title = "before administration"
    guard let timeZero = record.timeZero else {
      return FormField(key: "before", title: title, answer: .notRecorded(record.noDose))
    }
    let isAsked: (Instant) -> Bool = { $0 <= timeZero }
    return field(
      "before",
      title,
      pressures.last(where: isAsked),
      isAsked,
      none: "no reading at or before \(record.clock(timeZero))",
      rule: "the last reading at or before the first device"
    )
  }

  private var at40: FormField {
    let title = "\(REMSPressures.minute) minutes after the first device"
    guard let timeZero = record.timeZero else {
      return FormField(key: "at40", title: title, answer: .notRecorded(record.noDose))
    }
    let moment = timeZero + .minutes(REMSPressures.minute)
    let first = moment - REMSPressures.around
    let last = moment + REMSPressures.around
    let around = REMSPressures.around.wholeMinutes
    return field(
      "at40",
      title,
      pressures.nearest(to: moment, within: REMSPressures.around),
      { first <= $0 && $0 <= last },
      none: "no reading between \(record.clock(first, withSeconds: true)) and "
        + record.clock(last, withSeconds: true),
      rule: "the reading nearest T+\(REMSPressures.minute), from "
        + "T+\(REMSPressures.minute - around) to T+\(REMSPressures.minute + around); "
        + "that window is proposed by this project"
    )
  }

  private var atCompletion: FormField {
    let title = "before completion"
    guard let timeZero = record.timeZero else {
      return FormField(key: "completion", title: title, answer: .notRecorded(record.noDose))
    }
    guard let completion = record.completion else {
      let last = pressures.last { $0 > timeZero }
      return FormField(
        key: "completion",
        title: title,
        answer: .notRecorded("the session is not completed"),
        asides: last.chosen.map { ["the last so far: \(text($0)) (\(source($0)))"] } ?? []
      )
    }
    let isAsked: (Instant) -> Bool = { timeZero < $0 && $0 <= completion.at }
    return field(
      "completion",
      title,
      pressures.last(where: isAsked),
      isAsked,
      none: "no reading between \(record.clock(timeZero)) and \(record.clock(completion.at))",
      rule: "the last reading before the completion at \(record.clock(completion.at)) "
        + "(#\(completion.entry))"
    )
  }

  private func field(
    _ key: String,
    _ title: String,
    _ choice: FormPressures.Choice,
    _ isAsked: (Instant) -> Bool,
    none: String,
    rule: String
  ) -> FormField {
    var asides = choice.passedOver.map {
      "passed over, as it is not verified: \(text($0)) (\(source($0)))"
    }
    guard let chosen = choice.chosen else {
      asides += pressures.without.filter { isAsked($0.observed.instant) }.map { entry in
        "\(missing(entry)) (\(record.source(entry.number)))"
      }
      return FormField(key: key, title: title, answer: .notRecorded(none), asides: asides)
    }
    asides.insert(rule, at: 0)
    if !chosen.isVerified { asides.insert("not verified: type it again to verify it", at: 0) }
    return FormField(
      key: key,
      title: title,
      answer: .recorded(text(chosen)),
      entries: [chosen.entry],
      numbers: [chosen.systolic, chosen.diastolic].map {
        .init(name: $0.sign.key, thousandths: $0.thousandths, unit: $0.sign.unit)
      },
      asides: asides
    )
  }

  /// `148/90 mmHg`, `250?/130 mmHg` where a number waits to be typed again.
  private func text(_ pressure: FormPressure) -> String {
    let halves = [pressure.systolic, pressure.diastolic].map { quantity in
      let isVerified = record.words.chart[pressure.entry]?.verifiedValue(quantity.sign) != nil
      return record.words.values.number(quantity) + (isVerified ? "" : "?")
    }
    return halves.joined(separator: "/") + VitalSign.systolic.unbreakingUnit
  }

  private func source(_ pressure: FormPressure) -> String { record.source(pressure.entry) }

  /// Why an entry of blood pressure has no pair of numbers.
  private func missing(_ entry: ChartEntry) -> String {
    guard case .vitals(let vitals) = entry.content else { return "no blood pressure" }
    let words = [VitalSign.systolic, .diastolic].map { sign in
      switch vitals.readings[sign] {
      case .measured(let quantity, _)?: record.words.values.number(quantity)
      case .notObtained(let reason)?: "not obtained: \(reason)"
      case .notUsable(let written)?: "not usable, written “\(written)”"
      case .unrecordable?: "unrecordable"
      case .roomAir?, nil: "not entered"
      }
    }
    return words[0] == words[1]
      ? "blood pressure \(words[0])" : "systolic \(words[0]), diastolic \(words[1])"
  }
}
