import Monitoring
import SessionRecord

/// The picture of a course in words, for whoever does not see it.
struct CourseDescription {
  private let report: CourseReport
  private let rows: [CourseRow]

  init(_ report: CourseReport, _ rows: [CourseRow]) {
    self.report = report
    self.rows = rows
  }

  /// `Course of P-014: 6 sessions from 2 Nov 2026 to 20 Nov 2026`.
  var title: String {
    let code = report.course.patient.code
    guard let first = rows.first, let last = rows.last else { return "Course of \(code)" }
    return "Course of \(code): \(counted(rows.count, "session")) from \(day(first.at)) to "
      + day(last.at)
  }

  var text: String {
    let parts = rows.map { row in
      let doses = row.given.map { given in
        let key = CourseDoseKey.all(of: rows).first { $0.isOf(given) }
        return "\(given.words) \(key?.words(given) ?? given.milligramWords)"
      }
      var words = "Session \(row.session.number) on \(day(row.at))"
      if row.interval != nil { words += ", after \(row.intervalWords)" }
      words += ": \(doses.isEmpty ? "no dose" : doses.joined(separator: ", "))"
      words += ", rise \(row.riseWords == "–" ? "not known" : row.riseWords)"
      return words + ", flags \(row.flags(.high)) high, \(row.flags(.medium)) medium, "
        + "\(row.flags(.low)) low."
    }
    let scores = report.series.map { series in
      "\(series.title), \(series.direction): "
        + series.scores.map { String($0.score) }.joined(separator: ", ") + "."
    }
    return (parts + scores).joined(separator: " ")
  }

  private func day(_ instant: Instant) -> String { PaperDate.date(report.stamp(instant).civil) }
}
