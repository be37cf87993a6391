import SessionRecord

/// A scale whose total score may be typed.
///
/// Only names and ranges are held, never an instrument's wording. Source of the ranges: the number of
/// items times the points of an item, as published for each.
struct KnownScale {
  /// As it is stored: lower case, `phq-9`.
  let name: String
  let range: ClosedRange<Int>
  /// The vital sign that it is, for the sedation scales that belong to a set of readings.
  let sign: VitalSign?

  /// The scale of that name, written with spaces, hyphens or together.
  init?(_ name: String) {
    guard let scale = KnownScale.table[folded(name)] else { return nil }
    self = scale
  }

  /// A numeric rating of what the patient is asked about: `nrs-pain`.
  init?(rating subject: [String]) {
    let isWords = subject.allSatisfy { word in
      !word.isEmpty && word.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }
    }
    guard isWords, !subject.isEmpty else { return nil }
    self.init("nrs-" + subject.joined(separator: "-"), 0...10)
  }

  private init(_ name: String, _ range: ClosedRange<Int>, sign: VitalSign? = nil) {
    self.name = name
    self.range = range
    self.sign = sign
  }

  static let all = [
    KnownScale("cadss", 0...92),  // 23 items of 0 to 4
    KnownScale("cadss-6", 0...24),  // 6 items of 0 to 4
    KnownScale("c-ssrs", 0...6),  // screener: the highest of six questions answered yes
    KnownScale("phq-9", 0...27),  // 9 items of 0 to 3
    KnownScale("gad-7", 0...21),  // 7 items of 0 to 3
    KnownScale("pcl-5", 0...80),  // 20 items of 0 to 4
    KnownScale("aldrete", 0...10),  // 5 items of 0 to 2
    KnownScale("padss", 0...10),  // 5 items of 0 to 2
    KnownScale("nrs", 0...10),
    KnownScale("moaas", 0...5, sign: .moaas),
    KnownScale("rass", -5...4, sign: .rass),
  ]

  private static let table = Dictionary(
    all.map { (folded($0.name), $0) },
    uniquingKeysWith: { first, _ in first }
  )
}
