import SessionRecord
import Testing

@testable import Reports

struct WidthTests {
  @Test(arguments: [40, 60, 72, 80, 100, 120, 160, 200])
  func `no line is wider than the page`(width: Int) throws {
    for (sample, view) in try EveryView.all() {
      for ascii in [false, true] {
        for (name, text) in view.texts(Style(width: width, ascii: ascii)) {
          for line in text.split(separator: "\n") {
            let columns = DisplayWidth.of(String(line))
            #expect(columns <= width, "\(sample) \(name): \(columns) columns in “\(line)”")
          }
        }
      }
    }
  }

  @Test(arguments: [40, 80, 120]) func `ASCII has no byte over 127`(width: Int) throws {
    for (sample, view) in try EveryView.all() {
      for (name, text) in view.texts(Style(width: width, ascii: true)) {
        #expect(text.utf8.allSatisfy { $0 < 0x80 }, "\(sample) \(name)")
      }
    }
  }

  @Test func `no view shows the program's own names`() throws {
    let views = try EveryView.all().filter { !$0.name.hasPrefix("hostile") }
    for (name, text) in views.flatMap({ $0.view.texts(Style(width: 200)) }) {
      for word in ["Phrase(", "Span(", "Optional(", "EntryNumber", "Reports."] {
        #expect(!text.contains(word), "\(name) shows \(word)")
      }
      #expect(!text.split { !$0.isLetter }.contains("nil"), "\(name) shows nil")
    }
  }

  @Test func `narrow and wide pages say the same words`() throws {
    let file = try SampleSession().file()
    let narrow = words(list(TimelineText(file, style: Style(width: 80)).text))
    let wide = words(list(TimelineText(file, style: Style(width: 200)).text))
    #expect(!narrow.isEmpty && narrow == wide)
  }

  /// What stands below a timeline's chart, which has fewer times where it has less room.
  private func list(_ text: String) -> String {
    let lines = text.split(separator: "\n")
    return lines.drop { $0 != "2026-11-19" }.joined(separator: "\n")
  }

  private func words(_ text: String) -> [Substring] {
    text.split { $0 == " " || $0 == "\n" || $0 == "─" }
  }
}
