/// What a reader does not keep to for one input: said by a test, and where fuzzing ends.
package struct BrokenPromise: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }

  /// Ends here with a sentence unless it holds.
  package static func unless(
    _ holds: Bool,
    _ sentence: @autoclosure () -> String
  ) throws(BrokenPromise) {
    guard holds else { throw BrokenPromise(sentence()) }
  }
}
