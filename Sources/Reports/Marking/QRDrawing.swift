import Foundation
import SessionRecord

/// A QR code on paper, large enough for any telephone and small enough for a corner.
struct QRDrawing {
  let code: QRCode

  /// The side of a module, in hundredths of a millimetre: four points of a printer with 300 to the inch.
  static let module = 35

  /// Of the whole, in hundredths of a millimetre.
  var side: Int { code.side * QRDrawing.module }

  /// As a picture on a page.
  func add(to markup: inout Markup, saying command: String) {
    markup.void(
      "img",
      .class("qr"),
      Markup.Attribute("alt", "QR code: \(command)"),
      Markup.Attribute(
        "style",
        "width: \(Millimetres.text(side)); height: \(Millimetres.text(side))"
      ),
      Markup.Attribute("src", address.text)
    )
  }

  /// As an address of its own content.
  var address: DataAddress {
    DataAddress(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="\(box)" width="\(Millimetres.text(side))" \
      height="\(Millimetres.text(side))" shape-rendering="crispEdges">\
      <path fill="#000" d="\(code.path)"/></svg>
      """
    )
  }

  private var box: String { "0 0 \(code.side) \(code.side)" }
}

/// A drawing as an address that holds it, of letters that mean nothing in CSS or HTML.
struct DataAddress {
  let text: String

  init(_ svg: String) {
    text = "data:image/svg+xml;base64,\(Data(svg.utf8).base64EncodedString())"
  }
}

/// Lengths on paper.
enum Millimetres {
  /// `12.95mm` for 1,295 hundredths.
  static func text(_ hundredths: Int) -> String {
    "\(hundredths / 100).\(padded(hundredths % 100, 2))mm"
  }
}
