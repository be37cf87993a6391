import Monitoring
import SessionRecord

/// The session itself on the patient monitoring form: date, dose, lot, minutes, and whether the vital
/// signs were acceptable.
struct REMSSession {
  private let record: FormRecord
  private let said: SaidWords

  /// Of monitoring, from the first device on.
  private static let least = TimeSpan.hours(2)  // patient monitoring form of the esketamine REMS

  init(_ record: FormRecord, said: SaidWords) {
    self.record = record
    self.said = said
  }

  private var words: SessionWords { record.words }
  private var devices: [GivenDose] {
    words.file.exposure.given.filter { $0.drug == record.drug }
  }
  /// The entries of what was given of the protocol's own drug.
  private var deviceEntries: [EntryNumber] {
    devices.flatMap { [$0.dose, $0.start, $0.stop].compactMap(\.self) }
  }

  var blocks: [FormBlock] {
    [
      FormBlock(
        key: "session",
        title: "Treatment session",
        fields: [date, dose, lot, minutes, ready]
      ),
      FormBlock(
        key: "vitals",
        title: "Vital signs",
        fields: [acceptableBefore, acceptableAtCompletion]
      ),
    ]
  }

  private var date: FormField {
    guard let timeZero = record.timeZero else {
      return FormField(
        key: "treatmentDate",
        title: "treatment date",
        answer: .notRecorded(record.noDose)
      )
    }
    return FormField(
      key: "treatmentDate",
      title: "treatment date",
      answer: .recorded(record.dates.date(words.clock.stamp(timeZero).civil)),
      entries: Array(deviceEntries.prefix(1))
    )
  }

  private var dose: FormField {
    let title = "dose: 56 mg, 84 mg or other"
    guard !devices.isEmpty else {
      return FormField(key: "dose", title: title, answer: .notRecorded(record.noDose))
    }
    let listed = devices.map(record.given)
    let known = devices.compactMap { dose -> Int? in
      guard case .amount(let amount) = dose.given else { return nil }
      return amount.milligramThousandths(weight: words.weight?.thousandths)
    }
    guard known.count == devices.count else {
      return FormField(
        key: "dose",
        title: title,
        answer: .notRecorded(
          "of \(counted(devices.count - known.count, "dose")) no amount is known"
        ),
        entries: deviceEntries,
        asides: listed
      )
    }
    let total = known.reduce(0, +)
    let doubt = devices.contains(where: \.isUnverified) ? "?" : ""
    let amount = "\(decimal(total))\u{A0}mg\(doubt)"
    let isListed = [56_000, 84_000].contains(total)
    return FormField(
      key: "dose",
      title: title,
      answer: .recorded(isListed ? amount : "other: \(amount)"),
      entries: deviceEntries,
      numbers: [.init(name: "total", thousandths: total, unit: "mg")],
      asides: (doubt.isEmpty ? [] : ["not verified: type the dose again to verify it"]) + listed
    )
  }

  private var lot: FormField {
    let found = said.all.flatMap { said in
      SaidWords.lotNumbers(in: said.text).map { (number: $0, said: said) }
    }
    var numbers: [String] = []
    for lot in found where !numbers.contains(lot.number) { numbers.append(lot.number) }
    return FormField(
      key: "lotNumber",
      title: "lot number",
      answer: numbers.isEmpty
        ? .notRecorded("type it with the dose, as: \(example)")
        : .recorded(numbers.joined(separator: ", ")),
      entries: found.map(\.said.entry).removingRepeats,
      asides: found.map { "“\($0.said.text)” (\(record.source($0.said.entry)))" }.removingRepeats
    )
  }

  /// As it is typed after `vigil add`.
  private var example: String {
    let formulary = words.file.monitoringProtocol.formulary
    return "\(formulary.ownDrug) 28 mg \(formulary.ownRoute.word) -- lot 22K117"
  }

  private var minutes: FormField {
    let title = "total minutes, from first device to completion of monitoring"
    guard let timeZero = record.timeZero else {
      return FormField(key: "totalMinutes", title: title, answer: .notRecorded(record.noDose))
    }
    guard let completion = record.completion else {
      return FormField(
        key: "totalMinutes",
        title: title,
        answer: .notRecorded("the session is not completed")
      )
    }
    let span = completion.at - timeZero
    let isLong = span >= REMSSession.least
    return FormField(
      key: "totalMinutes",
      title: title,
      answer: .recorded(
        "\(span.wholeMinutes)\u{A0}min, \(isLong ? "at least 2\u{A0}h" : "under 2\u{A0}h")"
      ),
      entries: Array(deviceEntries.prefix(1)) + [completion.entry],
      numbers: [.init(name: "minutes", thousandths: span.wholeMinutes * 1_000, unit: "min")],
      asides: [
        "from \(record.clock(timeZero)) to \(record.clock(completion.at)); "
          + "at least 2\u{A0}h are asked"
      ]
    )
  }

  /// The clinician's own judgement; what the record holds of the criteria only stands beside it.
  private var ready: FormField {
    let standing = words.chart.leavingDecision
    let answer: FormField.Answer =
      if let decision = standing?.decision, let minute = decision.readyMinute {
        .recorded("minute \(minute), as judged by \(decision.decidedBy)")
      } else {
        .notRecorded("the clinician says it at the end, as: vigil end --ready-minute 118")
      }
    let minute = standing?.decision.readyMinute
    return FormField(
      key: "readyMinute",
      title: "without the 2-hour rule, ready at which minute from the first device?",
      answer: answer,
      entries: minute == nil ? [] : [standing?.entry.number].compactMap(\.self),
      numbers: minute.map { [.init(name: "minute", thousandths: $0 * 1_000, unit: "min")] } ?? [],
      asides: [criteria].compactMap(\.self)
    )
  }

  /// Since when every criterion but the time was met, as the entries have it; no answer.
  private var criteria: String? {
    guard record.timeZero != nil, record.completion != nil else { return nil }
    let others = words.file.readiness.criteria.filter { standing in
      switch standing.criterion.requirement {
      case .minutesSinceStart, .minutesSinceInfusion: false
      case .pressure, .value, .effect, .noOpenFlag, .noRecent, .answered, .escort, .instructions:
        true
      }
    }
    guard !others.isEmpty else { return nil }
    let readiness = DischargeReadiness(criteria: others)
    guard let since = readiness.allMetSince else {
      let missing = readiness.unmet.map(\.criterion.id.text).joined(separator: ", ")
      return "beside it, by the entries: not met without the time at the end were \(missing)"
    }
    return "beside it, by the entries: every criterion of the protocol but the time was met from "
      + "\(record.time(since)) on, answers from when they were given"
  }

  private var acceptableBefore: FormField {
    acceptable("acceptableBefore", "acceptable before administration?", at: record.timeZero) {
      $0 <= $1
    }
  }

  private var acceptableAtCompletion: FormField {
    acceptable(
      "acceptableCompletion",
      "acceptable before session completion?",
      at: record.timeZero == nil ? nil : record.completion?.at
    ) { [timeZero = record.timeZero] said, end in
      said <= end && timeZero.map { $0 < said } ?? false
    }
  }

  private func acceptable(
    _ key: String,
    _ title: String,
    at moment: Instant?,
    isAsked: (Instant, Instant) -> Bool
  ) -> FormField {
    guard let moment else {
      return FormField(
        key: key,
        title: title,
        answer: .notRecorded(
          record.timeZero == nil ? record.noDose : "the session is not completed"
        )
      )
    }
    let found = said.about(["acceptable", "unacceptable"]).filter { isAsked($0.at, moment) }
    var field = FormField(key: key, title: title, said: found)
    field.asides.append(openFlags(at: moment))
    return field
  }

  private func openFlags(at moment: Instant) -> String {
    let open = words.file.assessment.flags.filter { flag in
      flag.retractedBy == nil && flag.raised <= moment
        && flag.state.clearedAt.map { moment < $0 } ?? true
    }
    let clock = record.clock(moment)
    guard !open.isEmpty else { return "no flag was open at \(clock)" }
    let listed = open.map { "\(words.text($0).label) \(words.text($0).title)" }
    return "open at \(clock): \(listed.joined(separator: "; "))"
  }
}

extension Array where Element: Hashable {
  /// The first of each.
  fileprivate var removingRepeats: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
