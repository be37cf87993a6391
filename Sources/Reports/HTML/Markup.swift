/// A piece of a page: elements, and text that is escaped as it comes in.
///
/// Names of elements and attributes are written in the source, so that nothing typed by a person can
/// become one; text and values pass through `ShownText` and are escaped here and nowhere else.
struct Markup {
  /// A name of the source and a value that is escaped.
  struct Attribute {
    fileprivate let name: StaticString
    fileprivate let value: String

    init(_ name: StaticString, _ value: String) {
      self.name = name
      self.value = value
    }

    static func `class`(_ name: String) -> Attribute { Attribute("class", name) }
  }

  private(set) var html = ""

  /// An element with what *content* puts into it.
  mutating func element(
    _ name: StaticString,
    _ attributes: Attribute...,
    content: (inout Markup) -> Void = { _ in }
  ) {
    begin(name, attributes)
    html += ">"
    content(&self)
    html += "</"
    html += name.text
    html += ">"
  }

  /// An element with attributes of which there may be more or fewer.
  mutating func element(
    _ name: StaticString,
    all attributes: [Attribute],
    content: (inout Markup) -> Void = { _ in }
  ) {
    begin(name, attributes)
    html += ">"
    content(&self)
    html += "</"
    html += name.text
    html += ">"
  }

  /// An element of HTML that has no content and no end: `br`, `meta`, `img`.
  mutating func void(_ name: StaticString, _ attributes: Attribute...) {
    begin(name, attributes)
    html += ">"
  }

  /// An element with one text.
  mutating func element(_ name: StaticString, _ attributes: Attribute..., text: String) {
    begin(name, attributes)
    html += ">"
    self.text(text)
    html += "</"
    html += name.text
    html += ">"
  }

  /// Words as they may be shown, escaped.
  mutating func text(_ text: String) { Markup.escape(ShownText(text).text, into: &html) }

  /// Words with their ink: strong, struck out, by priority.
  mutating func phrase(_ phrase: Phrase) {
    for span in phrase.spans {
      switch span.ink {
      case .plain: text(span.text)
      case .strong: element("b", text: span.text)
      case .struck: element("s", text: span.text)
      case .high: element("b", .class("high"), text: span.text)
      case .medium: element("b", .class("medium"), text: span.text)
      case .low: element("span", .class("low"), text: span.text)
      }
    }
  }

  mutating func add(_ other: Markup) { html += other.html }

  /// A line end between elements, for whoever reads the source.
  mutating func line() { html += "\n" }

  /// The beginning of a document.
  static func document() -> Markup {
    var markup = Markup()
    markup.html = "<!DOCTYPE html>\n"
    return markup
  }

  /// The stylesheet of a document.
  mutating func style(_ rules: [StyleRules]) {
    html += "<style>\n"
    for rules in rules { html += rules.text }
    html += "</style>"
  }

  private mutating func begin(_ name: StaticString, _ attributes: [Attribute]) {
    html += "<"
    html += name.text
    for attribute in attributes {
      html += " "
      html += attribute.name.text
      html += "=\""
      Markup.escape(ShownText(attribute.value).text, into: &html)
      html += "\""
    }
  }

  private static func escape(_ text: String, into html: inout String) {
    guard text.utf8.contains(where: isSpecial) else {
      html += text
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      case "'": html += "&#39;"
      default: html.unicodeScalars.append(scalar)
      }
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }
}

extension StaticString {
  /// The literal, as text.
  fileprivate var text: String { "\(self)" }
}
