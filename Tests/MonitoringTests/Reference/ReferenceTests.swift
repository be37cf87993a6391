import Foundation
import Monitoring
import SessionRecord
import Testing

/// The engine against the slow reference, on sessions that a seed decides.
///
/// `VIGIL_SEEDS` is how many sessions, `VIGIL_SEED` the first seed: a failure prints its seed, and
/// `VIGIL_SEED=… VIGIL_SEEDS=1` runs that session alone.
@Suite struct ReferenceTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let first = environment["VIGIL_SEED"].flatMap { UInt64($0) } ?? 1
  private static let count = environment["VIGIL_SEEDS"].flatMap { UInt64($0) } ?? 400
  /// Differences after which it stops: each is told in full.
  private static let enough = environment["VIGIL_ENOUGH"].flatMap { Int($0) } ?? 3

  @Test func `the engine finds what the slow reference finds`() throws {
    var differences = 0
    var flags = 0
    var overdue = 0
    for seed in Self.first..<Self.first + Self.count {
      let session = try RandomSession(seed: seed)
      let reference = session.asReferenceReads(nil)
      flags += reference.count { $0.hasPrefix("flag") }
      overdue += reference.count { $0.hasPrefix("flag") && $0.contains(" overdue.") }
      guard session.asEngineReads != reference else { continue }
      differences += 1
      let small = try shrunk(session) { $0.asEngineReads != $0.asReferenceReads(nil) }
      Issue.record("seed \(seed)\n\(small.account)")
      if differences == Self.enough { break }
    }
    // Without flags there would have been nothing to compare.
    if Self.count >= 100 { #expect(flags >= Int(Self.count) && overdue >= Int(Self.count) / 4) }
  }

  /// `VIGIL_TELLING=1` looks through all `VIGIL_SEEDS` for what the table lacks, and prints it.
  @Test func `each sentence read wrongly is told from the engine`() throws {
    let isSearch = Self.environment["VIGIL_TELLING"] != nil
    var untold = Mistake.allCases
    let known = Dictionary(grouping: Mistake.allCases) { TellingSeeds.first[$0] }
    for (seed, mistakes) in known {
      guard let seed else { continue }
      let told = try Self.told(mistakes, by: seed)
      untold.removeAll { told.contains($0) }
    }
    let count = isSearch ? Self.count : max(Self.count, 600)
    for seed in 1...count where !untold.isEmpty {
      let told = try Self.told(untold, by: seed)
      untold.removeAll { told.contains($0) }
      if isSearch { for mistake in told { print("telling .\(mistake): \(seed),") } }
    }
    #expect(untold.isEmpty, "none of the sessions 1 to \(count) tells \(untold) from the engine")
  }

  private static func told(_ mistakes: [Mistake], by seed: UInt64) throws -> [Mistake] {
    let session = try RandomSession(seed: seed)
    let right = session.asReferenceReads(nil)
    guard session.asEngineReads == right else { return [] }
    return mistakes.filter { session.asReferenceReads($0) != right }
  }
}

extension RandomSession {
  fileprivate var asEngineReads: [String] {
    AssessmentText.lines(assess(log, under: monitoringProtocol, asOf: asOf))
  }

  fileprivate func asReferenceReads(_ mistake: Mistake?) -> [String] {
    AssessmentText.lines(
      ReferenceAssessment(log, under: monitoringProtocol, asOf: asOf, mistake: mistake)
    )
  }

  /// The session, and the lines in which the two differ.
  fileprivate var account: String {
    let engine = asEngineReads
    let reference = asReferenceReads(nil)
    return
      (SessionText.lines(self)
      + engine.filter { !reference.contains($0) }.map { "only the engine: \($0)" }
      + reference.filter { !engine.contains($0) }.map { "only the reference: \($0)" })
      .joined(separator: "\n")
  }
}
