extension RuleVector.Entry {
  static func vitals(
    _ values: [String: String],
    at: Int,
    unverified: Bool? = nil
  ) -> RuleVector.Entry {
    var entry = RuleVector.Entry(at: at)
    entry.vitals = values
    entry.unverified = unverified
    return entry
  }

  static func effect(
    _ name: String,
    at: Int,
    grade: String? = nil,
    course: String? = nil,
    distressing: Bool? = nil
  ) -> RuleVector.Entry {
    var entry = RuleVector.Entry(at: at)
    entry.effect = name
    entry.grade = grade
    entry.course = course
    entry.distressing = distressing
    return entry
  }

  static func scale(
    _ name: String,
    _ score: Int,
    items: [Int]? = nil,
    at: Int
  ) -> RuleVector.Entry {
    var entry = RuleVector.Entry(at: at)
    entry.scale = name
    entry.score = score
    entry.items = items
    return entry
  }

  /// The protocol's own drug.
  static func dose(at: Int, over: Int? = nil) -> RuleVector.Entry {
    var entry = RuleVector.Entry(at: at)
    entry.dose = "own"
    entry.over = over
    return entry
  }

  static func infusion(_ event: String, at: Int) -> RuleVector.Entry {
    var entry = RuleVector.Entry(at: at)
    entry.infusion = event
    return entry
  }

  static func note(at: Int) -> RuleVector.Entry {
    var entry = RuleVector.Entry(at: at)
    entry.note = true
    return entry
  }
}

/// Where the vectors have their fixed points, in seconds after opening.
enum VectorClock {
  static let baseline = 300
  static let timeZero = 600

  /// So many minutes after time zero.
  static func after(_ minutes: Int) -> Int { timeZero + minutes * 60 }

  /// Where the first value stands that a rule judges at any time.
  static let first = after(10)
}

/// Thousandths as a decimal in words, without zeros that say nothing: `39.1`, `-2`.
func decimalWords(_ thousandths: Int) -> String {
  let size = abs(thousandths)
  var fraction = String(1_000 + size % 1_000).dropFirst()
  while fraction.last == "0" { fraction.removeLast() }
  return (thousandths < 0 ? "-" : "") + String(size / 1_000)
    + (fraction.isEmpty ? "" : "." + fraction)
}
