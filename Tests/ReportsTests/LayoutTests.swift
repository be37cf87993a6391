import SessionRecord
import Testing

@testable import Reports

struct LayoutTests {
  @Test func `breaks at spaces and keeps what belongs together`() {
    var page = Page(Style(width: 40))
    page.add("one two three four five six seven HR\u{A0}92/min and more", after: "#18 14:05 ")
    #expect(
      page.lines == [
        "#18 14:05 one two three four five six", "          seven HR 92/min and more",
      ]
    )
  }

  @Test func `breaks a word only where it is longer than a line`() {
    var page = Page(Style(width: 40))
    page.add(Phrase(String(repeating: "x", count: 50)))
    #expect(page.lines.map(\.count) == [40, 10])
  }

  @Test func `strikes out in words, and in colour only beside them`() {
    var plain = Page(Style(width: 40))
    plain.add(Phrase("HR 48", .struck) + " HR 84")
    #expect(plain.text == "~~HR 48~~ HR 84")
    var coloured = Page(Style(width: 40, colour: true))
    coloured.add(Phrase("HR 48", .struck) + " HR 84")
    #expect(coloured.text == "\u{1B}[9m~~HR 48~~\u{1B}[0m HR 84")
  }

  @Test func `ends colour at the end of each line`() {
    var page = Page(Style(width: 40, colour: true))
    page.add(Phrase("a word that is struck out over more than one line of it", .struck))
    #expect(page.lines.count == 2)
    for line in page.lines {
      #expect(line.hasPrefix("\u{1B}[9m") && line.hasSuffix("\u{1B}[0m"))
    }
  }

  @Test func `breaks words inside columns, never values off the edge`() {
    var table = Table([.init("What"), .init("Number", number: true)])
    table.add([Phrase("a long account of what happened here"), "12"])
    #expect(
      table.lines(Style(width: 40)) == [
        "What                              Number", "a long account of what happened       12",
        "here",
      ]
    )
  }

  @Test func `no width is under forty`() { #expect(Style(width: 3).width == 40) }
}
