import SessionRecord

/// Data for another program, and what was asked for it as the record's log of accesses says it.
struct Export {
  /// `flags --since 2026-11-01 --patient P-014`.
  let asked: String

  /// *options* are those that narrow it, with what was given for each.
  init(_ name: String, _ options: [(String, String?)] = [], flags: [(String, Bool)] = []) {
    let given = options.compactMap { option, value in value.map { "\(option) \($0)" } }
    asked = ([name] + given + flags.compactMap { $0.1 ? $0.0 : nil }).joined(separator: " ")
  }

  /// Notes it, then writes it.
  func give(_ text: String, from desk: Desk) {
    desk.log(.exported, of: asked)
    Output.data(text)
  }
}
