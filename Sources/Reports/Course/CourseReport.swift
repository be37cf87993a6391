package import Monitoring
package import SessionRecord

/// Everything that a patient's course is shown from: nothing here is computed by a view.
package struct CourseReport {
  package let course: Course
  package let findings: [CourseFinding]
  /// By whose course rules; nil where the patient has no session and no protocol was named.
  package let rules: MonitoringProtocol?
  package let tasks: [CareTask]
  /// Of the protocols that the sessions are bound to, for titles and directions.
  package let scales: [Scale]
  package let zone: Zone
  package let asOf: Instant
  /// What the record that it is in is for.
  package let purpose: RecordPurpose
  /// Whether concerns about how a medicine is used are shown; they were asked for.
  package let withConcerns: Bool

  package init(
    course: Course,
    findings: [CourseFinding],
    rules: MonitoringProtocol?,
    tasks: [CareTask],
    scales: [Scale],
    zone: Zone,
    asOf: Instant,
    purpose: RecordPurpose,
    withConcerns: Bool
  ) {
    self.course = course
    self.findings = findings
    self.rules = rules
    self.tasks = tasks
    self.scales = scales
    self.zone = zone
    self.asOf = asOf
    self.purpose = purpose
    self.withConcerns = withConcerns
  }
}

extension CourseReport {
  /// By when each was opened, then by number.
  var rows: [CourseRow] {
    let intervals = course.intervals
    return course.sessions.filter { $0.session.state != .void }
      .sorted {
        ($0.session.opened.instant, $0.session.number)
          < ($1.session.opened.instant, $1.session.number)
      }
      .map { CourseRow($0, interval: intervals[$0.session.number]) }
  }

  var now: Stamp { Stamp(asOf, in: zone) }

  func stamp(_ instant: Instant) -> Stamp { Stamp(instant, in: zone) }

  /// Scores by scale, in the order in which each first comes.
  var series: [ScoreSeries] {
    let scores = course.scores.filter { $0.at <= asOf }
    var names: [String] = []
    for score in scores where !names.contains(score.scale) { names.append(score.scale) }
    return names.map { name in
      ScoreSeries(
        name: name,
        scale: scales.scale(named: name),
        scores: scores.filter { $0.scale == name }
      )
    }
  }

  /// Entries of the course of one sort, struck out or not, in observed order.
  func entries(_ isOne: (Content) -> Bool) -> [ChartEntry] {
    course.chart.entries.filter { isOne($0.content) }.sorted {
      ($0.observed.instant, $0.number) < ($1.observed.instant, $1.number)
    }
  }
}

/// The scores on one scale, in observed order.
struct ScoreSeries {
  /// Lower case, as it is stored.
  let name: String
  /// Nil where no protocol of the course lists it.
  let scale: Scale?
  let scores: [CourseScore]

  var title: String { scale?.title ?? name }

  /// `higher is worse`.
  var direction: String {
    switch scale?.worse {
    case .higher: "higher is worse"
    case .lower: "lower is worse"
    case nil: "no protocol here says which way is worse"
    }
  }
}
