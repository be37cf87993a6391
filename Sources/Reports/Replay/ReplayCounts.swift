import Monitoring
import SessionRecord

/// How many flags there were and would be, clinical and process apart.
struct ReplayCounts {
  let before: Int
  let kept: Int
  let gained: Int
  let lost: Int
  private let sessions: Int

  init(_ difference: ReplayDifference, process: Bool) {
    let rules = difference.rules.filter { $0.isProcess == process }
    before = rules.reduce(0) { $0 + $1.before }
    kept = rules.reduce(0) { $0 + $1.kept }
    gained = rules.reduce(0) { $0 + $1.gained }
    lost = rules.reduce(0) { $0 + $1.lost }
    sessions = difference.sessions
  }

  var after: Int { kept + gained }
  /// Flags a session to two decimals; nil without a session.
  var beforeASession: String? { aSession(before) }
  var afterASession: String? { aSession(after) }

  private func aSession(_ flags: Int) -> String? {
    sessions == 0
      ? nil : ExactNumber(flags * 1_000, over: sessions).text(decimals: 2, fixed: true)
  }

  var value: JSONValue {
    .object([
      "was": .integer(before), "wouldBe": .integer(after), "kept": .integer(kept),
      "gained": .integer(gained), "lost": .integer(lost),
      "wasASession": beforeASession.map(JSONValue.number) ?? .null,
      "wouldBeASession": afterASession.map(JSONValue.number) ?? .null,
    ])
  }
}
