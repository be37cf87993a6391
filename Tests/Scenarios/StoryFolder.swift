import Foundation
import Testing

/// A story and what it comes to, as they lie in a folder beside the tests.
struct StoryFolder: CustomTestStringConvertible {
  let name: String

  var testDescription: String { name }

  private static let stories = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Stories")

  static let all: [StoryFolder] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: stories.path())
    return (names ?? []).sorted().map(StoryFolder.init)
  }()

  func prints() throws -> [StoryPrints.Print] {
    try StoryPrints(text("story.txt"), text("expected.txt")).prints
  }

  private func text(_ file: String) throws -> String {
    try String(
      contentsOf: StoryFolder.stories.appending(path: name).appending(path: file),
      encoding: .utf8
    )
  }
}
