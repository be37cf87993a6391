import SessionRecord
import Testing

@testable import Reports

/// What somebody typed, or another system wrote, never acts on the terminal that shows it.
struct HostileTextTests {
  @Test(arguments: [false, true]) func `reaches no page raw`(ascii: Bool) throws {
    let style = Style(width: 80, ascii: ascii)
    for (name, text) in try EveryView.all().flatMap({ $0.view.texts(style) }) {
      expectSafe(text, name, lineBreaks: ["\n"])
      // A line break of the text would begin a line of its own with these words.
      #expect(!text.split(separator: "\n").contains { $0.hasPrefix("SESSION CLOSED") }, "\(name)")
    }
  }

  @Test func `leaves only our own sequences in a coloured page`() throws {
    let style = Style(width: 80, colour: true)
    for (name, text) in try EveryView.all().flatMap({ $0.view.texts(style) }) {
      var rest = text[...]
      while let escape = rest.firstIndex(of: "\u{1B}") {
        let sequence = rest[escape...].prefix { $0 != "m" } + "m"
        let ours = ["0", "1", "9", "1;7", "1;33", "36"].map { "\u{1B}[\($0)m" }
        #expect(ours.contains(String(sequence)), "\(name): \(sequence.debugDescription)")
        rest = rest[rest.index(after: escape)...]
      }
      expectSafe(text.filter { $0 != "\u{1B}" }, name, lineBreaks: ["\n"])
    }
  }

  @Test func `reaches no document and no table raw`() throws {
    let views = try EveryView.all().map(\.view)
    for (name, text) in try views.flatMap({ try $0.files() }) {
      expectSafe(text, name, lineBreaks: ["\n"])
    }
    for (name, text) in views.flatMap(\.tables) {
      expectSafe(text, name, lineBreaks: ["\n", "\r"])
    }
  }

  private func expectSafe(_ text: String, _ name: String, lineBreaks: Set<Unicode.Scalar>) {
    let unsafe = text.unicodeScalars.filter { scalar in
      guard !lineBreaks.contains(scalar) else { return false }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: return true
      default: return false
      }
    }
    #expect(unsafe.isEmpty, "\(name): \(unsafe.map { String($0.value, radix: 16) })")
  }
}
