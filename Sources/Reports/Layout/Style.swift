/// How a text is laid out: its columns, its letters, and whether colour doubles the words.
package struct Style: Hashable {
  /// Columns that no line exceeds; never fewer than 40.
  package let width: Int
  /// Whether only ASCII is printed; every glyph has its plain form in `ASCIIForm`.
  package let ascii: Bool
  /// Whether words are also coloured and struck through by terminal sequences.
  package let colour: Bool

  package init(width: Int, ascii: Bool = false, colour: Bool = false) {
    self.width = max(40, width)
    self.ascii = ascii
    self.colour = colour
  }

  /// A text as it may be printed: nothing in it moves the cursor, hides or turns round.
  func shown(_ text: String) -> String {
    let safe = ShownText(text).text
    return ascii ? ASCIIForm(safe).text : safe
  }
}
