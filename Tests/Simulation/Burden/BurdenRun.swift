import Monitoring
import SessionRecord

/// The simulated sessions of every protocol that comes with Vigil, in two shares of work for two cores.
struct BurdenRun {
  let seed: UInt64
  let sessions: Int
  let tallies: [(builtIn: BuiltInProtocol, tally: BurdenTally)]
  /// The intravenous one again, with the rules that are off in it switched on.
  let withAllRules: BurdenTally

  init(sessions: Int, seed: UInt64) async throws {
    self.seed = seed
    self.sessions = sessions
    var tallies: [(BuiltInProtocol, BurdenTally)] = []
    for builtIn in BuiltInProtocol.allCases {
      tallies.append((builtIn, try await BurdenRun.tally(builtIn, sessions, seed, allRules: false)))
    }
    self.tallies = tallies
    withAllRules = try await BurdenRun.tally(.ketamineIntravenous, sessions, seed, allRules: true)
  }

  private static func tally(
    _ builtIn: BuiltInProtocol,
    _ sessions: Int,
    _ seed: UInt64,
    allRules: Bool
  ) async throws -> BurdenTally {
    // Eights of sessions stay together.
    let half = sessions / 16 * 8
    let name = builtIn.name
    let count = sessions
    async let first = run(0..<half, seed, name, allRules)
    async let second = run(half..<count, seed, name, allRules)
    return try await first + second
  }

  private static func run(
    _ numbers: Range<Int>,
    _ seed: UInt64,
    _ name: String,
    _ allRules: Bool
  ) async throws -> BurdenTally {
    let monitoringProtocol = try MonitoringProtocol.builtIn(named: name)
    return try BurdenTally.run(
      numbers,
      seed: seed,
      under: allRules ? monitoringProtocol.withAllRules : monitoringProtocol
    )
  }
}

extension MonitoringProtocol {
  struct NotBuiltIn: Error { let name: String }

  /// One of those that come with Vigil.
  static func builtIn(named name: String) throws -> MonitoringProtocol {
    guard let text = BuiltInProtocol.text(named: name) else { throw NotBuiltIn(name: name) }
    return try MonitoringProtocol(reading: text, from: name)
  }

  /// The same with every rule that is off switched on.
  var withAllRules: MonitoringProtocol { changingRules { $0.switched(off: false) } }

  /// The same with its rules as a change makes them.
  func changingRules(_ change: (Rule) -> Rule) -> MonitoringProtocol {
    MonitoringProtocol(
      id: id,
      version: version,
      title: title,
      settings: settings,
      formulary: formulary,
      mostBasis: mostBasis,
      addedEffects: addedEffects,
      baseline: baseline,
      scales: scales,
      news2: news2,
      rules: rules.map(change),
      schedule: schedule,
      leaving: leaving,
      sources: sources,
      notice: notice
    )
  }
}

extension Rule {
  func switched(off: Bool) -> Rule { changed(condition: condition, isOff: off) }

  func with(_ condition: Condition) -> Rule { changed(condition: condition, isOff: isOff) }

  private func changed(condition: Condition, isOff: Bool) -> Rule {
    Rule(
      id: id,
      condition: condition,
      priority: priority,
      asksForRepeat: asksForRepeat,
      clearing: clearing,
      window: window,
      sustained: sustained,
      spo2Scale: spo2Scale,
      isOff: isOff,
      isStopCriterion: isStopCriterion,
      text: text,
      standing: standing,
      sources: sources
    )
  }
}
