package import Monitoring
import SessionRecord

/// A session's report as a document, `vigil/report/1`.
package struct SessionReportJSON {
  private let words: SessionWords
  private let letterhead: Letterhead?

  /// Values stay in the stored units, whatever the clinic reads.
  package init(_ file: SessionFile, letterhead: Letterhead? = nil) {
    words = SessionWords(file)
    self.letterhead = letterhead
  }

  package var text: String {
    let file = words.file
    let assessment = file.assessment
    let stories = TimelineRows.stories(in: words)
    return JSONValue.object([
      "schema": .string("vigil/report/1"),
      "state": .string(file.session.isOpen ? "draft" : file.session.state.rawValue),
      "session": SessionJSON.session(words),
      "patient": SessionJSON.patient(file.patient),
      "asOf": .string(words.clock.stamp(assessment.asOf).rfc3339),
      "author": .optional(file.log.first?.author.text),
      "weightOfTheDay": words.weight.map(SessionJSON.quantity) ?? .null,
      "timeZero": .optional(assessment.timeZero.map { words.clock.stamp($0).rfc3339 }),
      "baseline": .object([
        "method": .string(file.monitoringProtocol.baseline.rawValue),
        "missing": .bool(assessment.baseline.isEmpty),
        "signs": .array(
          assessment.baseline.sorted { $0.key < $1.key }.map { baseline($0.key, $0.value) }
        ),
      ]),
      "extremes": .array(
        assessment.extremes.sorted { $0.key < $1.key }.map { extreme($0.key, $0.value) }
      ),
      "flagCounts": FlagCounts(assessment.flags, in: file.session).value,
      "flags": .array(assessment.flags.map(words.json)),
      "effects": .array(
        words.chart.sideEffects.map { EffectJSON.episode($0, clock: words.clock) }
      ),
      "schedule": ScheduleJSON(words: words).value,
      "gaps": GapJSON(words: words).value,
      "doses": DoseJSON(words: words).value,
      "exposure": ExposureJSON(words: words).value(file.exposure),
      "news2": NEWS2JSON(words: words).value,
      "screening": ScreeningJSON(words).value,
      "leaving": ReadinessJSON(words: words).value,
      "entries": .array(stories.map(EntryJSON(words: words).value)),
      "present": PresentJSON(words: words).value,
      "addenda": AddendumSection(words).value,
      "supersedes": Superseded(file, heads: letterhead?.heads)?.value(words.clock) ?? .null,
      "struckOut": StruckOut(words)?.value(words.clock) ?? .null,
      "record": .optional(
        letterhead?.mark?.digest.description ?? letterhead?.heads?.now.description
      ),
      "verify": MarkJSON(letterhead?.mark).verify,
      "seals": MarkJSON(letterhead?.mark).seals,
      "clinic": letterhead?.clinic.map(clinic) ?? .null,
      "printed": .optional(letterhead?.printed.rfc3339),
      "statements": .array(SessionReportText.statements.map(JSONValue.string)),
    ]).text
  }

  /// As it stands in the head of a print.
  private func clinic(_ clinic: Clinic) -> JSONValue {
    .object([
      "name": .string(clinic.name),
      "address": .array(clinic.address.map(JSONValue.string)),
      "telephone": .optional(clinic.telephone),
    ])
  }

  private func baseline(_ sign: VitalSign, _ baseline: Baseline) -> JSONValue {
    .object([
      "sign": .string(sign.key),
      "unit": .string(sign.unit),
      "baseline": FlagJSON.baseline(baseline.value),
      "entries": .array(baseline.entries.map { .integer($0.value) }),
      "observed": .string(words.clock.stamp(baseline.observed).rfc3339),
    ])
  }

  private func extreme(_ sign: VitalSign, _ extremes: Extremes) -> JSONValue {
    .object([
      "sign": .string(sign.key),
      "unit": .string(sign.unit),
      "highest": value(extremes.highest),
      "lowest": value(extremes.lowest),
    ])
  }

  private func value(_ value: Extremes.Value) -> JSONValue {
    .object([
      "entry": .integer(value.entry.value),
      "observed": .string(words.clock.stamp(value.observed.instant).rfc3339),
      "value": .thousandths(value.quantity.thousandths),
      "level": .optional(value.quantity.level?.letter),
      "verified": .bool(value.isVerified),
      "change": change(value.quantity),
    ])
  }

  /// From the baseline; null without one, for levels, and where its decimals do not end.
  private func change(_ quantity: Quantity) -> JSONValue {
    guard quantity.sign != .consciousness,
      let baseline = words.file.assessment.baseline[quantity.sign]?.value, baseline.count > 0
    else { return .null }
    let difference = quantity.thousandths * baseline.count - baseline.sum
    return ExactNumber(difference, over: baseline.count).exactText.map(JSONValue.number) ?? .null
  }
}
