/// A side effect by its canonical name, lower case and singular: `nausea`, `chest pain`.
package struct EffectName: Code {
  package let text: String
  package init(_ text: String) { self.text = text }

  package static let dissociation = EffectName("dissociation")
  package static let vomiting = EffectName("vomiting")
  /// Severe, it is a crisis word; `severe headache` is typed for it, and it is stored as a headache.
  package static let headache = EffectName("headache")

  /// Words that are stored and flagged at once, with or without a grade, at any blood pressure.
  ///
  /// Source: esketamine US label 5.6 (symptoms of hypertensive crisis or encephalopathy), and the
  /// project's own additions for airway and breathing.
  package static let crises: [EffectName] = [
    "seizure", "unresponsive", "apnoea", "chest pain", "dyspnoea", "syncope", "vision loss",
    "weakness", "airway", "anaphylaxis",
  ].map(EffectName.init)

  /// The other effects that every clinic can type; a protocol adds its own.
  package static let common: [EffectName] = [
    "dissociation", "nausea", "vomiting", "headache", "dizziness", "vertigo", "confusion",
    "disorientation", "anxiety", "panic", "agitation", "distress", "flashback", "pain",
    "sedation", "hallucination", "euphoria", "blurred vision", "diplopia", "nystagmus",
    "palpitations", "paraesthesia", "dysgeusia", "salivation", "sweating", "shivering",
    "urinary", "rash", "craving",
  ].map(EffectName.init)

  /// What goes on around a remote patient: typed like an effect, and never counted as one.
  ///
  /// `line lost`, `line lost gone`; neither has a grade.
  package static let circumstances: [EffectName] = ["line lost", "chaperone away"]
    .map(EffectName.init)

  package var isCrisis: Bool { EffectName.crises.contains(self) }
  package var isCircumstance: Bool { EffectName.circumstances.contains(self) }
}

/// A grade in words.
package enum Severity: Int, Hashable, CaseIterable, Comparable {
  case mild = 1
  case moderate = 2
  case severe = 3

  package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

  package var word: String {
    switch self {
    case .mild: "mild"
    case .moderate: "moderate"
    case .severe: "severe"
    }
  }

  package init?(word: String) {
    guard let severity = Severity.allCases.first(where: { $0.word == word }) else { return nil }
    self = severity
  }
}

/// How strong an effect is: in words, or n out of ten as the patient said it.
package enum Grade: Hashable {
  case words(Severity)
  case rating(Int)

  /// A rating from 0 to 10.
  package init(rating: Int) throws(ValueRefusal) {
    guard (0...10).contains(rating) else { throw .ratingOutside(rating) }
    self = .rating(rating)
  }

  /// 1–3 mild, 4–6 moderate, 7–10 severe (bands of published numeric scales); nil for 0.
  package var severity: Severity? {
    switch self {
    case .words(let severity): severity
    case .rating(let rating):
      rating >= 7 ? .severe : rating >= 4 ? .moderate : rating >= 1 ? .mild : nil
    }
  }
}

/// How an effect goes on.
package enum EffectCourse: Int, Hashable, CaseIterable {
  case better = 1
  case worse = 2
  case same = 3
  case gone = 4
  /// Looked for and not there (`no nausea`).
  case absent = 5

  package var word: String {
    switch self {
    case .better: "better"
    case .worse: "worse"
    case .same: "same"
    case .gone: "gone"
    case .absent: "absent"
    }
  }
}

/// One observation of a side effect, or of its absence.
package struct SideEffect: Hashable {
  package let name: EffectName
  package let grade: Grade?
  package let course: EffectCourse?
  package let distressing: Bool
  package let remark: String?

  package init(
    _ name: EffectName,
    grade: Grade? = nil,
    course: EffectCourse? = nil,
    distressing: Bool = false,
    remark: String? = nil
  ) {
    self.name = name
    self.grade = grade
    self.course = course
    self.distressing = distressing
    self.remark = remark
  }

  /// False once it is gone, absent, or rated 0.
  package var isPresent: Bool {
    course != .gone && course != .absent && grade != .rating(0)
  }

  /// The severity that rules and reports use: as graded; a crisis word without a grade is severe.
  package var severity: Severity? {
    guard isPresent else { return nil }
    if let grade { return grade.severity }
    return name.isCrisis ? .severe : nil
  }

  /// A crisis word that is present, with or without a grade; a headache is one when it is severe.
  package var isCrisis: Bool {
    isPresent && (name.isCrisis || (name == .headache && severity == .severe))
  }
}
