import Reports
import SessionRecord
import Testing

/// The patient monitoring form of a whole session and of an empty one, as files to be read.
struct REMSGoldenTests {
  @Test func `prints the form of a session with three devices`() throws {
    let file = try NasalSession.whole().file()
    let head = try NasalSession.letterhead(try NasalSession.clinic())
    let style = Style(width: 80)
    try Golden.check(
      REMSFormText(file, style: style, letterhead: head).text,
      "rems-80.txt"
    )
    try Golden.check(sheet(of: REMSFormHTML(file, letterhead: head).text), "rems.html")
    try Golden.check(REMSFormJSON(file, letterhead: head).text, "rems.json")
  }

  @Test func `prints the form of a session in which nothing was given`() throws {
    let file = try NasalSession().file()
    try Golden.check(
      REMSFormText(file, style: Style(width: 80), letterhead: NasalSession.letterhead()).text,
      "rems-empty-80.txt"
    )
  }
}
