import Foundation
import TestSupport
import Testing

/// The walk of a hard day, hour by hour, typed through the program itself: hold limit, premedication, panic,
/// vomiting, cuff failure, second patient, wrong patient, handovers, power cut, correction, print, review.
@Suite struct HardDayTests {
  private static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent()

  private static func played() throws -> (run: StoryRun, program: VigilProgram)? {
    guard let clock = FakeClock.program else { return nil }
    let story = try String(
      contentsOf: folder.appendingPathComponent("hard-day.story"),
      encoding: .utf8
    )
    let program = try VigilProgram()
    var run = StoryRun(in: program, clock: clock)
    try run.play(StoryScript(story))
    return (run, program)
  }

  @Test(.enabled(if: FakeClock.program != nil, FakeClock.absent))
  func `goes as it was typed, and says what it has to say`() throws {
    let (run, program) = try #require(try Self.played())
    defer { program.discard() }
    #expect(run.faults.isEmpty, "\(run.faults.joined(separator: "\n\n"))")
    // What was typed and answered, for whoever reviews it.
    let golden = Self.folder.appendingPathComponent("hard-day.txt")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try run.transcript.write(to: golden, atomically: true, encoding: .utf8)
    }
    let kept = try String(contentsOf: golden, encoding: .utf8)
    #expect(run.transcript == kept, "UPDATE_GOLDEN=1 writes it anew")
    try expectAuthors(program)
    try expectOneSet(program)
    try expectCounts(program)
  }

  /// Each entry is by whoever typed it, also across two handovers with tablets that name another.
  private func expectAuthors(_ program: VigilProgram) throws {
    let rows = try program.must("timeline", "1", "--format", "json").output
    let entries = try JSONOutput(rows)["entries"] as? [[String: Any]] ?? []
    var onDuty = "KO"
    var handovers = 0
    for entry in entries.sorted(by: { ($0["number"] as? Int ?? 0) < ($1["number"] as? Int ?? 0) }) {
      let author = try #require(entry["author"] as? String)
      let content = try #require(entry["content"] as? [String: Any])
      let number = try #require(entry["number"] as? Int)
      let source = entry["source"] as? [String: Any]
      guard source?["kind"] as? String == "typed" else { continue }
      if author != "LH" {
        #expect(author == onDuty, "#\(number) is by \(author), and \(onDuty) is on duty")
      }
      if content["act"] as? String == "handover" {
        handovers += 1
        onDuty = try #require(content["who"] as? String)
      }
    }
    #expect(handovers == 2)
    #expect(entries.count > 60)
  }

  /// What was typed again after the power cut is there once.
  private func expectOneSet(_ program: VigilProgram) throws {
    let rows = try program.must("timeline", "1", "--vitals", "--format", "csv").output
    #expect(rows.components(separatedBy: "138,86").count == 2, "\(rows)")
  }

  /// The struck-out session is in no count, the moved one once.
  private func expectCounts(_ program: VigilProgram) throws {
    let summary = try program.must("summary", "--since", "2026-11-16").output
    #expect(summary.contains("2 sessions: "))
    #expect(summary.contains("1 more session was struck out"))
    let unreviewed = try program.must("flags", "--unreviewed", "--format", "json").output
    #expect((try JSONOutput(unreviewed)["flags"] as? [Any])?.isEmpty == true)
    let effects = try program.must("effects", "--unreviewed", "--format", "json").output
    #expect((try JSONOutput(effects)["effects"] as? [Any])?.isEmpty == true)
  }

  @Test func `a story that says what does not come is found out`() throws {
    guard let clock = FakeClock.program else { return }
    let program = try VigilProgram()
    defer { program.discard() }
    var run = StoryRun(in: program, clock: clock)
    try run.play(
      StoryScript(
        """
        ## 2026-11-17 13:00
        KO$ vigil patient add P-014 --name 'Alex Rivera'
        = nobody
        - Alex Rivera
        exit 3
        """
      )
    )
    #expect(run.faults.count == 3)
  }
}
