import Testing

/// A change of the wide protocol's gates, course rules or tasks that makes it bad, with the place in the
/// document, the text at which it is said, and what is said.
struct BadTerm: CustomTestStringConvertible {
  let old: String
  let new: String
  let path: String
  /// Stands once in the changed text, and begins where the refusal points.
  let at: String
  let says: String

  init(_ old: String, _ new: String, path: String, at: String, says: String) {
    self.old = old
    self.new = new
    self.path = path
    self.at = at
    self.says = says
  }

  var testDescription: String { "\(path): \(says)" }
}
