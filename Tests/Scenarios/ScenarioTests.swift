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
    let promised = [
      "quiet-session", "surge-with-repeat-and-acknowledgement", "artefact-then-good-repeat",
      "crisis-word-at-normal-pressure", "amended-cause", "late-entry-out-of-order",
      "two-sessions-at-once", "correction-the-next-day", "unverified-typed-again",
      "no-repeat-by-ten-minutes", "no-baseline", "effect-severity-and-distress",
      "acknowledge-covers-milder-and-all-never-covers-high", "undo-and-void",
      "autumn-clock-change", "ketamine-wrong-route", "sedation-and-breathing", "closed-by-mistake",
      "doubtful-repeat", "late-entry-joins-two-episodes",
    ]
    let missing = promised.filter { !folders(of: "Stories").contains("Stories/\($0)") }
    #expect(missing.isEmpty, "not there: \(missing)")
  }

  /// Each control is a story with one thing said that is not so; `difference.txt` holds the words in
  /// which the comparer has to refuse it.
  @Test(arguments: folders(of: "Controls"))
  func `a false expectation is refused`(_ folder: String) throws {
    let differences = try Replay.differences(
      text(folder, "story.txt"),
      text(folder, "expected.txt")
    )
    #expect(differences == [try text(folder, "difference.txt").trimmed])
  }

  @Test func `every control is there`() {
    #expect(folders(of: "Controls").count == 11)
  }
}
