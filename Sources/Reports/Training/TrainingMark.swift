/// What is shown of a record that is for training, marked as such, whatever its form.
///
/// The forms are ours and are told apart by how they begin: a document of JSON with its brace, a table of
/// CSV by its CRLF, a page of HTML, which carries its own mark, by its declaration. Anything else is text.
package struct TrainingMark {
  private let marked: String
  private let screen: String

  /// *screen* is what a terminal is sent before a text, and stays before it.
  package init(_ text: String, after screen: String = "") {
    let isDrawn = !screen.isEmpty && text.hasPrefix(screen)
    marked = isDrawn ? String(text.dropFirst(screen.count)) : text
    self.screen = isDrawn ? screen : ""
  }

  package static let line = "TRAINING RECORD: for practice, of no real patient."

  package var text: String {
    if marked.hasPrefix("{") { return JSONMember("purpose", "\"training\"").added(to: marked) }
    if marked.hasPrefix("<!DOCTYPE html>") { return marked }
    if let end = marked.unicodeScalars.firstIndex(of: "\n"),
      marked.unicodeScalars[..<end].last == "\r"
    {
      return table
    }
    return screen + TrainingMark.line + "\n" + marked
  }

  /// With a last column; no field of ours holds a line end.
  private var table: String {
    let rows = marked.unicodeScalars.split(separator: "\r").map { String($0) }
    let lines = rows.map { $0.hasPrefix("\n") ? String($0.unicodeScalars.dropFirst()) : $0 }
      .filter { !$0.isEmpty }
    return lines.enumerated().map { place, line in
      line + (place == 0 ? ",training" : ",yes") + "\r\n"
    }.joined()
  }
}

/// A member of a document that is written already.
struct JSONMember {
  private let key: String
  private let value: String

  /// *value* as it is written, with its quotes.
  init(_ key: String, _ value: String) {
    self.key = key
    self.value = value
  }

  /// The document with the member at its place among the sorted keys, over several lines or on one.
  func added(to document: String) -> String {
    let bytes = Array(document.utf8)
    let isOnOneLine = bytes.count < 2 || bytes[1] != UInt8(ascii: "\n")
    let written = "\"\(key)\":" + (isOnOneLine ? "" : " ") + value
    var depth = 0
    var quoteBegan: Int?
    var isKey = false
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if let began = quoteBegan {
        if byte == UInt8(ascii: "\\") {
          place += 1
        } else if byte == UInt8(ascii: "\"") {
          quoteBegan = nil
          if isKey, depth == 1 {
            let known = String(decoding: bytes[(began + 1)..<place], as: UTF8.self)
            // A document that says it of its own accord.
            if known == key { return document }
            if known > key {
              let separator = isOnOneLine ? "," : ",\n  "
              return String(decoding: bytes[..<began], as: UTF8.self) + written + separator
                + String(decoding: bytes[began...], as: UTF8.self)
            }
            isKey = false
          }
        }
      } else {
        switch byte {
        case UInt8(ascii: "\""): quoteBegan = place
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          depth += 1
          isKey = byte == UInt8(ascii: "{")
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        case UInt8(ascii: ",") where depth == 1: isKey = true
        default: break
        }
      }
      place += 1
    }
    // Every document of ours has a member after it, its schema.
    return document
  }
}
