import Monitoring
import SessionRecord

/// A protocol's gates, course rules and tasks as parts of its document.
struct ProtocolCourseJSON {
  let shown: MonitoringProtocol

  /// Levels are null where a gate is not asked.
  var gates: JSONValue {
    .array(
      shown.gates.map { gate in
        .object([
          "id": .string(gate.id.text),
          "kind": .string(gate.requirement.kind),
          "title": .string(gate.title),
          "level": .optional(gate.level?.word),
          "remoteLevel": .optional(gate.remoteLevel?.word),
          "requirement": .string(GateText(gate, scales: shown.scales).requirement),
          "standing": .string(gate.basis.standing.rawValue),
          "sources": sources(gate.basis),
        ])
      }
    )
  }

  var course: JSONValue {
    .array(
      shown.course.map { rule in
        .object([
          "id": .string(rule.id.text),
          "kind": .string(rule.condition.kind),
          "title": .string(rule.title),
          "priority": .string(rule.priority.word),
          "gate": .optional(rule.gate?.word),
          "condition": .string(CourseRuleText(rule, scales: shown.scales).condition),
          "standing": .string(rule.basis.standing.rawValue),
          "sources": sources(rule.basis),
        ])
      }
    )
  }

  var afterCare: JSONValue {
    .array(
      shown.afterCare.map { task in
        .object([
          "id": .string(task.id.text),
          "title": .string(task.title),
          "occasion": .string(task.occasion.rawValue),
          "opensHours": .integer(task.opens.wholeHours),
          "dueHours": .integer(task.due.wholeHours),
          "grows": .array(
            task.grows.map { step in
              .object([
                "afterHours": .integer(step.after.wholeHours),
                "priority": .string(step.priority.word),
              ])
            }
          ),
          "closing": closing(task.closing),
          "standing": .string(task.basis.standing.rawValue),
          "sources": sources(task.basis),
        ])
      }
    )
  }

  private func closing(_ closing: AfterCareTask.Closing) -> JSONValue {
    let (kind, scales): (String, [String]) =
      switch closing {
      case .followUp: ("follow-up", [])
      case .integration: ("integration", [])
      case .scores(let scales): ("scores", scales)
      }
    return .object(["kind": .string(kind), "scales": .array(scales.map(JSONValue.string))])
  }

  private func sources(_ basis: Basis) -> JSONValue {
    .array(basis.sources.map(JSONValue.string))
  }
}
