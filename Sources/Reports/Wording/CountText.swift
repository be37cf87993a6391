import SessionRecord

/// A number with its noun: `1 session`, `2 sessions`.
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

/// The same for a noun with a plural of its own: `1 criterion`, `3 criteria`.
func counted(_ number: Int, _ noun: String, _ plural: String) -> String {
  "\(number) \(number == 1 ? noun : plural)"
}

/// Flags by number: `flag 4`, `flags 2, 4`.
func numbered(_ flags: [FlagNumber]) -> String {
  (flags.count == 1 ? "flag " : "flags ")
    + flags.map { String($0.value) }.joined(separator: ", ")
}
