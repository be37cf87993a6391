package import Monitoring
import SessionRecord

/// A session's entries as a table, one a line, with the slots that were not kept in time in their place;
/// signs that an entry does not have are empty.
package struct TimelineCSV {
  private let words: SessionWords
  private let vitalsOnly: Bool

  package init(_ file: SessionFile, vitalsOnly: Bool = false) {
    words = SessionWords(file)
    self.vitalsOnly = vitalsOnly
  }

  /// Every line ends with CRLF, the last one too.
  package var text: String {
    var table = CSVTable(
      [
        "session", "patient", "entry", "kind", "observed", "recorded", "minutes_since_time_zero",
        "author", "source", "late", "standing", "text",
      ] + VitalSign.allCases.map(\.column) + [
        "map_computed", "unverified", "not_obtained", "unrecordable", "not_usable", "effect",
        "severity", "flags",
        "was", "reason", "group", "slot_minutes", "confusion_expected", "news2",
        "news2_without_consciousness", "news2_missing",
      ]
    )
    for line in lines {
      switch line {
      case .entry(let story): table.add(row(story))
      case .slot(let slot): table.add(row(slot))
      }
    }
    return table.text
  }

  private enum Line {
    case entry(EntryStory)
    case slot(SlotText)

    var at: Instant {
      switch self {
      case .entry(let story): story.observed.instant
      case .slot(let slot): slot.slot.due
      }
    }
  }

  /// The entries, and after those of the same instant the slots that were not kept in time.
  private var lines: [Line] {
    let stories = TimelineRows.stories(in: words)
    guard !vitalsOnly else {
      return stories.filter { $0.content.kind == .vitals }.map(Line.entry)
    }
    let slots = words.file.assessment.schedule.flatMap { scheduled in
      scheduled.slots.map { SlotText(words: words, group: scheduled.group, slot: $0) }
    }.filter(\.isTold)
    let lines = stories.map(Line.entry) + slots.map(Line.slot)
    return lines.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }.map(\.element)
  }

  /// A slot has no entry number, author or values of its own; *standing* is its state.
  private func row(_ text: SlotText) -> [CSVTable.Field] {
    let slot = text.slot
    let said = "\(text.group.title) due T+\(slot.minutes): \(text.state)"
    return [
      .text(words.file.session.label), .text(words.file.patient.code.text), .integer(nil),
      .plain("slot"), .plain(words.clock.stamp(slot.due).rfc3339), .plain(nil),
      .integer(slot.minutes), .text(nil), .plain(nil), .plain(nil), .plain(slot.state.word),
      .text(said.spaced),
    ] + Array(repeating: .plain(nil), count: VitalSign.allCases.count + 9) + [
      .text(text.reasons.isEmpty ? nil : text.reasons.joined(separator: " | ")),
      .text(text.group.id.text), .integer(slot.minutes),
    ] + noScore
  }

  private func row(_ story: EntryStory) -> [CSVTable.Field] {
    let entry = story.entry
    let zero = words.file.assessment.timeZero
    let standing = story.isVoid ? "voided" : story.past.isEmpty ? "stands" : "corrected"
    return [
      .text(words.file.session.label), .text(words.file.patient.code.text),
      .integer(entry.number.value), .plain(ContentJSON.kind(story.content)),
      .plain(words.clock.stamp(story.observed.instant).rfc3339),
      .plain(words.clock.stamp(entry.recorded.instant).rfc3339),
      .integer(zero.map { (story.observed.instant - $0).wholeMinutes }),
      .text(entry.author.text), .plain(source(entry.source)), .flag(story.isLate),
      .plain(standing), .text(said(story.content, story)),
    ] + signs(story) + [
      .text(effect(story)?.name.text), .plain(effect(story)?.severity?.word),
      .plain(
        story.isVoid
          ? "" : words.marks.flags(of: entry.number).map(\.description).joined(separator: " ")
      ),
      .text(
        story.past.isEmpty
          ? nil : story.past.map { said($0.content, story) }.joined(separator: " | ")
      ),
      .text(reasons(story)), .text(nil), .integer(nil),
    ] + score(story)
  }

  private var noScore: [CSVTable.Field] { Array(repeating: .plain(nil), count: 4) }

  /// Expected confusion and both totals of NEWS2; an incomplete one is written `>=3`.
  private func score(_ story: EntryStory) -> [CSVTable.Field] {
    guard case .vitals(let vitals) = story.content else { return noScore }
    let expected = CSVTable.Field.plain(vitals.isConfusionExpected ? "yes" : nil)
    guard let reading = words.news2(at: story.entry.number), !story.isVoid else {
      return [expected] + noScore.dropLast()
    }
    let atLeast = reading.score.isComplete ? "" : ">="
    return [
      expected, .plain("\(atLeast)\(reading.score.total)"),
      .plain("\(atLeast)\(reading.score.totalWithoutConsciousness)"),
      .plain(reading.score.missing.map(\.key).joined(separator: " ")),
    ]
  }

  private func signs(_ story: EntryStory) -> [CSVTable.Field] {
    guard case .vitals(let vitals) = story.content else {
      return Array(repeating: .plain(nil), count: VitalSign.allCases.count + 5)
    }
    func listed(_ isListed: (Reading) -> Bool) -> String {
      vitals.signs.filter { vitals.readings[$0].map(isListed) ?? false }.map(\.column)
        .joined(separator: " ")
    }
    let values = VitalSign.allCases.map { sign -> CSVTable.Field in
      guard let quantity = vitals.value(sign) else { return .plain(nil) }
      return .plain(quantity.level?.letter ?? decimal(quantity.thousandths))
    }
    let mean = vitals.computedMeanTimesThree.map {
      ExactNumber($0, over: 3).text(decimals: 1, limits: words.values.limits.ofMean)
    }
    return values + [
      .plain(mean),
      .plain(story.isVerified ? "" : vitals.unverified.map(\.column).joined(separator: " ")),
      .plain(listed { if case .notObtained = $0 { true } else { false } }),
      .plain(listed { $0 == .unrecordable }),
      .plain(listed { if case .notUsable = $0 { true } else { false } }),
    ]
  }

  private func said(_ content: Content, _ story: EntryStory) -> String {
    let text = words.struck.phrase(content, of: story.entry.number, isVerified: story.isVerified)
      .text
    return text.spaced
  }

  private func effect(_ story: EntryStory) -> SideEffect? {
    guard case .effect(let effect) = story.content, !effect.name.isCircumstance else { return nil }
    return effect
  }

  private func reasons(_ story: EntryStory) -> String? {
    let reasons =
      story.past.map(\.reason)
      + [story.isVoid ? story.voidReason : nil]
      .compactMap(\.self)
    return reasons.isEmpty ? nil : reasons.joined(separator: " | ")
  }

  private func source(_ source: Source) -> String {
    switch source {
    case .typed: "typed"
    case .imported: "import"
    case .device: "device"
    case .page: "page"
    case .paper: "paper"
    case .copy: "copy"
    }
  }
}

extension VitalSign {
  /// Its column in CSV files, as an import reads it: `heart_rate`.
  var column: String {
    switch self {
    case .systolic, .diastolic, .meanArterial, .spo2, .temperature, .endTidalCO2, .weight,
      .consciousness, .moaas, .rass:
      key
    case .heartRate: "heart_rate"
    case .respiratoryRate: "respiratory_rate"
    case .oxygenFlow: "oxygen_flow"
    }
  }
}
