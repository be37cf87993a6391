import SessionRecord

/// How many flags, in how many sessions: clinical and process apart, by priority and by rule.
///
/// Retracted flags and those of struck-out sessions are told and not counted.
struct FlagCounts {
  /// One rule's flags in the list.
  struct OfRule {
    let rule: RuleID
    /// Nil where its flags have several, as crisis words do.
    let title: String?
    let isProcess: Bool
    let total: Int
    let sessions: Int

    /// Its title with its id, or the id alone.
    var name: String { title.map { "\($0) [\(rule.text)]" } ?? rule.text }
  }

  private typealias Found = (session: Session, flag: Flag)
  private let counted: [Found]
  let retracted: Int
  let inVoidSessions: Int

  init(_ all: [(Session, Flag)]) {
    let found = all.map { Found(session: $0.0, flag: $0.1) }
    counted = found.filter { $0.session.state != .void && $0.flag.retractedBy == nil }
    retracted = found.filter { $0.session.state != .void && $0.flag.retractedBy != nil }.count
    inVoidSessions = found.filter { $0.session.state == .void }.count
  }

  var sessions: Int { FlagCounts.sessions(counted) }

  func flags(process: Bool) -> [Flag] {
    counted.filter { $0.flag.isProcess == process }.map(\.flag)
  }

  func sessions(process: Bool) -> Int {
    FlagCounts.sessions(counted.filter { $0.flag.isProcess == process })
  }

  /// Most first, then by id.
  var byRule: [OfRule] {
    Dictionary(grouping: counted) { $0.flag.identity.rule }.compactMap { rule, found in
      guard let first = found.first else { return nil }
      return OfRule(
        rule: rule,
        title: found.allSatisfy { $0.flag.title == first.flag.title } ? first.flag.title : nil,
        isProcess: first.flag.isProcess,
        total: found.count,
        sessions: FlagCounts.sessions(found)
      )
    }.sorted { ($1.total, $0.rule) < ($0.total, $1.rule) }
  }

  var value: JSONValue {
    .object([
      "sessions": .integer(sessions),
      "clinical": part(process: false),
      "process": part(process: true),
      "retracted": .integer(retracted),
      "inVoidSessions": .integer(inVoidSessions),
      "byRule": .array(
        byRule.map { rule in
          .object([
            "rule": .string(rule.rule.text), "title": .optional(rule.title),
            "process": .bool(rule.isProcess), "total": .integer(rule.total),
            "sessions": .integer(rule.sessions),
          ])
        }
      ),
    ])
  }

  private func part(process: Bool) -> JSONValue {
    let flags = flags(process: process)
    var byPriority: [String: JSONValue] = [:]
    for priority in Priority.allCases {
      byPriority[priority.word] = .integer(flags.filter { $0.priority == priority }.count)
    }
    return .object([
      "total": .integer(flags.count),
      "sessions": .integer(sessions(process: process)),
      "open": .integer(flags.filter(\.isOpen).count),
      "unacknowledged": .integer(flags.filter { !$0.isAcknowledged }.count),
      "byPriority": .object(byPriority),
    ])
  }

  private static func sessions(_ found: [Found]) -> Int {
    Set(found.map(\.session.number)).count
  }
}
