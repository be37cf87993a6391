import Monitoring
import SessionRecord

/// A course as one drawing: days and intervals over lanes for each drug and route, the rise of pressure, the
/// flags and the scores.
struct CoursePicture {
  private let report: CourseReport
  private let rows: [CourseRow]
  let drawing: Drawing
  let height: Double

  static let width = 1_000.0

  init(_ report: CourseReport) {
    self.report = report
    let rows = report.rows
    self.rows = rows
    let series = report.series
    let axis = CourseAxis(
      sessions: rows.map(\.at),
      others: series.flatMap(\.scores).map(\.at)
    )
    var drawing = Drawing()
    var top = CourseDays(report, rows, axis).add(to: &drawing, top: 0)
    let lines = (from: top, axis: axis)
    var lanes = Drawing()
    for key in CourseDoseKey.all(of: rows) {
      top = CourseDoseLane(key, rows, axis).add(to: &lanes, top: top + 8)
    }
    top = CourseRiseLane(rows, axis).add(to: &lanes, top: top + 8)
    top = CourseFlagLanes(rows, axis).add(to: &lanes, top: top + 8)
    for (place, series) in series.enumerated() {
      top = CourseScoreLane(series, place: place, axis).add(to: &lanes, top: top + 8)
    }
    // What happened in one session stands on one line.
    for row in rows {
      let x = lines.axis.x(row.at)
      drawing.line(Spot(x, lines.from), Spot(x, top), .strongGrid)
    }
    drawing.append(lanes)
    if !axis.isToScale {
      top += 17
      drawing.words(
        "Sessions close to each other are drawn further apart; intervals are as written.",
        Spot(CourseAxis.left, top - 3),
        .init(anchor: .start),
        .mutedWords
      )
    }
    self.drawing = drawing
    height = top + 3
  }

  var markup: Markup {
    Plots.svg(
      drawing,
      width: CoursePicture.width,
      height: height,
      title: CourseDescription(report, rows).title,
      text: CourseDescription(report, rows).text
    )
  }
}

/// The name of a lane at the left, with what is small under it, and its frame.
struct CourseLane {
  let box: Box

  init(top: Double, height: Double) {
    box = Box(CourseAxis.left, top, to: CourseAxis.right, top + height)
  }

  /// Nothing is left out of a name: what a line does not hold goes on in the next one.
  func addFrame(_ name: String, _ remarks: [String], to drawing: inout Drawing) {
    drawing.box(box, .lane)
    let names = CourseLane.broken(name, size: 13, isBold: true)
    let notes = remarks.flatMap { CourseLane.broken($0, size: 12, isBold: false) }
    var y = box.top + 12
    for line in names {
      drawing.words(line, Spot(0, y), .init(size: 13, isBold: true, anchor: .start))
      y += 14
    }
    for line in notes {
      drawing.words(line, Spot(0, y), .init(size: 12, anchor: .start), .mutedWords)
      y += 13
    }
  }

  /// The height that name and remarks ask for.
  static func height(_ name: String, _ remarks: [String]) -> Double {
    14.0 * Double(broken(name, size: 13, isBold: true).count)
      + 13.0 * Double(remarks.flatMap { broken($0, size: 12, isBold: false) }.count) + 3
  }

  private static func broken(_ text: String, size: Double, isBold: Bool) -> [String] {
    let room = CourseAxis.left - 8
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last,
        TextWidth.of("\(last) \(word)", size: size, isBold: isBold) <= room
      {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(TextWidth.fitted(String(word), size: size, isBold: isBold, in: room))
      }
    }
    return lines
  }
}
