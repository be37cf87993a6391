import SessionRecord

/// A side effect as a file writes it, with its severity.
struct WrittenEffect {
  let name: String
  let severity: String?

  /// Refused where the name is not one of *effects*, or the severity none that is known.
  func effect(
    among effects: Set<EffectName>,
    remark: String?
  ) throws(RowDefect) -> SideEffect {
    let known = EffectName(name.lowercased())
    guard effects.contains(known) else {
      throw RowDefect("unknown effect “\(name)”; put it under note")
    }
    guard let severity else { return SideEffect(known, remark: remark) }
    switch severity.lowercased() {
    case "gone": return SideEffect(known, course: .gone, remark: remark)
    case "absent": return SideEffect(known, course: .absent, remark: remark)
    case "mod": return SideEffect(known, grade: .words(.moderate), remark: remark)
    case let word:
      guard let grade = Severity(word: word).map(Grade.words) ?? rating(word) else {
        throw RowDefect(
          "severity “\(severity)” is none of mild, moderate, severe, 0/10 to 10/10, gone"
        )
      }
      return SideEffect(known, grade: grade, remark: remark)
    }
  }

  /// `7/10`.
  private func rating(_ text: String) -> Grade? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1] == "10", (1...2).contains(parts[0].utf8.count),
      parts[0].utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let rating = Int(parts[0])
    else { return nil }
    return try? Grade(rating: rating)
  }
}
