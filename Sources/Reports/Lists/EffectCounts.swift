import Monitoring
import SessionRecord

/// How many episodes of each effect, in how many sessions; the intended state is counted apart.
struct EffectCounts {
  struct OfName {
    let name: EffectName
    let total: Int
    let sessions: Int
    let distressing: Int
    let bySeverity: [Severity?: Int]
  }

  private let counted: [SessionEffect]

  init(_ effects: [SessionEffect]) { counted = effects }

  var sideEffects: Int { counted.filter { $0.effect.name != .dissociation }.count }
  var intendedState: Int { counted.count - sideEffects }
  var unreviewed: Int { counted.count { $0.effect.review == nil } }
  var sessions: Int { Set(counted.map(\.session.number)).count }

  /// Most first, then by name.
  var byName: [OfName] {
    Dictionary(grouping: counted, by: \.effect.name).map { name, found in
      OfName(
        name: name,
        total: found.count,
        sessions: Set(found.map(\.session.number)).count,
        distressing: found.filter(\.effect.distressing).count,
        bySeverity: Dictionary(grouping: found, by: \.effect.worst).mapValues(\.count)
      )
    }.sorted { ($1.total, $0.name) < ($0.total, $1.name) }
  }

  var value: JSONValue {
    .object([
      "sideEffects": .integer(sideEffects),
      "intendedState": .integer(intendedState),
      "sessions": .integer(sessions),
      "unreviewed": .integer(unreviewed),
      "byName": .array(
        byName.map { name in
          .object([
            "name": .string(name.name.text),
            "intendedState": .bool(name.name == .dissociation),
            "total": .integer(name.total),
            "sessions": .integer(name.sessions),
            "distressing": .integer(name.distressing),
            "mild": .integer(name.bySeverity[.mild] ?? 0),
            "moderate": .integer(name.bySeverity[.moderate] ?? 0),
            "severe": .integer(name.bySeverity[.severe] ?? 0),
            "notGraded": .integer(name.bySeverity[nil] ?? 0),
          ])
        }
      ),
    ])
  }
}
