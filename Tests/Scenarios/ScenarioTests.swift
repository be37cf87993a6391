import Foundation
import Testing

/// The folder of this file; stories and controls lie beside it.
private let here = URL(filePath: #filePath).deletingLastPathComponent()

private func text(_ folder: String, _ name: String) throws -> String {
  try String(contentsOf: here.appending(path: folder).appending(path: name), encoding: .utf8)
}

private func folders(of kind: String) -> [String] {
  let names = try? FileManager.default.contentsOfDirectory(
    atPath: here.appending(path: kind).path()
  )
  return (names ?? []).sorted().map { "\(kind)/\($0)" }
}

/// The stories about what is due and about leaving.
private let ofScheduleAndLeaving = [
  "on-time-throughout", "missed-and-late-readings", "deferral-allowed-and-repeated",
  "deferral-refused-under-a-flag", "infusion-stopped-at-22", "premedication",
  "no-baseline-set", "baseline-set-late", "not-ready-at-120", "against-advice",
  "no-dose-given", "across-midnight", "spring-forward-berlin", "autumn-back-berlin",
  "spring-forward-new-york", "silent-for-twelve-hours", "late-reading-takes-back-overdue",
  "closer-while-high", "closer-slot-goes-with-its-cause", "esketamine-three-devices",
  "doubtful-value-keeps-a-slot", "closing-stops-the-clock",
]

/// A whole session of each protocol that comes with Vigil, with the rules that are its own.
private let ofEachProtocol = [
  "iv-stop-criterion", "esketamine-not-falling-not-gone", "im-booster-too-early",
  "sl-check-missed", "remote-line-and-chaperone",
]

@Suite struct `Scenarios` {
  @Test(arguments: folders(of: "Stories"))
  func `a story comes to what was worked out by hand`(_ folder: String) throws {
    let differences = try Replay.differences(
      text(folder, "story.txt"),
      text(folder, "expected.txt")
    )
    #expect(differences.isEmpty, "\(folder)\n\(differences.joined(separator: "\n"))")
  }

  @Test func `every story that is promised is there`() {
    let promised =
      [
        "quiet-session", "surge-with-repeat-and-acknowledgement", "artefact-then-good-repeat",
        "crisis-word-at-normal-pressure", "amended-cause", "late-entry-out-of-order",
        "two-sessions-at-once", "correction-the-next-day", "unverified-typed-again",
        "no-repeat-by-ten-minutes", "no-baseline", "effect-severity-and-distress",
        "acknowledge-covers-milder-and-all-never-covers-high", "undo-and-void",
        "autumn-clock-change", "ketamine-wrong-route", "sedation-and-breathing",
        "closed-by-mistake",
        "doubtful-repeat", "late-entry-joins-two-episodes",
      ] + ofScheduleAndLeaving + ofEachProtocol
    let missing = promised.filter { !folders(of: "Stories").contains("Stories/\($0)") }
    #expect(missing.isEmpty, "not there: \(missing)")
  }

  /// Each control is a story with one thing said that is not so; `difference.txt` holds the words in
  /// which the comparer has to refuse it.
  @Test(arguments: folders(of: "Controls"))
  func `a false expectation is refused`(_ folder: String) throws {
    let (story, expected) = try control(folder)
    let differences = try Replay.differences(story, expected)
    #expect(differences == [try text(folder, "difference.txt").trimmed], "\(folder)")
  }

  @Test func `every story of the schedule, of leaving and of a protocol has a control`() throws {
    #expect(folders(of: "Controls").count == 49)
    let told = Set(try folders(of: "Controls").compactMap { try falseStatement($0)?.story })
    let missing = (ofScheduleAndLeaving + ofEachProtocol).filter { !told.contains($0) }
    #expect(missing.isEmpty, "without a control: \(missing)")
  }

  /// A control says in `false.txt` which line of which story is told otherwise, or has both texts.
  private func control(_ folder: String) throws -> (String, String) {
    guard let statement = try falseStatement(folder) else {
      return try (text(folder, "story.txt"), text(folder, "expected.txt"))
    }
    let story = "Stories/\(statement.story)"
    return try statement.told(text(story, "story.txt"), text(story, "expected.txt"))
  }

  private func falseStatement(_ folder: String) throws -> FalseStatement? {
    let file = here.appending(path: folder).appending(path: "false.txt")
    guard FileManager.default.fileExists(atPath: file.path()) else { return nil }
    return try FalseStatement(text(folder, "false.txt"))
  }
}
