import SessionRecord

extension LineParser {
  /// A side effect or a circumstance, to the end of the line; nil where the words name none.
  mutating func effect() throws(LineRefusal) -> Content? {
    let begun = place
    if word?.lower == "no" {
      place += 1
      let grade = takeLeadingSeverity()
      guard let name = takeEffectName() else {
        if let (name, count) = endedCircumstance {
          throw .effect(.saidTwoWays(name, line.text(begun..<place + count)))
        }
        guard let typed = word else { throw notUnderstood(line.words[begun]) }
        throw notUnderstood(typed)
      }
      guard grade == nil else { throw .effect(.absentTakesNothing(name)) }
      guard word == nil else { throw .effect(.absentTakesNothing(name)) }
      return .effect(SideEffect(name, course: .absent, remark: remark))
    }
    let severity = takeLeadingSeverity()
    if let (name, count) = endedCircumstance {
      place += count
      return .effect(try ended(name, severity: severity))
    }
    guard let name = takeEffectName() else {
      place = begun
      return nil
    }
    var detail = EffectDetail(name, grade: severity.map(Grade.words))
    while let word {
      try detail.take(word.lower, typed: word.typed)
      place += 1
    }
    return .effect(
      try detail.effect(needsGrade: context.vocabulary.needsGrade(name), remark: remark)
    )
  }

  /// How strong it is, asked after it is stored without a grade; of a crisis word the answer asks.
  func gradeQuestion(_ content: Content) -> String? {
    guard case .effect(let effect) = content, effect.isPresent, effect.grade == nil,
      context.vocabulary.isUngraded(effect.name), !effect.name.isCrisis
    else { return nil }
    let name = effect.name.text
    return "How severe? Type: \(name) mild, \(name) mod, \(name) severe, or \(name) 7/10"
  }

  /// `line back` is `line lost gone`.
  private func ended(
    _ name: EffectName,
    severity: Severity?
  ) throws(LineRefusal) -> SideEffect {
    guard severity == nil, word == nil else { throw .effect(.goneTakesNothing(name)) }
    return SideEffect(name, course: .gone, remark: remark)
  }

  /// A circumstance that the next words say is over.
  private var endedCircumstance: (name: EffectName, words: Int)? {
    for count in stride(from: min(2, end - place), to: 0, by: -1) {
      let words = line.words[place..<place + count].map(\.lower).joined()
      if let name = EffectWords.ended[folded(words)] { return (name, count) }
    }
    return nil
  }

  /// `severe` in `severe headache`, where an effect follows it.
  private mutating func takeLeadingSeverity() -> Severity? {
    guard let severity = word.flatMap({ EffectDetail.severities[$0.lower] }) else { return nil }
    place += 1
    return severity
  }

  /// The longest name that the next words are.
  mutating func takeEffectName() -> EffectName? {
    let most = min(context.vocabulary.mostEffectWords, end - place)
    for count in stride(from: most, to: 0, by: -1) {
      let name = line.words[place..<place + count].map(\.lower).joined()
      if let effect = context.vocabulary.effect(name) {
        place += count
        return effect
      }
    }
    return nil
  }
}

/// What is said of an effect after its name, in any order.
struct EffectDetail {
  static let severities: [String: Severity] = [
    "mild": .mild, "mod": .moderate, "moderate": .moderate, "severe": .severe,
  ]
  private static let courses: [String: EffectCourse] = [
    "better": .better, "worse": .worse, "same": .same, "gone": .gone,
  ]

  private let name: EffectName
  private var grade: Grade?
  private var course: EffectCourse?
  private var distressing = false

  init(_ name: EffectName, grade: Grade?) {
    self.name = name
    self.grade = grade
  }

  mutating func take(_ word: String, typed: String) throws(LineRefusal) {
    if name.isCircumstance, word != EffectCourse.gone.word {
      try refuse(word, typed: typed)
    }
    if let severity = EffectDetail.severities[word] {
      guard grade == nil else { throw .effect(.gradedTwice(name)) }
      grade = .words(severity)
    } else if let course = EffectDetail.courses[word] {
      guard self.course == nil else {
        throw .effect(name.isCircumstance ? .goneTakesNothing(name) : .twoCourses(name))
      }
      self.course = course
    } else if word == "distressing" {
      guard !distressing else { throw .effect(.notAGrade(name, typed)) }
      distressing = true
    } else if let rating = try rating(word, typed: typed) {
      guard grade == nil else { throw .effect(.gradedTwice(name)) }
      grade = rating
    } else {
      throw .effect(.notAGrade(name, typed))
    }
  }

  /// The effect; refused without a grade that it needs, unless it is gone.
  func effect(needsGrade: Bool, remark: String?) throws(LineRefusal) -> SideEffect {
    if course == .gone {
      guard grade == nil, !distressing else { throw .effect(.goneTakesNothing(name)) }
    } else if let severity = grade?.severity, name.isCircumstance {
      throw .effect(.notGraded(name, severity.word))
    } else if grade == nil, needsGrade {
      throw .effect(.gradeMissing(name))
    }
    return SideEffect(
      name,
      grade: grade,
      course: course,
      distressing: distressing,
      remark: remark
    )
  }

  /// A circumstance is so or over: every word but `gone` is refused after one.
  private func refuse(_ word: String, typed: String) throws(LineRefusal) {
    let isOfEffects =
      EffectDetail.severities[word] != nil || EffectDetail.courses[word] != nil
      || word == "distressing" || word.first?.isNumber == true
    throw .effect(isOfEffects ? .notGraded(name, typed) : .notAGrade(name, typed))
  }

  /// `6/10`; nil where the word has no digits.
  private func rating(_ word: String, typed: String) throws(LineRefusal) -> Grade? {
    guard word.first?.isNumber == true || word.contains("/") else { return nil }
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1] == "10", let rating = PlainNumber(parts[0])?.whole else {
      throw .effect(.bareDigit(name, typed))
    }
    return try checked { () throws(ValueRefusal) in try Grade(rating: rating) }
  }
}
