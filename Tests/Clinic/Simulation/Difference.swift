import SessionRecord

/// The record is not what the model says.
package struct Difference: Error, CustomStringConvertible {
  let what: String
  let expected: String
  let found: String

  package var description: String {
    "\(what)\n  expected: \(expected)\n  found:    \(found)"
  }

  init(_ what: String, expected: Any, found: Any) {
    self.what = what
    self.expected = Difference.short(expected)
    self.found = Difference.short(found)
  }

  private static func short(_ value: Any) -> String {
    let text = "\(value)"
    return text.count <= 3_000 ? text : "\(text.prefix(3_000))…"
  }
}

/// Refuses to go on where the two are not the same.
func require<Value: Equatable>(
  _ what: @autoclosure () -> String,
  _ expected: Value,
  is found: Value
) throws(Difference) {
  guard expected == found else {
    throw Difference(what(), expected: expected, found: found)
  }
}

/// The same of two lists, of which the first items that differ are told.
func require<Item: Equatable>(
  _ what: @autoclosure () -> String,
  _ expected: [Item],
  are found: [Item]
) throws(Difference) {
  guard expected != found else { return }
  for (place, item) in expected.enumerated() where place < found.count && found[place] != item {
    throw Difference("\(what()), at place \(place + 1)", expected: item, found: found[place])
  }
  let shorter = min(expected.count, found.count)
  throw Difference(
    "\(what()): \(expected.count) expected, \(found.count) found",
    expected: Array(expected.dropFirst(shorter)),
    found: Array(found.dropFirst(shorter))
  )
}
