/// An error as a document on one line, `vigil/error/1`, for programs that asked for JSON.
package struct ErrorJSON {
  private let code: Int32
  private let message: String
  private let hint: String?

  /// *code* is the exit code.
  package init(code: Int32, message: String, hint: String?) {
    self.code = code
    self.message = message
    self.hint = hint
  }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/error/1"),
      "error": .object([
        "code": .integer(Int(code)), "message": .string(message), "hint": .optional(hint),
      ]),
    ]).line
  }
}
