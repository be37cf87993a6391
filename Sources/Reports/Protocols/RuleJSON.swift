import Monitoring
import SessionRecord

/// A rule of a protocol as a member of a document: what breaks it in words, and its terms.
struct RuleJSON {
  let rule: Rule

  var value: JSONValue {
    let clearing = rule.clearing.basis ?? rule.basis
    return .object([
      "id": .string(rule.id.text),
      "kind": .string(rule.condition.kind),
      "condition": .string(rule.title),
      "priority": .string(rule.priority.word),
      "process": .bool(rule.isProcess),
      "off": .bool(rule.isOff),
      "stopCriterion": .bool(rule.isStopCriterion),
      "spo2Scale": .optional(rule.spo2Scale?.rawValue),
      "asksForRepeat": .bool(rule.asksForRepeat),
      "window": window,
      "sustained": sustained,
      "combination": combination,
      "clearing": .object([
        "count": .integer(rule.clearing.count), "margin": .thousandths(rule.clearing.margin),
        "standing": .string(clearing.standing.rawValue),
        "sources": .array(clearing.sources.map(JSONValue.string)),
      ]),
      "text": .string(rule.text),
      "standing": .string(rule.standing.rawValue),
      "sources": .array(rule.sources.map(JSONValue.string)),
    ])
  }

  private var window: JSONValue {
    switch rule.window {
    case .always: .null
    case .beforeStart: .object(["kind": .string("before-start"), "minutes": .null])
    case .from(let minutes): .object(["kind": .string("from"), "minutes": .integer(minutes)])
    }
  }

  private var sustained: JSONValue {
    switch rule.sustained {
    case nil: .null
    case .minutes(let minutes)?:
      .object(["minutes": .integer(minutes), "readings": .null])
    case .readings(let count)?: .object(["minutes": .null, "readings": .integer(count)])
    }
  }

  /// Each part with its alternatives, in words.
  private var combination: JSONValue {
    guard case .combination(let combination) = rule.condition else { return .null }
    return .object([
      "withinMinutes": .integer(combination.withinMinutes),
      "parts": .array(
        combination.parts.map { part in .array(part.any.map { .string($0.words) }) }
      ),
    ])
  }
}
