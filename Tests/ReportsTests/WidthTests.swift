import SessionRecord
import Testing

@testable import Reports

struct WidthTests {
  @Test(arguments: [40, 60, 72, 80, 100, 120, 160, 200])
  func `no line is wider than the page`(width: Int) throws {
    for sample in [try SampleSession(), try HostileSession.made()] {
      for ascii in [false, true] {
        let views = try EveryView.texts(sample, style: Style(width: width, ascii: ascii))
        for (name, text) in views {
          for line in text.split(separator: "\n") {
            let columns = DisplayWidth.of(String(line))
            #expect(columns <= width, "\(name): \(columns) columns in “\(line)”")
          }
        }
      }
    }
  }

  @Test(arguments: [40, 80, 120]) func `ASCII has no byte over 127`(width: Int) throws {
    for sample in [try SampleSession(), try HostileSession.made()] {
      for (name, text) in try EveryView.texts(sample, style: Style(width: width, ascii: true)) {
        #expect(text.utf8.allSatisfy { $0 < 0x80 }, "\(name)")
      }
    }
  }

  @Test func `no view shows the program's own names`() throws {
    for (name, text) in try EveryView.texts(try SampleSession(), style: Style(width: 200)) {
      for word in ["Phrase(", "Span(", "Optional(", "nil", "EntryNumber", "Reports."] {
        #expect(!text.contains(word), "\(name) shows \(word)")
      }
    }
  }

  @Test func `narrow and wide pages say the same words`() throws {
    let file = try SampleSession().file()
    let narrow = words(TimelineText(file, style: Style(width: 80)).text)
    let wide = words(TimelineText(file, style: Style(width: 200)).text)
    #expect(narrow == wide)
  }

  private func words(_ text: String) -> [Substring] {
    text.split { $0 == " " || $0 == "\n" || $0 == "─" }
  }
}
