import SessionRecord

/// The head of a document: the clinic, what it is and its state, its QR code, and whose it is in a box.
struct PageHead {
  let letterhead: Letterhead
  let title: String
  /// `DRAFT`; nil where the document has no state.
  var state: String?
  /// Small lines below the title.
  var lines: [Phrase] = []
  /// Lines of the box at the right, the first one large; none where it is empty.
  var box: [Phrase] = []

  var markup: Markup {
    var markup = Markup()
    markup.element("header", .class("head")) { head in
      head.line()
      head.element("div", .class("what")) { what in
        addClinic(to: &what)
        what.element("h1") { heading in
          heading.text(title)
          if let state {
            heading.text(" ")
            heading.element("span", .class(PageHead.shape(of: state)), text: state)
          }
        }
        for line in lines {
          what.line()
          what.element("p", .class("fine")) { $0.phrase(line) }
        }
      }
      head.line()
      if let mark = letterhead.mark, let code = mark.code {
        head.element("div", .class("mark")) { cell in
          QRDrawing(code: code).add(to: &cell, saying: mark.command)
        }
        head.line()
      }
      if let first = box.first {
        head.element("div", .class("whose")) { whose in
          whose.element("div", .class("box")) { box in
            box.element("p", .class("name")) { $0.phrase(first) }
            for line in self.box.dropFirst() { box.element("p") { $0.phrase(line) } }
          }
        }
        head.line()
      }
    }
    markup.line()
    return markup
  }

  /// What is struck out stands out by its shape, also without colour.
  private static func shape(of state: String) -> String {
    state == SessionHead.void ? "state void" : "state"
  }

  private func addClinic(to markup: inout Markup) {
    guard let clinic = letterhead.clinic else { return }
    markup.element("div", .class("clinic")) { head in
      if let logo = clinic.logo {
        head.void(
          "img",
          .class("logo"),
          Markup.Attribute("alt", ""),
          Markup.Attribute("src", logo.address)
        )
      }
      head.element("span", .class("lines")) { lines in
        lines.element("b", text: clinic.name)
        if let contact = clinic.contact {
          lines.void("br")
          lines.text(contact)
        }
      }
    }
    markup.line()
  }
}

extension Clinic {
  /// Address and telephone on one line; nil where there is neither.
  var contact: String? {
    let parts = address.filter { !$0.isEmpty } + [telephone.map { "tel. \($0)" }].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }
}
