import Foundation
import Monitoring
import SessionRecord
import Testing

/// Writes the page's figures; `scripts/alert-burden` says to which page.
@Suite struct AlertBurdenTests {
  private static let page = ProcessInfo.processInfo.environment["VIGIL_ALERT_BURDEN"]

  @Test(.enabled(if: page != nil, "scripts/alert-burden runs it"))
  func `the figures of the page are those of this run`() async throws {
    let environment = ProcessInfo.processInfo.environment
    let path = try #require(Self.page)
    let sessions = try #require(environment["VIGIL_ALERT_BURDEN_SESSIONS"].flatMap(Int.init))
    let seed = try #require(environment["VIGIL_ALERT_BURDEN_SEED"].flatMap(UInt64.init))
    let run = try await BurdenRun(sessions: sessions, seed: seed)
    let old = try String(contentsOfFile: path, encoding: .utf8)
    let new = try BurdenPage(run: run).replacing(in: old)
    try new.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == new)
  }
}
