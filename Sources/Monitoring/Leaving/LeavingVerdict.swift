import SessionRecord

/// What a criterion says as of one instant, of what was observed by then.
struct LeavingVerdict {
  enum Outcome: Equatable {
    case met
    case missing(String)
    case notAnswered
  }

  let outcome: Outcome
  /// The entries that it rests on, newest last.
  let entries: [EntryNumber]

  static func met(by entries: [EntryNumber] = []) -> LeavingVerdict {
    LeavingVerdict(outcome: .met, entries: entries)
  }

  static var notAnswered: LeavingVerdict { LeavingVerdict(outcome: .notAnswered, entries: []) }
  static var noDose: LeavingVerdict { .missing("no dose yet") }

  static func missing(_ what: String, _ entries: [EntryNumber] = []) -> LeavingVerdict {
    LeavingVerdict(outcome: .missing(what), entries: entries)
  }
}

/// A criterion that can be asked at any instant.
protocol JudgedOverTime {
  /// Every instant at which the verdict may turn, in any order; between two of them it stays.
  var turns: [Instant] { get }

  func verdict(at instant: Instant) -> LeavingVerdict
}

extension JudgedOverTime {
  /// How it stands at the clock; what is met is so since the turn after which no verdict was another.
  func standing(
    of criterion: LeavingCriterion,
    opened: Instant,
    clock: Instant
  ) -> CriterionStanding {
    let verdict = verdict(at: clock)
    let state: CriterionStanding.State =
      switch verdict.outcome {
      case .met: .met(since: metSince(opened: opened, clock: clock))
      case .missing(let what): .missing(what)
      case .notAnswered: .notAnswered
      }
    return CriterionStanding(criterion: criterion, state: state, entries: verdict.entries)
  }

  /// Looks back only to the last break.
  private func metSince(opened: Instant, clock: Instant) -> Instant {
    var since = clock
    for turn in Set(turns + [opened]).filter({ $0 <= clock }).sorted(by: >) {
      guard verdict(at: turn).outcome == .met else { break }
      since = turn
    }
    return since
  }
}

extension TimeSpan {
  /// The least step between two instants.
  static let tick = TimeSpan(milliseconds: 1)

  /// An age beyond a limit: `61 min ago; at most 30 asked`.
  func over(_ limit: TimeSpan) -> String {
    let most = limit.wholeMinutes
    let age = wholeMinutes > most ? "\(wholeMinutes)" : "over \(wholeMinutes)"
    return "\(age) min ago; at most \(most) asked"
  }
}
