import Testing

/// A change that a lint finds, its one sentence, and the nearest change that it does not find.
struct LintCase: CustomTestStringConvertible, Sendable {
  typealias Change = @Sendable (inout SoundProtocol) -> Void

  let testDescription: String
  let path: String
  let says: String
  let wrong: Change
  let right: Change

  init(
    _ name: String,
    _ path: String,
    says: String,
    wrong: @escaping Change,
    right: @escaping Change
  ) {
    testDescription = name
    self.path = path
    self.says = says
    self.wrong = wrong
    self.right = right
  }
}
