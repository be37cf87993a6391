import Monitoring
import Reports
import SessionRecord

/// Everything that this module prints for people, of one session.
enum EveryView {
  static func texts(_ sample: SampleSession, style: Style) throws -> [(name: String, text: String)]
  {
    let file = try sample.file()
    var running = sample
    running.state = .open
    let open = try running.file(asOf: "15:34")
    let flags = file.assessment.flags.map {
      SessionFlag(session: file.session, flag: $0, offsetMinutes: 60)
    }
    let effects = file.assessment.chart.effectEpisodes.map {
      SessionEffect(session: file.session, effect: $0)
    }
    let all = file.log.map(\.number)
    let none = FlagChanges(
      before: try sample.file(flags: []).assessment,
      after: file.assessment
    )
    return [
      ("timeline", TimelineText(file, style: style).text),
      ("vitals", TimelineText(file, style: style, vitalsOnly: true).text),
      ("report", SessionReportText(file, style: style).text),
      ("flags", FlagListText(flags, style: style).text),
      ("effects", EffectListText(effects, style: style).text),
      ("sessions", SessionListText([file.session], style: style).text),
      ("status", StatusText([open], now: open.assessment.asOf, style: style).text),
      ("patients", PatientListText([file.patient], style: style).text),
      ("patient", PatientText(file.patient, sessions: [file.session], style: style).text),
      ("opening", OpeningText(open, style: style).text),
      ("answer", AnswerText(file, new: all, changes: none, style: style).text),
      ("protocol", ProtocolText(file.monitoringProtocol, style: style).text),
      ("protocols", ProtocolListText([file.monitoringProtocol], style: style).text),
    ]
  }

  /// Documents and tables, for programs.
  static func files(_ sample: SampleSession) throws -> [(name: String, text: String)] {
    let file = try sample.file()
    var running = sample
    running.state = .open
    let open = try running.file(asOf: "15:34")
    let flags = file.assessment.flags.map {
      SessionFlag(session: file.session, flag: $0, offsetMinutes: 60)
    }
    let effects = file.assessment.chart.effectEpisodes.map {
      SessionEffect(session: file.session, effect: $0)
    }
    return [
      ("timeline", TimelineJSON(file).text),
      ("report", SessionReportJSON(file).text),
      ("flags", FlagListJSON(flags).text),
      ("effects", EffectListJSON(effects).text),
      ("sessions", SessionListJSON([file.session]).text),
      ("status", StatusJSON([open], now: open.assessment.asOf).text),
      ("patients", PatientListJSON([file.patient]).text),
      ("patient", PatientJSON(file.patient, sessions: [file.session]).text),
      ("protocol-list", ProtocolListJSON([file.monitoringProtocol]).text),
      ("protocol-show", ProtocolJSON(file.monitoringProtocol).text),
      ("error", ErrorJSON(code: 65, message: "“x” is not possible.", hint: "Read it again.").text),
    ]
  }

  static func tables(_ sample: SampleSession) throws -> [(name: String, text: String)] {
    let file = try sample.file()
    let flags = file.assessment.flags.map {
      SessionFlag(session: file.session, flag: $0, offsetMinutes: 60)
    }
    let effects = file.assessment.chart.effectEpisodes.map {
      SessionEffect(session: file.session, effect: $0)
    }
    return [
      ("timeline", TimelineCSV(file).text), ("flags", FlagListCSV(flags).text),
      ("effects", EffectListCSV(effects).text), ("sessions", SessionListCSV([file.session]).text),
      ("patients", PatientListCSV([file.patient]).text),
    ]
  }
}
