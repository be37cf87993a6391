/// A story with one line of it, or of its expectation, that says what is not so: a control.
///
///     story  missed-and-late-readings
///     in     session 1 as of 14:08
///     so     kept bp 2 of 3, 1 late, 1 missed
///     false  kept bp 3 of 3, 1 late
///
/// *in* is given where the line stands in several sections; nothing after *false* leaves it out.
struct FalseStatement {
  let story: String
  private let section: String?
  private let so: String
  private let said: String

  init(_ text: String) throws(StoryDefect) {
    var words: [String: String] = [:]
    for line in text.split(separator: "\n").map({ String($0).withoutComment }) where !line.isEmpty {
      guard let key = ["story", "in", "so", "false"].first(where: { line.after($0) != nil }) else {
        throw StoryDefect("not understood: \(line)")
      }
      words[key] = line.after(key)
    }
    guard let story = words["story"], let so = words["so"], let said = words["false"] else {
      throw StoryDefect("write: story, so and false")
    }
    self.story = story
    section = words["in"]
    self.so = so.spacedOnce
    self.said = said
  }

  /// The two texts with the one line replaced, which has to be in one of them once.
  func told(_ story: String, _ expected: String) throws(StoryDefect) -> (String, String) {
    let (newStory, inStory) = section == nil ? replaced(in: story) : (story, 0)
    let (newExpected, inExpected) = replaced(in: expected)
    guard inStory + inExpected == 1 else {
      throw StoryDefect("“\(so)” is there \(inStory + inExpected) times")
    }
    return (newStory, newExpected)
  }

  private func replaced(in text: String) -> (String, Int) {
    var count = 0
    var current: String?
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let line = String(line)
      let said = line.withoutComment.spacedOnce
      if said.hasPrefix("session ") { current = said }
      guard said == so, section == nil || section == current else { return line }
      count += 1
      return self.said
    }
    return (lines.joined(separator: "\n"), count)
  }
}

extension String {
  /// With one space where there are several.
  fileprivate var spacedOnce: String { split(separator: " ").joined(separator: " ") }
}
