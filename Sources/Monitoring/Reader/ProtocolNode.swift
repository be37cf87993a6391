import SessionRecord

/// A value of a protocol's document, with what an error about it needs.
struct ProtocolNode {
  let value: JSONValue
  let path: DocumentPath
  let document: Document

  /// The text that is read, and its name.
  struct Document {
    let bytes: [UInt8]
    let file: String
  }

  func refusal(_ reason: String) -> ProtocolRefusal {
    TextPlace(of: value.offset, in: document.bytes)
      .refusal(reason, at: path, in: document.file)
  }

  func expected(_ expected: String) -> ProtocolRefusal {
    refusal("Expected \(expected), found \(value.found).")
  }

  /// The same, with the nearest of the words that would have been right.
  func expected(_ expected: String, near: String?) -> ProtocolRefusal {
    guard let near else { return self.expected(expected) }
    return refusal("Expected \(expected), found \(value.found); the nearest is “\(near)”.")
  }

  /// An object with these keys and no others.
  func object(keys: [String]) throws(ProtocolRefusal) -> ProtocolObject {
    try anyObject().allowing(keys)
  }

  /// An object with any keys; its comments are read over.
  func anyObject() throws(ProtocolRefusal) -> ProtocolObject {
    guard case .object(let members) = value.kind else { throw expected("an object") }
    for member in members where member.isComment {
      guard case .string = member.value.kind else {
        throw ProtocolNode(value: member.value, path: path.key(member.key), document: document)
          .expected("a comment in quotation marks")
      }
    }
    return ProtocolObject(node: self, members: members.filter { !$0.isComment })
  }

  func list() throws(ProtocolRefusal) -> [ProtocolNode] {
    guard case .array(let elements) = value.kind else { throw expected("a list") }
    return elements.enumerated().map { place, element in
      ProtocolNode(value: element, path: path.index(place), document: document)
    }
  }

  func string() throws(ProtocolRefusal) -> String {
    guard case .string(let text) = value.kind else {
      throw expected("a text in quotation marks")
    }
    return text
  }

  /// Words for people: at most so many characters, on one line.
  func words(
    _ what: String,
    most: Int,
    mayBeEmpty: Bool = false
  ) throws(ProtocolRefusal) -> String {
    let text = try string()
    guard mayBeEmpty || !text.isEmpty else { throw expected(what) }
    guard text.utf8.count <= most || text.count <= most else {
      throw refusal("This is longer than \(most) characters.")
    }
    guard !text.unicodeScalars.contains(where: breaksLine) else {
      throw refusal("This holds a line break or another control character.")
    }
    return text
  }

  /// A key that people and programs use: at least one and at most so many letters, digits, `.`, `-` or `_`.
  func key(_ what: String, most: Int = 64) throws(ProtocolRefusal) -> String {
    let text = try string()
    guard !text.isEmpty, text.utf8.count <= most, text.utf8.allSatisfy(isKeyByte) else {
      throw expected("\(what) of 1 to \(most) letters, digits, . - or _")
    }
    return text
  }

  /// A name as it is typed: lower case, words apart by one space.
  func name(_ what: String) throws(ProtocolRefusal) -> String {
    let text = try words(what, most: 64)
    // Nearly every name is of plain letters, which need no look at Unicode's tables.
    let isPlain =
      text.utf8.allSatisfy { (0x61...0x7A).contains($0) }
      || (text.allSatisfy { $0.isLetter || $0.isNumber || " -".contains($0) }
        && text == text.lowercased()
        && !text.split(separator: " ", omittingEmptySubsequences: false).contains(""))
    guard isPlain else {
      throw expected("\(what) in lower case, its words apart by one space")
    }
    return text
  }

  /// One of a closed set of words.
  func word<Value>(_ choices: [(String, Value)]) throws(ProtocolRefusal) -> Value {
    let words = choices.map(\.0)
    let expected = words.count == 1 ? "“\(words[0])”" : "one of \(words.joined(separator: ", "))"
    guard case .string(let text) = value.kind else { throw self.expected(expected) }
    guard let choice = choices.first(where: { $0.0 == text }) else {
      let near = words.count > 1 ? nearestName(to: text, among: words) : nil
      throw self.expected(expected, near: near)
    }
    return choice.1
  }

  func truth() throws(ProtocolRefusal) -> Bool {
    guard case .boolean(let truth) = value.kind else { throw expected("true or false") }
    return truth
  }

  /// A decimal number in thousandths, within a range of thousandths.
  func number(_ what: String, in range: ClosedRange<Int>) throws(ProtocolRefusal) -> Int {
    guard case .number(let text) = value.kind else { throw expected(what) }
    guard let number = thousandths(of: text) else {
      throw expected("\(what) with at most three decimals and nine digits before the point")
    }
    guard range.contains(number) else {
      throw expected("\(what) from \(decimal(range.lowerBound)) to \(decimal(range.upperBound))")
    }
    return number
  }

  func wholeNumber(_ what: String, in range: ClosedRange<Int>) throws(ProtocolRefusal) -> Int {
    let wide = (range.lowerBound * 1_000)...(range.upperBound * 1_000)
    let number = try number(what, in: wide)
    guard number % 1_000 == 0 else { throw expected("\(what), whole") }
    return number / 1_000
  }

  /// The elements of a list, none of them twice.
  func distinct<Value: Equatable>(
    _ read: (ProtocolNode) throws(ProtocolRefusal) -> Value
  ) throws(ProtocolRefusal) -> [Value] {
    var values: [Value] = []
    for element in try list() {
      let value = try read(element)
      guard !values.contains(value) else {
        throw element.refusal("\(element.value.found) is listed twice.")
      }
      values.append(value)
    }
    return values
  }

  /// A control character, or one of Unicode's line and paragraph separators.
  private func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: true
    default: false
    }
  }

  private func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }
}
