import Foundation
import Monitoring
import SessionRecord
import Testing

@testable import Reports

/// What one member of a document says about another is in its schema: a document that contradicts
/// itself is refused.
struct SchemaConditionTests {
  /// One change of a document that is valid without it; *at* leads to an object, by keys and places.
  private struct Contradiction {
    let schema: String
    let document: String
    let at: [any Sendable]
    let change: [String: Any]
  }

  @Test(.enabled(if: PythonValidator.isThere, "VIGIL_PYTHON names no Python with jsonschema"))
  func `documents that contradict themselves are refused`() throws {
    let validator = try #require(PythonValidator())
    var cases: [PythonValidator.Case] = []
    for contradiction in try dueOnes() + criteriaOnes() + decisionOnes() + scheduleOnes() {
      let schema = contradiction.schema
      cases.append(
        PythonValidator.Case(
          name: schema,
          schema: schema,
          document: contradiction.document,
          mutate: false
        )
      )
      cases.append(
        PythonValidator.Case(
          name: "\(schema) \(contradiction.at) with \(contradiction.change)",
          schema: schema,
          document: try changed(contradiction),
          mutate: false,
          refused: true
        )
      )
    }
    let complaints = try validator.complaints(about: cases)
    #expect(complaints.isEmpty, "\(complaints.prefix(40).joined(separator: "\n"))")
  }

  private func dueOnes() throws -> [Contradiction] {
    let overdue = try HandPlan.dosed().file(asOf: "13:41")
    let baseline = try AssessedSession(under: HandPlan.made()).file(asOf: "13:05")
    let slots = DueJSON([overdue], now: overdue.assessment.asOf).text
    let sets = DueJSON([baseline], now: baseline.assessment.asOf).text
    let reading: [any Sendable] = ["sessions", 0, "readings", 0]
    return [
      Contradiction(schema: "due", document: slots, at: reading, change: ["minutes": NSNull()]),
      Contradiction(schema: "due", document: slots, at: reading, change: ["mark": NSNull()]),
      Contradiction(schema: "due", document: slots, at: reading, change: ["kind": "baseline"]),
      Contradiction(
        schema: "due",
        document: slots,
        at: reading,
        change: ["overdueSince": NSNull()]
      ),
      Contradiction(schema: "due", document: slots, at: reading, change: ["overdue": false]),
      Contradiction(schema: "due", document: sets, at: reading, change: ["baseline": NSNull()]),
      Contradiction(schema: "due", document: sets, at: reading, change: ["minutes": 10]),
      Contradiction(schema: "due", document: sets, at: reading, change: ["overdue": true]),
    ]
  }

  private func criteriaOnes() throws -> [Contradiction] {
    let rules = try ScheduledSession.small()
    let waiting = LeavingJSON(try ScheduledSession.recovered(under: rules).file(asOf: "15:15")).text
    func at(_ state: String) throws -> [any Sendable] {
      let object = try JSONSerialization.jsonObject(with: Data(waiting.utf8)) as? [String: Any]
      let leaving = object?["leaving"] as? [String: Any]
      let criteria = try #require(leaving?["criteria"] as? [[String: Any]])
      let place = try #require(criteria.firstIndex { $0["state"] as? String == state })
      return ["leaving", "criteria", place]
    }
    let time = "2026-11-19T15:10:00+01:00"
    return [
      (try at("met"), ["since": NSNull()]), (try at("met"), ["missing": "a look"]),
      (try at("missing"), ["missing": NSNull()]), (try at("missing"), ["since": time]),
      (try at("not-answered"), ["missing": "an answer"]),
      (["leaving"], ["allMetSinceMinutes": 100]),
    ].map { (at: [any Sendable], change: [String: Any]) in
      Contradiction(schema: "leaving", document: waiting, at: at, change: change)
    }
  }

  private func decisionOnes() throws -> [Contradiction] {
    let rules = try ScheduledSession.small()
    var against = try ScheduledSession.recovered(under: rules)
    try against.leave(
      "15:15",
      try LeavingDecision(
        .againstAdvice(reason: "has to go", witness: "MB"),
        decidedBy: try ClinicianCode("LH")
      )
    )
    var reasons = try ScheduledSession.recovered(under: rules)
    try reasons.leave(
      "15:15",
      try LeavingDecision(
        .unmetWithReasons,
        decidedBy: try ClinicianCode("LH"),
        unmet: [.init(CriterionID("gait"), missing: "not answered", reason: "wheelchair")]
      )
    )
    let met = LeavingJSON(try ScheduledSession.left(under: rules).file(asOf: "15:40")).text
    let advice = LeavingJSON(try against.file(asOf: "15:40")).text
    let unmet = LeavingJSON(try reasons.file(asOf: "15:40")).text
    let decision: [any Sendable] = ["leaving", "decision", "decision"]
    let one: [String: Any] = [
      "criterion": "gait", "missing": "not answered", "reason": "wheelchair",
    ]
    let changes: [(String, [any Sendable], [String: Any])] = [
      (met, decision, ["reason": "has to go"]), (met, decision, ["unmet": [one]]),
      (met, decision, ["readyMinuteAsJudged": 1_441]), (met, decision, ["outcome": "no-shame"]),
      (met, decision, ["outcome": "unmet-with-reasons"]),
      (advice, decision, ["reason": NSNull()]), (advice, decision, ["witness": NSNull()]),
      (unmet, decision, ["unmet": [Any]()]), (unmet, decision, ["outcome": "no-dose"]),
      (unmet, decision + ["unmet", 0], ["reason": NSNull()]),
    ]
    return changes.map {
      Contradiction(schema: "leaving", document: $0.0, at: $0.1, change: $0.2)
    }
  }

  private func scheduleOnes() throws -> [Contradiction] {
    let session = try ScheduledSession.left(under: ScheduledSession.small())
    let text = TimelineJSON(try session.file(asOf: "15:40")).text
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let groups = try #require(object?["schedule"] as? [[String: Any]])
    let slots = try #require(groups.first?["slots"] as? [[String: Any]])
    func at(_ state: String) throws -> [any Sendable] {
      let place = try #require(slots.firstIndex { $0["state"] as? String == state }, "\(state)")
      return ["schedule", 0, "slots", place]
    }
    let entries = try #require(object?["entries"] as? [[String: Any]])
    let place = try #require(entries.firstIndex { $0["kind"] as? String == "leaving" })
    let changes: [([any Sendable], [String: Any])] = [
      (try at("kept"), ["closed": NSNull()]), (try at("kept"), ["entries": [Any]()]),
      (try at("kept"), ["reasons": ["asleep"]]), (try at("deferred"), ["reasons": [Any]()]),
      (try at("missed"), ["entries": [4]]), (try at("not-obtained"), ["state": "missed"]),
      (["exposure", "given", 0], ["given": NSNull()]),
      (["exposure", "given", 0], ["status": "not-said"]),
      (["exposure", "totals", 0], ["milligrams": NSNull()]),
      (["entries", place, "content"], ["answers": NSNull()]),
    ]
    return changes.map {
      Contradiction(schema: "timeline", document: text, at: $0.0, change: $0.1)
    }
  }

  private func changed(_ contradiction: Contradiction) throws -> String {
    let object = try JSONSerialization.jsonObject(with: Data(contradiction.document.utf8))
    let document = try replaced(object, contradiction.at[...], contradiction.change)
    return String(decoding: try JSONSerialization.data(withJSONObject: document), as: UTF8.self)
  }

  private func replaced(
    _ value: Any,
    _ path: ArraySlice<any Sendable>,
    _ change: [String: Any]
  ) throws -> Any {
    guard let step = path.first else {
      let object = try #require(value as? [String: Any])
      for key in change.keys { #expect(object[key] != nil, "\(key)") }
      return object.merging(change) { $1 }
    }
    if let key = step as? String {
      var object = try #require(value as? [String: Any])
      object[key] = try replaced(try #require(object[key]), path.dropFirst(), change)
      return object
    }
    var list = try #require(value as? [Any])
    let place = try #require(step as? Int)
    list[place] = try replaced(list[place], path.dropFirst(), change)
    return list
  }
}
