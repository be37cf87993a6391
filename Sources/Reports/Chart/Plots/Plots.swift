import SessionRecord

/// What the small plots of a summary share.
enum Plots {
  /// They use the same classes as the chart.
  static let darkRules = ChartSVG.darkRules

  static let bar = Paint(name: "sev1", fill: "#c4ced5", stroke: Paint.frameGrey, width: 0.9)
  static let nothing = "Nothing to show."

  /// One drawing with its words for whoever does not see it.
  static func svg(
    _ drawing: Drawing,
    width: Double,
    height: Double,
    title: String,
    text: String
  ) -> Markup {
    var markup = Markup()
    markup.element(
      "svg",
      .class("chart plot"),
      .init("viewBox", "0 0 \(SVGNumber.text(width)) \(SVGNumber.text(height))"),
      .init("width", "100%"),
      .init("role", "img"),
      .init("font-family", ChartSVG.font)
    ) { svg in
      svg.line()
      svg.element("title", text: title)
      svg.line()
      svg.element("desc", text: text)
      svg.line()
      drawing.add(to: &svg)
    }
    return markup
  }

  /// The drawing of a plot without anything in it.
  static func empty(width: Double, title: String) -> Markup {
    var drawing = Drawing()
    drawing.words(nothing, Spot(0, 14), .init(anchor: .start), .mutedWords)
    return svg(drawing, width: width, height: 20, title: title, text: nothing)
  }

  /// The part of *length* that a count is of the greatest one.
  static func share(_ count: Int, of most: Int, _ length: Double) -> Double {
    most <= 0 ? 0 : Double(max(0, count)) / Double(most) * length
  }
}
