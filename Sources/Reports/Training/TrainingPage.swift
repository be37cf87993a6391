/// The mark on a page of a training record: a line in its head, and a word across every sheet.
///
/// A fixed element is printed on each page by Chromium and by WeasyPrint.
enum TrainingPage {
  static let word = "TRAINING"

  static let rules: StaticString = """
    .training { font-weight: bold; color: #a8320a; border: 1px solid #a8320a; padding: 1px 6px; }
    .watermark {
      position: fixed; top: 42%; left: 0; right: 0; margin: 0; text-align: center;
      font: bold 84pt/1 "Liberation Sans", Arial, Helvetica, sans-serif;
      letter-spacing: 0.08em; color: #a8320a; opacity: 0.13; transform: rotate(-30deg);
    }

    """

  static func add(to markup: inout Markup) {
    markup.element("p", .class("training"), text: TrainingMark.line)
    markup.line()
    markup.element(
      "div",
      .class("watermark"),
      Markup.Attribute("aria-hidden", "true"),
      text: word
    )
    markup.line()
  }
}
