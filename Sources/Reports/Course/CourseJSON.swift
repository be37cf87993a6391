import Monitoring
import SessionRecord

/// A patient's course of treatment as a document.
package struct CourseJSON {
  private let report: CourseReport

  private let mark: MarkJSON

  package init(_ report: CourseReport, mark: PrintMark? = nil) {
    self.report = report
    self.mark = MarkJSON(mark)
  }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/course/1"),
      "purpose": .string(CourseJSON.purpose(report.purpose)),
      "asOf": .string(report.now.rfc3339),
      "zone": .string(report.zone.name),
      "patient": SessionJSON.patient(report.course.patient),
      "sessions": .array(report.rows.map(row)),
      "totals": .array(report.course.totals.map(total)),
      "rules": rules,
      "tasks": .array(report.tasks.map(task)),
      "scores": .array(report.series.map(series)),
      "entries": .array(entries),
      "record": mark.record,
      "verify": mark.verify,
      "seals": mark.seals,
      "concernsShown": .bool(report.withConcerns),
    ]).text
  }

  private static func purpose(_ purpose: RecordPurpose) -> String {
    switch purpose {
    case .clinic: "clinic"
    case .training: "training"
    case .demonstration: "demonstration"
    }
  }

  private func stamp(_ instant: Instant) -> JSONValue {
    .string(report.stamp(instant).rfc3339)
  }

  // MARK: - Sessions

  private func row(_ row: CourseRow) -> JSONValue {
    let (done, all) = row.reviewed
    return .object([
      "number": .integer(row.session.number.value),
      "label": .string(row.session.label),
      "state": .string(row.session.state.rawValue),
      "opened": .string(row.session.opened.rfc3339),
      "day": .string(report.stamp(row.at).civil.date),
      "timeZero": row.tally.timeZero.map(stamp) ?? .null,
      "protocol": SessionJSON.protocolReference(row.session.opening.monitoringProtocol),
      "intervalMilliseconds": .optional(row.interval?.milliseconds),
      "given": .array(row.tally.given.map(given)),
      "rise": row.tally.rise.map { rise in
        .object([
          "systolic": .thousandths(rise.systolic), "diastolic": .thousandths(rise.diastolic),
        ])
      } ?? .null,
      "flags": .object([
        "high": .integer(row.flags(.high)), "medium": .integer(row.flags(.medium)),
        "low": .integer(row.flags(.low)), "process": .integer(row.processFlags),
      ]),
      "effects": .object([
        "count": .integer(row.effects.count),
        "worst": row.worstEffect.map(effect) ?? .null,
      ]),
      "leaving": .optional(row.tally.leaving.map(CourseJSON.leaving)),
      "reviewed": .object(["done": .integer(done), "of": .integer(all)]),
    ])
  }

  private func given(_ given: SessionTally.GivenTotal) -> JSONValue {
    .object([
      "drug": .string(given.drug), "route": .optional(given.route?.word),
      "ofClass": .bool(given.isOfClass), "firstBegan": stamp(given.firstBegan),
      "lastBegan": stamp(given.lastBegan),
      "milligrams": given.milligramThousandths.map(JSONValue.thousandths) ?? .null,
      "milligramsPerKilogram": given.perKilogramThousandths.map(JSONValue.thousandths) ?? .null,
      "atLeast": .bool(given.isIncomplete),
    ])
  }

  private func effect(_ effect: SessionTally.CountedEffect) -> JSONValue {
    .object([
      "name": .string(effect.name.text), "severity": .optional(effect.worst?.word),
      "distressing": .bool(effect.isDistressing),
    ])
  }

  private static func leaving(_ outcome: LeavingOutcome) -> String {
    switch outcome {
    case .criteriaMet: "criteria-met"
    case .unmetWithReasons: "unmet-with-reasons"
    case .againstAdvice: "against-advice"
    case .noDose: "no-dose"
    case .noCriteria: "no-criteria"
    }
  }

  private func total(_ total: CourseTotal) -> JSONValue {
    .object([
      "drug": .string(total.drug), "route": .optional(total.route?.word),
      "ofClass": .bool(total.isOfClass), "sessions": .integer(total.sessions),
      "milligrams": total.milligramThousandths.map(JSONValue.thousandths) ?? .null,
      "milligramsAtLeast": .bool(total.isLeast.milligrams),
      "milligramsPerKilogram": total.perKilogramThousandths.map(JSONValue.thousandths) ?? .null,
      "milligramsPerKilogramAtLeast": .bool(total.isLeast.perKilogram),
    ])
  }

  // MARK: - Rules, tasks, scores

  private var rules: JSONValue {
    guard let rules = report.rules else { return .null }
    return .object([
      "protocol": .string(rules.id.text), "version": .string(rules.version),
      "findings": .array(report.findings.map(finding)),
    ])
  }

  /// A rule about concerns has no answer where they are not shown.
  private func finding(_ finding: CourseFinding) -> JSONValue {
    let words = CourseFindingWords(finding, withConcerns: report.withConcerns)
    return .object([
      "rule": .string(finding.rule.id.text), "title": .string(finding.rule.title),
      "priority": .string(finding.rule.priority.word),
      "gate": .optional(finding.rule.gate?.word),
      "answer": .optional(words.isShown ? CourseJSON.answer(finding.answer) : nil),
      "basis": .optional(words.isShown ? finding.basis : nil),
    ])
  }

  private static func answer(_ answer: GateAnswer) -> String {
    switch answer {
    case .yes: "flagged"
    case .no: "not-flagged"
    case .unknown, .notAsked: "not-known"
    }
  }

  private func task(_ task: CareTask) -> JSONValue {
    var closed: EntryNumber?
    let state: String
    switch task.state {
    case .notOpen: state = "not-open"
    case .open: state = "open"
    case .overdue: state = "overdue"
    case .closed(let entry):
      state = "closed"
      closed = entry
    }
    return .object([
      "task": .string(task.task.id.text), "title": .string(task.task.title),
      "session": .integer(task.session.number.value), "opens": stamp(task.opens),
      "due": stamp(task.due), "state": .string(state), "priority": .string(task.priority.word),
      "closedBy": .optional(closed?.value), "tries": .array(task.tries.map { .integer($0.value) }),
    ])
  }

  private func series(_ series: ScoreSeries) -> JSONValue {
    .object([
      "scale": .string(series.name), "title": .string(series.title),
      "worse": .optional(series.scale?.worse.rawValue),
      "scores": .array(
        series.scores.map { score in
          .object([
            "score": .integer(score.score), "at": stamp(score.at),
            "session": .optional(score.session?.value),
          ])
        }
      ),
    ])
  }

  // MARK: - Entries

  /// Consents, results, integrations, erasures, and concerns where they are shown.
  private var entries: [JSONValue] {
    let entries = report.entries { content in
      switch content {
      case .course(.concern): report.withConcerns
      case .course: true
      default: false
      }
    }
    return entries.compactMap { entry in
      guard case .course(let event) = entry.content else { return nil }
      var members = CourseEntryJSON.members(event)
      members["number"] = .integer(entry.number.value)
      members["observed"] = .string(entry.observed.rfc3339)
      members["author"] = .string(entry.original.author.text)
      members["voidedBy"] = .optional(entry.voidedBy?.value)
      members["amendedBy"] = .array(entry.amendments.map { .integer($0.value) })
      return .object(members)
    }
  }
}
