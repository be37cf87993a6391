import ArgumentParser
import Monitoring
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Shows a patient's course of treatment.
struct CourseShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a patient's course: sessions, doses, peak rise, flags, intervals, scores.",
    discussion: """
      Every session that stands, in one picture and one table; below them what was given in all \
      together, what the course rules say, tasks, scores, consents and results. Amounts of two drugs or \
      two routes are never added. Concerns about how a medicine is used are shown with --concerns alone.

        vigil course show P-014
        vigil course P-014 --format html --out /tmp/course.html
        vigil course P-014 --format json --concerns
      """
  )

  @Argument(help: ArgumentHelp("Code of the patient.", valueName: "patient"))
  var patient: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "text, html, pdf or json (default: as --out ends, or text).",
      valueName: "format"
    )
  )
  var format: PageFormat?

  @Option(
    name: [.customLong("protocol")],
    help: ArgumentHelp(
      "By whose course rules (default: the protocol of the newest session).",
      valueName: "id"
    )
  )
  var protocolName: String?

  @ArgumentParser.Flag(name: .long, help: "Show concerns about how a medicine is used as well.")
  var concerns = false

  @OptionGroup var print: PrintOptions
  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let format = try PageFormat.meant(format, in: print.out, usual: .text)
    let code = try PatientCode(patient)
    let job = try Print(as: format, named: "course-\(code)", print)
    let desk = try Desk.open(record, .reading)
    let rules = try protocolName.map { try ProtocolSource(named: $0, .adopted, in: desk).read() }
    let report = try desk.courseReport(of: code, under: rules, withConcerns: concerns)
    let mark = try desk.mark(of: code, asPaper: format.hasPaper)
    let letterhead = try desk.letterhead(paper: print.paper, mark: mark)
    let style = print.style(layout)
    try job.run(noting: { desk.log(.printed, of: code.text, digest: mark?.digest) }) {
      switch format {
      case .text: CourseText(report, style: style, mark: mark).text
      case .html, .pdf: CourseHTML(report, letterhead: letterhead).text
      case .json: CourseJSON(report, mark: mark).text
      }
    }
  }
}

extension Desk {
  /// A patient's course as of now; without *rules*, by those of the protocol of the newest session.
  fileprivate func courseReport(
    of patient: PatientCode,
    under rules: MonitoringProtocol?,
    withConcerns: Bool
  ) throws -> CourseReport {
    let course = try supervision.course(of: patient)
    var bound: [RecordDigest: Session] = [:]
    for session in course.sessions.map(\.session) {
      bound[session.opening.monitoringProtocol.digest] = session
    }
    let newest = try course.sessions.last.map { try supervision.monitoringProtocol(of: $0.session) }
    let others = try bound.values.sorted { $0.number > $1.number }
      .map(supervision.monitoringProtocol(of:))
    let rules = rules ?? newest
    let (now, zone) = (Desk.now(), try zone(nil))
    return CourseReport(
      course: course,
      findings: rules.map { course.findings(under: $0, openingAt: nil, asOf: now, in: zone) } ?? [],
      rules: rules,
      tasks: course.tasks(asOf: now),
      scales: ([rules].compactMap(\.self) + others).flatMap { $0.scales.map(\.scale) },
      zone: zone,
      asOf: now,
      purpose: store.purpose,
      withConcerns: withConcerns
    )
  }
}
