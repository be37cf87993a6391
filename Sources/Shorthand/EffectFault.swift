package import SessionRecord

/// What is wrong with a side effect.
package enum EffectFault: Hashable, LineFaultText {
  case gradeMissing(EffectName)
  case gradedTwice(EffectName)
  case twoCourses(EffectName)
  /// A number that is not out of ten.
  case bareDigit(EffectName, String)
  case notAGrade(EffectName, String)
  /// `no nausea` with a grade or a course.
  case absentTakesNothing(EffectName)
  case goneTakesNothing(EffectName)
  /// A circumstance with a word that grades an effect or says how it goes on.
  case notGraded(EffectName, String)
  /// `no line back`: that it is still lost, or that it is not.
  case saidTwoWays(EffectName, String)

  var problem: String {
    switch self {
    case .gradeMissing(let name): "How strong is the \(name)?"
    case .gradedTwice(let name): "The \(name) is graded twice."
    case .twoCourses(let name): "The \(name) goes on in two ways at once."
    case .bareDigit(let name, let typed):
      "“\(typed)” does not grade the \(name): effects are graded in words or as n/10."
    case .notAGrade(let name, let typed): "“\(typed)” is not understood after “\(name)”."
    case .absentTakesNothing(let name): "“no \(name)” takes nothing but a remark after --."
    case .goneTakesNothing(let name): "“\(name) gone” takes nothing but a remark after --."
    case .notGraded(let name, let typed):
      "“\(typed)” cannot be said of “\(name)”: it is so, or it is over."
    case .saidTwoWays(_, let typed): "“\(typed)” can be read in two ways."
    }
  }

  var remedy: String? {
    switch self {
    case .gradeMissing(let name):
      "Write \(name) and mild, mod or severe, or n/10; or \(name) gone, or no \(name)."
    case .gradedTwice(let name): "Write one grade, as \(name) mod."
    case .twoCourses(let name): "Write better, worse, same or gone, as \(name) mod better."
    case .bareDigit(let name, _): "Write \(name) mild, mod or severe, or as \(name) 6/10."
    case .notAGrade(let name, let typed)
    where name.isCrisis || name == .vomiting || name.isCircumstance:
      "Write \(name) alone; other words stand after --, as \(name) -- \(typed)"
    case .notAGrade(let name, let typed):
      "Write mild, mod or severe, or n/10, then better, worse, same or gone. "
        + "Other words after --, as \(name) mod -- \(typed)"
    case .notGraded(let name, _), .saidTwoWays(let name, _):
      "Write \(name) while it is so, or \(name) gone once it is over."
    case .absentTakesNothing(let name) where name.isCircumstance:
      "Write no \(name), or \(name)."
    case .goneTakesNothing(let name) where name.isCircumstance:
      "Write \(name) gone, or \(name) while it is so."
    case .absentTakesNothing(let name): "Write no \(name), or \(name) mild."
    case .goneTakesNothing(let name): "Write \(name) gone, or \(name) mild better."
    }
  }
}
