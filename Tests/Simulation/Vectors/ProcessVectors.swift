/// Vectors of the rules on the record itself: further doses and unattended times.
struct ProcessVectors {
  typealias Entry = RuleVector.Entry

  let rule: VectorRule

  func vectors() throws -> [RuleVector] {
    if let minutes = rule.minutes, rule.kind == "unattended" { return unattended(minutes) }
    if let minutes = rule.soonerThan { return sooner(minutes) }
    guard rule.when == "while-high" else { throw ValueVectors.NotMade(rule: rule.id ?? "") }
    return whileHigh()
  }

  private func unattended(_ minutes: Int) -> [RuleVector] {
    let dose = Entry.dose(at: VectorClock.timeZero)
    let limit = VectorClock.after(minutes)
    return [
      RuleVector(rule, "a second short", [dose], asOf: limit - 1, raised: nil),
      RuleVector(rule, "so long", [dose], asOf: limit, raised: limit),
      RuleVector(
        rule,
        "the next entry at exactly so long",
        [dose, .note(at: limit)],
        asOf: limit + 60,
        raised: nil
      ),
      RuleVector(
        rule,
        "the next entry a second later",
        [dose, .note(at: limit + 1)],
        asOf: limit + 60,
        raised: limit,
        cleared: limit + 1
      ),
      RuleVector(
        rule,
        "counted from the last entry",
        [dose, .note(at: VectorClock.after(5))],
        asOf: limit + 300,
        raised: limit + 300
      ),
      RuleVector(
        rule,
        "without a time zero",
        [.note(at: VectorClock.timeZero)],
        asOf: limit + 600,
        raised: nil
      ),
    ]
  }

  private func sooner(_ minutes: Int) -> [RuleVector] {
    let limit = VectorClock.after(minutes)
    func vector(_ about: String, _ doses: [Int], raised: Int?) -> RuleVector {
      RuleVector(
        rule,
        about,
        ([VectorClock.timeZero] + doses).map { .dose(at: $0) },
        asOf: limit + 600,
        raised: raised
      )
    }
    return [
      vector("one dose alone", [], raised: nil),
      vector("a second too soon", [limit - 1], raised: limit - 1),
      vector("at exactly so many minutes", [limit], raised: nil),
      vector("later", [limit + 60], raised: nil),
    ]
  }

  /// What is high here is a crisis word, which is so at once under every protocol.
  private func whileHigh() -> [RuleVector] {
    let began = VectorClock.after(10)
    let further = VectorClock.after(15)
    func pain(_ at: Int, _ course: String? = nil) -> Entry {
      .effect("chest pain", at: at, course: course)
    }
    let first = Entry.dose(at: VectorClock.timeZero)
    let second = Entry.dose(at: further)
    let gone = VectorClock.after(20)
    return [
      RuleVector(
        rule,
        "the first dose",
        [pain(VectorClock.baseline), first],
        asOf: further,
        raised: nil
      ),
      RuleVector(rule, "nothing high", [first, second], asOf: further, raised: nil),
      RuleVector(
        rule,
        "while it is high",
        [first, pain(began), second],
        asOf: further,
        raised: further
      ),
      RuleVector(
        rule,
        "at the instant of raising",
        [first, pain(further), second],
        asOf: further,
        raised: further
      ),
      RuleVector(
        rule,
        "at the instant of clearing",
        [first, pain(began), pain(further, "gone"), second],
        asOf: further,
        raised: nil
      ),
      RuleVector(
        rule,
        "until nothing is high",
        [first, pain(began), second, pain(gone, "gone")],
        asOf: gone,
        raised: further,
        cleared: gone
      ),
    ]
  }
}
