import Monitoring
import Reports
import SessionRecord

/// Everything that this module prints, of one session.
struct EveryView {
  let file: SessionFile
  /// A session that is still open, as the answers are given about it.
  let open: SessionFile

  init(_ sample: SampleSession) throws {
    file = try sample.file()
    var running = sample
    running.state = .open
    open = try running.file(asOf: "15:34")
  }

  init(_ file: SessionFile, open: SessionFile) {
    self.file = file
    self.open = open
  }

  /// The sample without a schedule, and a session with one, each also with what acts on a terminal.
  static func all() throws -> [(name: String, view: EveryView)] {
    let rules = try ScheduledSession.small()
    let hostile = try ScheduledSession.hostile(HostileSession.text)
    return [
      ("sample", try EveryView(SampleSession())),
      ("hostile", try EveryView(HostileSession.made())),
      ("scheduled", try scheduled(under: rules, "LH")),
      ("hostile scheduled", try scheduled(under: hostile, HostileSession.text)),
      ("scored", try scored(ScoredSession(), remark: nil)),
      (
        "hostile scored",
        try scored(ScoredSession(words: HostileSession.text), remark: HostileSession.text)
      ),
      ("attended", try AttendedSession().view),
      ("hostile attended", try AttendedSession(words: HostileSession.text).view),
    ]
  }

  /// Left with reasons and open overdue: what the sample does not have.
  private static func scheduled(
    under rules: MonitoringProtocol,
    _ words: String
  ) throws -> EveryView {
    var left = try ScheduledSession.answered(under: rules)
    let decision = try LeavingDecision(
      .againstAdvice(reason: words, witness: words),
      decidedBy: try ClinicianCode("LH"),
      unmet: [.init(CriterionID("gait"), missing: words, reason: words)],
      escort: words,
      instructions: words,
      readyMinute: 118
    )
    try left.acknowledge("15:33", 1, flag: .slot(minutes: 20), of: "overdue.bp")
    try left.add("15:34", .deferred(Deferral(.scale("cadss-6"), reason: words)))
    try left.leave("15:34", decision)
    var open = try ScheduledSession.beforeDose(under: rules)
    try open.add("13:16", .note(words))
    try open.add("13:20", try ScheduledSession.ketamine())
    try open.add("13:26", .infusion(.pause))
    return EveryView(try left.file(), open: try open.file(asOf: "13:46"))
  }

  /// Adopted, once with a reason.
  private static func scored(_ session: ScoredSession, remark: String?) throws -> EveryView {
    var adopted = session
    adopted.adoption = try session.adopted(remark: remark)
    let file = try adopted.file()
    return EveryView(file, open: file)
  }

  private var rules: MonitoringProtocol { file.monitoringProtocol }
  private var bound: [RecordDigest: MonitoringProtocol] {
    [file.session.opening.monitoringProtocol.digest: rules]
  }
  private var adoptions: [Adoption] { [file.adoption].compactMap(\.self) }

  /// All of its flags would be gained, under its own protocol, and the same were there but one.
  private var replay: ReplayDifference {
    let found = file.assessment.flags.filter { $0.retractedBy == nil }
    return ReplayDifference([
      SessionDifference(file.session, before: [], after: found),
      SessionDifference(file.session, before: found, after: Array(found.dropLast())),
    ])
  }

  private var difference: ProtocolDifference {
    ProtocolDifference(from: open.monitoringProtocol.with([], []), to: rules)
  }

  private var findings: [ProtocolFinding] {
    [
      ProtocolFinding(path: "rules", problem: rules.title, remedy: rules.title),
      ProtocolFinding(path: rules.title, problem: "It can never be raised."),
    ]
  }

  private var listed: [ListedProtocol] {
    [
      ListedProtocol(rules, adoption: file.adoption),
      ListedProtocol(rules, adoption: file.adoption, isReplaced: true), ListedProtocol(rules),
    ]
  }

  private var flags: [SessionFlag] {
    file.assessment.flags.map {
      SessionFlag(session: file.session, flag: $0, offsetMinutes: 60)
    }
  }

  private var effects: [SessionEffect] {
    file.assessment.chart.effectEpisodes.filter { !$0.name.isCircumstance }.map {
      SessionEffect(session: file.session, effect: $0)
    }
  }

  func texts(_ style: Style) -> [(name: String, text: String)] {
    let now = open.assessment.asOf
    return [
      ("timeline", TimelineText(file, style: style).text),
      ("timeline of the open one", TimelineText(open, style: style).text),
      ("chart", ChartText(file, style: style).text),
      ("chart of the open one", ChartText(open, style: style).text),
      ("vitals", TimelineText(file, style: style, vitalsOnly: true).text),
      ("report", SessionReportText(file, style: style).text),
      ("report of the open one", SessionReportText(open, style: style).text),
      ("flags", FlagListText(flags, style: style).text),
      ("flags under it", FlagListText(flags, under: bound, style: style).text),
      ("effects", EffectListText(effects, style: style).text),
      ("sessions", SessionListText([file.session], style: style).text),
      ("status", StatusText([open], now: now, style: style).text),
      ("board", BoardText([open], asOf: Stamp(now, in: open.zone), style: style).text),
      (
        "small board",
        BoardText([open], asOf: Stamp(now, in: open.zone), rows: 6, style: style).text
      ),
      ("due", DueText([open], now: now, style: style).text),
      ("due, all", DueText([open], now: now, all: true, style: style).text),
      ("leaving", LeavingText(file, style: style).text),
      ("leaving of the open one", LeavingText(open, style: style).text),
      ("patients", PatientListText([file.patient], style: style).text),
      ("patient", PatientText(file.patient, sessions: [file.session], style: style).text),
      ("opening", OpeningText(open, style: style).text),
      ("answer", answer(file, style)), ("answer about the open one", answer(open, style)),
      ("protocol", ProtocolText(rules, adoption: file.adoption, style: style).text),
      ("protocols", ProtocolListText(listed, style: style).text),
      ("difference", ProtocolDifferenceText(difference, style: style).text),
      ("findings", ProtocolFindingsText(findings, in: rules.title, style: style).text),
      ("replay", ReplayText(replay, of: rules, under: bound, style: style).text),
      ("summary", SummaryText(review, titles, of: scope, style: style).text),
    ]
  }

  /// The answer to all of a session at once, as if nothing had been known of it.
  private func answer(_ file: SessionFile, _ style: Style) -> String {
    let known = file.assessment
    let nothing = Assessment(
      chart: known.chart,
      asOf: known.asOf,
      timeZero: nil,
      baseline: [:],
      extremes: [:],
      flags: []
    )
    return AnswerText(
      file,
      new: file.log.map(\.number),
      changes: FlagChanges(before: nothing, after: known),
      style: style
    ).text
  }

  /// Documents, for programs, by the name of their schema.
  func files() throws -> [(name: String, text: String)] {
    let now = open.assessment.asOf
    return [
      ("timeline", TimelineJSON(file).text),
      ("report", SessionReportJSON(file, letterhead: try MarkSamples.letterhead(file)).text),
      ("report", SessionReportJSON(open).text),
      ("flags", FlagListJSON(flags).text),
      ("flags", FlagListJSON(flags, under: bound, adoptions: adoptions).text),
      ("effects", EffectListJSON(effects, adoptions: adoptions).text),
      ("sessions", SessionListJSON([file.session], adoptions: adoptions).text),
      ("status", StatusJSON([open], now: now).text),
      ("board", BoardJSON([open], asOf: Stamp(now, in: open.zone)).text),
      ("due", DueJSON([open], now: now, all: true).text),
      ("leaving", LeavingJSON(file).text),
      ("leaving", LeavingJSON(open).text),
      ("patients", PatientListJSON([file.patient]).text),
      ("patient", PatientJSON(file.patient, sessions: [file.session]).text),
      ("protocol-list", ProtocolListJSON(listed).text),
      ("protocol-show", ProtocolJSON(rules, adoption: file.adoption).text),
      ("protocol-diff", ProtocolDifferenceJSON(difference).text),
      ("replay", ReplayJSON(replay, of: rules, under: bound).text),
      ("summary", SummaryJSON(review, titles, of: scope, mark: try MarkSamples.mark(file)).text),
      ("error", ErrorJSON(code: 65, message: "“x” is not possible.", hint: "Read it again.").text),
    ]
  }

  var tables: [(name: String, text: String)] {
    [
      ("replay", ReplayCSV(replay, of: rules).text),
      ("timeline", TimelineCSV(file).text), ("flags", FlagListCSV(flags).text),
      ("effects", EffectListCSV(effects).text), ("sessions", SessionListCSV([file.session]).text),
      ("patients", PatientListCSV([file.patient]).text),
      ("summary", SummaryCSV(review, titles, of: scope).text),
    ]
  }
}
