import Foundation
import Monitoring
import SessionRecord
import Testing

/// The protocols that come with Vigil say what is, and nobody what to do.
@Suite struct BuiltInWordsTests {
  /// Words by which a text would begin to advise.
  private static let advice: Set = [
    "give", "given", "inject", "administer", "stop", "pause", "start", "treat", "call", "send",
    "increase", "decrease", "reduce", "slow", "wait", "delay", "should", "must", "mg", "kg", "ml",
  ]

  @Test(arguments: BuiltInProtocol.allCases)
  func `no rule has words of its own, and no title names a medicine, an amount or advice`(
    builtIn: BuiltInProtocol
  ) throws {
    let found = try MonitoringProtocol.builtIn(builtIn)
    #expect(found.rules.allSatisfy { $0.text.isEmpty })
    let combinations = found.rules.compactMap { rule in
      if case .combination(let combination) = rule.condition { combination.title } else { nil }
    }
    let titles =
      combinations + found.schedule.groups.map(\.title) + found.schedule.phases.map(\.name)
      + found.scales.flatMap { [$0.scale.title] + $0.scale.levels.map(\.name) }
    let forbidden = Self.advice.union(found.formulary.medicines)
    for title in titles { #expect(words(of: title).isDisjoint(with: forbidden), "\(title)") }
    for rule in found.rules {
      #expect(words(of: rule.title).isDisjoint(with: Set(found.formulary.medicines)), "\(rule.id)")
    }
  }

  private func words(of title: String) -> Set<String> {
    Set(title.lowercased().split { !$0.isLetter }.map(String.init))
  }

  @Test(arguments: BuiltInProtocol.allCases)
  func `nothing in it is doubtful to its own check`(builtIn: BuiltInProtocol) throws {
    for finding in try MonitoringProtocol.builtIn(builtIn).findings() {
      Issue.record("\(finding.path): \(finding.problem)")
    }
  }

  @Test(arguments: BuiltInProtocol.allCases)
  func `weak sources are said to be weak`(builtIn: BuiltInProtocol) throws {
    let sources = try MonitoringProtocol.builtIn(builtIn).sources
    for key in ["clinic-forum", "sublingual-course", "observer-checks", "home-practices"] {
      guard let text = sources[key] else { continue }
      #expect(text.lowercased().contains("weak source"), "\(key)")
    }
    for (key, text) in sources where key.hasSuffix("-general") {
      #expect(text.contains("eneral knowledge, not verified"), "\(key)")
    }
  }

  @Test(arguments: BuiltInProtocol.allCases)
  func `every parameter of NEWS2 is asked for, or measured where it is indicated`(
    builtIn: BuiltInProtocol
  ) throws {
    let found = try MonitoringProtocol.builtIn(builtIn)
    #expect(
      found.news2 == NEWS2Terms(within: .minutes(5), basis: Basis(.proposed, sources: ["vigil"]))
    )
    let needs = found.schedule.groups.flatMap(\.needs) + found.schedule.ifIndicated
    for parameter in NEWS2.Parameter.allCases { #expect(needs.contains(.sign(parameter.sign))) }
  }

  @Test(arguments: [
    BuiltInProtocol.ketamineIntravenous, .esketamineIntranasal, .ketamineIntramuscular,
  ])
  func `at two hours a NEWS2 is whole`(builtIn: BuiltInProtocol) throws {
    let due = try MonitoringProtocol.builtIn(builtIn).schedule.groups
      .filter { group in group.slots.contains { $0.minutes == 120 && $0.mark == .required } }
      .flatMap(\.needs)
    for parameter in NEWS2.Parameter.allCases { #expect(due.contains(.sign(parameter.sign))) }
  }

  @Test(arguments: BuiltInProtocol.allCases)
  func `has the scales of the reference, each with its range and cut-offs`(
    builtIn: BuiltInProtocol
  ) throws {
    let lines = try MonitoringProtocol.builtIn(builtIn).scales.map { listed in
      let scale = listed.scale
      let items = scale.items.map { "\($0.count)×\($0.points.lowerBound)-\($0.points.upperBound)" }
      return [
        scale.name, "\(scale.range.lowerBound) to \(scale.range.upperBound)", scale.worse.rawValue,
        items ?? scale.sign.map(\.key) ?? "score", scale.scoring.rawValue,
        scale.levels.map { "\($0.from) \($0.name)" }.joined(separator: ", "),
        listed.basis.standing.rawValue,
      ].joined(separator: " | ")
    }
    #expect(lines.joined(separator: "\n") == Self.scales)
  }

  private static let scales = """
    cadss | 0 to 92 | higher | 23×0-4 | total | 5 dissociation if higher than before the dose | cited
    cadss-6 | 0 to 24 | higher | 6×0-4 | total |  | cited
    moaas | 0 to 5 | lower | moaas | total |  | cited
    rass | -5 to 4 | higher | rass | total |  | cited
    nrs | 0 to 10 | higher | score | total | 1 mild, 4 moderate, 7 severe | cited
    phq-9 | 0 to 27 | higher | 9×0-3 | total | 5 mild, 10 moderate, 15 moderately severe, 20 severe | cited
    gad-7 | 0 to 21 | higher | 7×0-3 | total | 5 mild, 10 moderate, 15 severe | cited
    pcl-5 | 0 to 80 | higher | 20×0-4 | total | 31 at or over the lowest published cut-off, 33 at or over every published cut-off | cited
    c-ssrs | 0 to 6 | higher | score | total | 1 low, 3 moderate, 4 high | general
    itq | 0 to 2 | higher | 18×0-4 | itq | 0 criteria not met, 1 PTSD, 2 complex PTSD | cited
    aldrete | 0 to 10 | lower | 5×0-2 | total | 0 below the cut-off of 9, 9 at or over the cut-off of 9 | general
    padss | 0 to 10 | lower | 5×0-2 | total | 0 below the cut-off of 9, 9 at or over the cut-off of 9 | cited
    """
}
