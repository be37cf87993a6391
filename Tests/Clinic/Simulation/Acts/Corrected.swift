import SessionRecord

/// The complete new content of a corrected entry.
enum Corrected {
  /// What the change names, and the rest as it was; nil where it is of another kind.
  static func content(_ old: Content, changedBy change: Content) throws -> Content? {
    switch (old, change) {
    case (.vitals(let old), .vitals(let new)):
      var readings = old.readings
      for (sign, reading) in new.readings { readings[sign] = reading }
      return .vitals(
        try Vitals(
          readings,
          isConfusionExpected: old.isConfusionExpected,
          remark: new.remark ?? old.remark
        )
      )
    case (.effect(let old), .effect(let new)):
      guard old.name == new.name else { return change }
      // The simulation names a grade in every such correction.
      return .effect(
        SideEffect(
          new.name,
          grade: new.grade,
          course: new.course ?? (old.isPresent ? old.course : nil),
          distressing: new.distressing || old.distressing,
          remark: new.remark ?? old.remark
        )
      )
    case (.note, .note): return change
    default: return nil
    }
  }

  /// What was verified before stays so, unless the correction names it; a pressure is a pair.
  static func keeping(_ old: Content, in new: Content, changedBy change: Content) -> Content {
    guard case .vitals(let was) = old, case .vitals(let now) = new,
      case .vitals(let named) = change
    else { return new }
    var doubtful = Set(now.unverified)
    for (sign, reading) in was.readings where reading.isVerified {
      let pair: [VitalSign] = [.systolic, .diastolic]
      let touched = pair.contains(sign) ? pair : [sign]
      if !touched.contains(where: { named.readings[$0] != nil }) { doubtful.remove(sign) }
    }
    return .vitals(now.marking(unverified: doubtful))
  }
}
