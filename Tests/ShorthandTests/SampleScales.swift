import SessionRecord

/// The scales of the tests' clinic.
///
/// Source of the ranges: the number of items times the points of an item, as published for each.
enum SampleScales {
  static let all = [
    sum("cadss", 23, 0...4), sum("cadss-6", 6, 0...4),
    // The highest of six questions answered yes.
    Scale(name: "c-ssrs", title: "C-SSRS", range: 0...6),
    sum("phq-9", 9, 0...3), sum("gad-7", 7, 0...3), sum("pcl-5", 20, 0...4),
    sum("aldrete", 5, 0...2, worse: .lower), sum("padss", 5, 0...2, worse: .lower),
    Scale(name: "nrs", title: "NRS", range: 0...10),
    Scale(
      name: "itq",
      title: "ITQ",
      range: 0...2,
      scoring: .itq,
      items: TraumaQuestionnaire.items
    ),
    // Made up: below zero, of one item, and in three words.
    sum("mood", 4, -2...2, worse: .lower), sum("one", 1, 0...3),
    Scale(name: "sleep-night-2", title: "Sleep", range: 0...3),
    Scale(name: "moaas", title: "MOAA/S", range: 0...5, worse: .lower, sign: .moaas),
    Scale(name: "rass", title: "RASS", range: -5...4, sign: .rass),
  ]

  private static func sum(
    _ name: String,
    _ count: Int,
    _ points: ClosedRange<Int>,
    worse: Scale.Direction = .higher
  ) -> Scale {
    Scale(
      name: name,
      title: name.uppercased(),
      range: count * points.lowerBound...count * points.upperBound,
      worse: worse,
      items: Scale.Items(count: count, points: points)
    )
  }
}
