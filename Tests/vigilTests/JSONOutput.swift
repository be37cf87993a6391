import Foundation

/// A JSON output of the program, for tests that ask what it holds.
struct JSONOutput {
  let value: Any

  init(_ text: String) throws {
    value = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
  }

  /// Every text in it, at any depth; keys are not among them.
  var texts: [String] { JSONOutput.texts(in: value) }

  /// The member of an object, or of the objects inside it: `["session", "number"]`.
  subscript(path: String...) -> Any? {
    path.reduce(value as Any?) { found, key in (found as? [String: Any])?[key] }
  }

  /// The objects of a list that is a member.
  func objects(_ key: String) -> [[String: Any]] { self[key] as? [[String: Any]] ?? [] }

  private static func texts(in value: Any) -> [String] {
    if let text = value as? String { return [text] }
    if let list = value as? [Any] { return list.flatMap(texts) }
    if let object = value as? [String: Any] { return object.values.flatMap(texts) }
    return []
  }
}

extension VigilProgram {
  /// The session's entries by number, each with everything that the JSON says of it.
  func entries(of session: String = "1") throws -> [[String: Any]] {
    try JSONOutput(must("timeline", session, "--format", "json").output).objects("entries")
      .sorted { ($0["number"] as? Int ?? 0) < ($1["number"] as? Int ?? 0) }
  }

  /// The flags across sessions, without their sessions.
  func flags(_ options: String...) throws -> [[String: Any]] { try flags(options) }

  func flags(_ options: [String]) throws -> [[String: Any]] {
    let outcome = try run(["flags", "--format", "json"] + options)
    return try JSONOutput(outcome.output).objects("flags").compactMap {
      $0["flag"] as? [String: Any]
    }
  }

  func entryCount(of session: String = "1") throws -> Int { try entries(of: session).count }
}
