import SessionRecord

extension SideEffect {
  var line: String? {
    guard course != .absent else {
      guard grade == nil, !distressing else { return nil }
      return "no \(name)\(afterDashes(remark))"
    }
    if name.isCircumstance {
      guard grade == nil, !distressing, course == nil || course == .gone else { return nil }
    }
    let needsGrade = !name.isCircumstance && course != .gone && !name.isCrisis && name != .vomiting
    guard grade != nil || !needsGrade, course != .gone || (grade == nil && !distressing) else {
      return nil
    }
    var words = [name.text]
    switch grade {
    case .words(let severity): words.append(severity.word)
    case .rating(let rating): words.append("\(rating)/10")
    case nil: break
    }
    if let course { words.append(course.word) }
    if distressing { words.append("distressing") }
    return words.joined(separator: " ") + afterDashes(remark)
  }
}
