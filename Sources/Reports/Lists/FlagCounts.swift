import Monitoring
import SessionRecord

/// How many flags, in how many sessions: clinical and process apart, by priority and by rule.
///
/// Retracted flags are told and not counted; nor are those of a struck-out session, whose own report
/// tells them.
struct FlagCounts {
  /// One rule's flags in the list.
  struct OfRule {
    let rule: RuleID
    /// Nil where its flags have several, as crisis words do.
    let title: String?
    /// What its flags have in common where they have several titles; nil where that is nothing.
    let words: String?
    let isProcess: Bool
    let total: Int
    let sessions: Int

    /// Its title or words with its id, or the id alone.
    var name: String { (title ?? words).map { "\($0) [\(rule.text)]" } ?? rule.text }
  }

  /// What is counted of a flag; the flag itself, with its readings, is not copied about.
  private struct Counted {
    let session: SessionNumber
    let rule: RuleID
    let title: String
    let measure: Measure
    let isProcess: Bool
    let priority: Priority
    let isOpen: Bool
    let isAcknowledged: Bool
    let isReviewed: Bool

    init(_ flag: Flag, titled title: String, in session: SessionNumber) {
      self.session = session
      rule = flag.identity.rule
      self.title = title
      measure = flag.measure
      isProcess = flag.isProcess
      priority = flag.priority
      isOpen = flag.isOpen
      isAcknowledged = flag.isAcknowledged
      isReviewed = flag.review != nil
    }
  }

  private let counted: [Counted]
  let retracted: Int
  let inVoidSessions: Int

  /// *title* is a flag's title as it is shown; as it is stored where none is given.
  init(_ found: [SessionFlag], titled title: (SessionFlag) -> String = { $0.flag.title }) {
    self.init(found.map { ($0.session, $0.flag, title($0)) })
  }

  init(_ flags: [Flag], in session: Session) {
    self.init(flags.lazy.map { (session, $0, $0.title) })
  }

  private init(_ found: some Sequence<(Session, Flag, String)>) {
    var counted: [Counted] = []
    var retracted = 0
    var inVoidSessions = 0
    for (session, flag, title) in found {
      if session.state == .void {
        inVoidSessions += 1
      } else if flag.retractedBy != nil {
        retracted += 1
      } else {
        counted.append(Counted(flag, titled: title, in: session.number))
      }
    }
    self.counted = counted
    self.retracted = retracted
    self.inVoidSessions = inVoidSessions
  }

  var sessions: Int { FlagCounts.sessions(counted) }

  func total(process: Bool) -> Int { counted.count { $0.isProcess == process } }

  func sessions(process: Bool) -> Int {
    FlagCounts.sessions(counted.filter { $0.isProcess == process })
  }

  func unreviewed(process: Bool) -> Int {
    counted.count { $0.isProcess == process && !$0.isReviewed }
  }

  /// ` (1 high, 2 low)`.
  func byPriority(process: Bool) -> String {
    FlagTally.byPriority(counted.filter { $0.isProcess == process }.map { $0.priority })
  }

  /// Most first, then by id.
  var byRule: [OfRule] {
    Dictionary(grouping: counted) { $0.rule }.compactMap { rule, found in
      guard let first = found.first else { return nil }
      return OfRule(
        rule: rule,
        title: found.allSatisfy { $0.title == first.title } ? first.title : nil,
        words: RuleWords.inCommon(found.map { ($0.title, $0.measure) }),
        isProcess: first.isProcess,
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
    let flags = counted.filter { $0.isProcess == process }
    var byPriority: [String: JSONValue] = [:]
    for priority in Priority.allCases {
      byPriority[priority.word] = .integer(flags.count { $0.priority == priority })
    }
    return .object([
      "total": .integer(flags.count),
      "sessions": .integer(sessions(process: process)),
      "open": .integer(flags.count { $0.isOpen }),
      "unacknowledged": .integer(flags.count { !$0.isAcknowledged }),
      "unreviewed": .integer(unreviewed(process: process)),
      "byPriority": .object(byPriority),
    ])
  }

  private static func sessions(_ found: [Counted]) -> Int {
    Set(found.map { $0.session }).count
  }
}
