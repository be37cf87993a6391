import Monitoring
import SessionRecord

/// Above the lanes: each session's number and day, read from below, and between two the time that lies
/// between them.
struct CourseDays {
  private let report: CourseReport
  private let rows: [CourseRow]
  private let axis: CourseAxis

  init(_ report: CourseReport, _ rows: [CourseRow], _ axis: CourseAxis) {
    self.report = report
    self.rows = rows
    self.axis = axis
  }

  private static let type = Shape.Lettering(size: 13, anchor: .start, isUpright: true)
  private static let between = Shape.Lettering(size: 12)

  /// Gives where it ends.
  func add(to drawing: inout Drawing, top: Double) -> Double {
    let labels = rows.map { "\($0.session.number) · \(PaperDate.date(report.stamp($0.at).civil))" }
    let longest = labels.map { TextWidth.of($0, size: 13) }.max() ?? 0
    let bottom = top + longest + 6
    for (row, label) in zip(rows, labels) {
      drawing.words(label, Spot(axis.x(row.at) + 5, bottom - 2), CourseDays.type)
    }
    drawing.words("session", Spot(0, bottom - 16), .init(size: 13, isBold: true, anchor: .start))
    drawing.words("and day", Spot(0, bottom - 2), .init(size: 13, isBold: true, anchor: .start))
    return addIntervals(to: &drawing, top: bottom + 3)
  }

  private func addIntervals(to drawing: inout Drawing, top: Double) -> Double {
    let gaps = zip(rows, rows.dropFirst()).map { before, after in
      (from: axis.x(before.at), to: axis.x(after.at), words: after.intervalWords)
    }
    guard !gaps.isEmpty else { return top }
    let forms = gaps.map { CourseDays.lines($0.words, in: $0.to - $0.from - 3) }
    let isUpright = forms.contains { $0 == nil }
    let longest = gaps.map { TextWidth.of($0.words, size: 12) }.max() ?? 0
    let height = isUpright ? longest + 4 : 13.0 * Double(forms.compactMap { $0?.count }.max() ?? 1)
    drawing.words("interval", Spot(0, top + 11), .init(size: 13, isBold: true, anchor: .start))
    for (gap, lines) in zip(gaps, forms) {
      let middle = (gap.from + gap.to) / 2
      guard !isUpright else {
        drawing.words(
          gap.words,
          Spot(middle + 4, top + height - 2),
          .init(size: 12, anchor: .start, isUpright: true)
        )
        continue
      }
      for (place, line) in (lines ?? []).enumerated() {
        drawing.words(line, Spot(middle, top + 11 + 13 * Double(place)), CourseDays.between)
      }
    }
    return top + height + 4
  }

  /// On one line or two; nil where neither fits.
  private static func lines(_ words: String, in width: Double) -> [String]? {
    func fits(_ text: String) -> Bool { TextWidth.of(text, size: between.size) <= width }
    if fits(words) { return [words] }
    let parts = words.split(separator: " ").map { String($0) }
    guard parts.count == 4 else { return nil }
    let lines = ["\(parts[0]) \(parts[1])", "\(parts[2]) \(parts[3])"]
    return lines.allSatisfy(fits) ? lines : nil
  }
}
