import SessionRecord

/// A side effect as a person would say it: `nausea moderate (6/10), worse`.
enum EffectText {
  static func effect(_ effect: SideEffect) -> Phrase {
    var phrase = Phrase(words(effect))
    if let remark = effect.remark { phrase += Phrase(" — \(remark)") }
    return phrase
  }

  /// Without the remark.
  static func words(_ effect: SideEffect) -> String {
    if effect.name.isCircumstance { return circumstance(effect) }
    if effect.course == .absent { return "no \(effect.name.text)" }
    var text = effect.name.text
    if let grade = effect.grade { text += " " + self.grade(grade) }
    if let course = effect.course { text += (effect.grade == nil ? " " : ", ") + course.word }
    if effect.distressing { text += distressing }
    if effect.isCrisis, effect.grade == nil { text += ", not graded (counts as severe)" }
    return text
  }

  /// `line lost`, and `line back` once it is.
  private static func circumstance(_ effect: SideEffect) -> String {
    guard !effect.isPresent else { return effect.name.text }
    return (effect.name.text.split(separator: " ").first.map { "\($0) " } ?? "") + "back"
  }

  /// Where the end of one should stand.
  static let notEnded = "not seen to end"

  /// Behind an effect that was typed as distressing.
  static let distressing = ", distressing"

  /// `moderate`, or `moderate (6/10)` for a rating.
  static func grade(_ grade: Grade) -> String {
    switch grade {
    case .words(let severity): severity.word
    case .rating(let rating):
      grade.severity.map { "\($0.word) (\(rating)/10)" } ?? "none (\(rating)/10)"
    }
  }
}
