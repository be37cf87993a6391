import Foundation
import SessionRecord

/// A whole document for paper and screen: one file, its stylesheet in it, no script, nothing fetched.
struct PrintedPage {
  /// Of the window or the tab.
  let title: String
  let running: RunningHeads
  let letterhead: Letterhead
  /// What stands on the sheet, from `PageHead` on.
  let body: Markup
  /// Whether it is set closer on paper, so that a long session takes as few pages as it can.
  var isClose = false

  /// The HTML, with a line end at its end.
  var text: String {
    var page = Markup.document()
    page.element("html", Markup.Attribute("lang", "en")) { html in
      html.line()
      html.element("head", content: addHead)
      html.line()
      html.element("body") { sheet in
        sheet.line()
        sheet.element("main", .class(isClose ? "sheet close" : "sheet")) { main in
          main.line()
          if letterhead.isTraining { TrainingPage.add(to: &main) }
          main.add(body)
          if let mark = running.mark {
            main.element("p", .class("screen fine typed"), text: mark.typed)
            main.line()
          }
          main.element("footer", .class("screen fine")) { footer in
            footer.element("span", text: running.bottomLeft)
            footer.element(
              "span",
              text: "On paper each page says whose it is, and page n of m."
            )
          }
          main.line()
        }
        sheet.line()
      }
      html.line()
    }
    page.line()
    return page.html
  }

  private func addHead(_ head: inout Markup) {
    head.line()
    head.void("meta", Markup.Attribute("charset", "utf-8"))
    head.line()
    head.void(
      "meta",
      Markup.Attribute("http-equiv", "Content-Security-Policy"),
      Markup.Attribute("content", policy)
    )
    head.line()
    head.void(
      "meta",
      Markup.Attribute("name", "viewport"),
      Markup.Attribute("content", "width=device-width, initial-scale=1")
    )
    head.line()
    head.void(
      "meta",
      Markup.Attribute("name", "color-scheme"),
      Markup.Attribute("content", "light dark")
    )
    head.line()
    head.element("title", text: letterhead.isTraining ? "\(TrainingPage.word) · \(title)" : title)
    head.line()
    var rules = StyleRules()
    rules.add(StyleSheet.rules)
    if letterhead.isTraining { rules.add(TrainingPage.rules) }
    rules.add(ChartSVG.keyRules)
    rules.add("@media screen and (prefers-color-scheme: dark) {\n")
    rules.add(ChartSVG.darkRules)
    rules.add("}\n")
    head.style([rules, running.rules(letterhead.paper)])
    head.line()
  }

  /// Nothing is loaded; a logo and a QR code stand in the file itself.
  private var policy: String {
    "default-src 'none'; style-src 'unsafe-inline'"
      + (hasPictures ? "; img-src data:" : "")
  }

  private var hasPictures: Bool {
    letterhead.clinic?.logo != nil || letterhead.mark?.code != nil
  }
}

extension Logo {
  /// The picture as an address of its own content.
  var address: String {
    let type =
      switch kind {
      case .png: "image/png"
      case .jpeg: "image/jpeg"
      }
    return "data:\(type);base64,\(Data(bytes).base64EncodedString())"
  }
}
