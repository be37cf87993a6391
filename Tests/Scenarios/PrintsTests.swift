import Foundation
import Testing

/// What is printed of every story, in every format, as files to be reviewed.
@Suite struct `Prints` {
  @Test(arguments: StoryFolder.all)
  func `of a story are as they were reviewed`(_ story: StoryFolder) throws {
    for print in try story.prints() {
      let name = "\(story.name)-\(print.session)"
      try GoldenPrint.check(print.text, "\(name).txt")
      try GoldenPrint.check(print.readableHTML, "\(name).html")
      try GoldenPrint.check(print.readableJSON, "\(name).json")
    }
  }

  @Test func `are the same at each run`() throws {
    let story = StoryFolder(name: "two-sessions-at-once")
    let first = try story.prints()
    let second = try story.prints()
    #expect(first.count == 2)
    #expect(first.map(\.text) == second.map(\.text))
    #expect(first.map(\.html) == second.map(\.html))
    #expect(first.map(\.json) == second.map(\.json))
  }

  @Test(.disabled(if: GoldenPrint.isUpdating, "the files are being written"))
  func `have a story each, and no file is left over`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: GoldenPrint.folder.path())
    let stories = Set(StoryFolder.all.map(\.name))
    #expect(stories.count >= 40)
    let told = names.map { name in name.prefix { $0 != "." }.split(separator: "-").dropLast() }
      .map { $0.joined(separator: "-") }
    #expect(Set(told) == stories)
  }
}
