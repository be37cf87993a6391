import Foundation
import Monitoring
import SessionRecord
import TestSupport
import Testing

@testable import Reports

/// One session in which every text that a person can type is the same one, as its page.
enum HostilePage {
  static let checker = PythonScript(
    URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Schemas/check_hostile.py"),
    needs: ["html5lib"]
  )

  /// Amended, with a schedule, criteria and a decision, under a protocol of the clinic's own words.
  static func file(_ text: String) throws -> SessionFile {
    var sample = try HostileSession.made(text)
    try addLeaving(text, to: &sample.log)
    let rules = try rules(text)
    let file = try sample.file(asOf: "15:40")
    let known = file.assessment
    return SessionFile(
      session: Session(
        number: file.session.number,
        opening: try opening(text, like: file.session.opening),
        opened: file.session.opened,
        closed: file.session.closed,
        state: file.session.state,
        room: try opening(text, like: file.session.opening).room
      ),
      patient: file.patient,
      monitoringProtocol: rules,
      log: file.log,
      assessment: Assessment(
        chart: known.chart,
        asOf: known.asOf,
        timeZero: known.timeZero,
        baseline: known.baseline,
        extremes: known.extremes,
        flags: known.flags,
        schedule: assess(file.log, under: rules, asOf: known.asOf).schedule
      ),
      zone: file.zone,
      adoption: Adoption(
        id: file.session.opening.monitoringProtocol.id,
        version: text,
        digest: .zero,
        by: try ClinicianCode("LH"),
        at: file.session.opened,
        remark: text
      )
    )
  }

  static func html(_ text: String) throws -> String {
    let file = try file(text)
    let line = String(text.prefix(Clinic.longestLine))
    return SessionReportHTML(
      file,
      letterhead: Letterhead(
        clinic: try Clinic(
          name: line,
          address: [line, line],
          telephone: line,
          logo: Logo([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        ),
        printed: Stamp(file.assessment.asOf, in: file.zone),
        version: "0.1.0",
        heads: ChainHeads(now: .zero, closed: .zero)
      )
    ).text
  }

  private static func opening(_ text: String, like old: Opening) throws -> Opening {
    Opening(
      patient: old.patient,
      identity: old.identity,
      monitoringProtocol: ProtocolReference(
        id: old.monitoringProtocol.id,
        version: text,
        digest: .zero
      ),
      setting: old.setting,
      zone: old.zone,
      prescriber: old.prescriber,
      indication: text,
      room: text,
      weight: old.weight
    )
  }

  /// The title of the protocol, of its groups, criteria and phases, the words of its rules and scales.
  private static func rules(_ text: String) throws -> MonitoringProtocol {
    let planned = try ScheduledSession.hostile(text)
    let kinds = try EveryKind.made(words: text)
    return MonitoringProtocol(
      id: planned.id,
      version: text,
      title: text,
      settings: planned.settings,
      formulary: planned.formulary,
      addedEffects: [EffectName(text)],
      baseline: planned.baseline,
      scales: kinds.scales,
      news2: kinds.news2,
      rules: kinds.rules,
      schedule: planned.schedule,
      leaving: planned.leaving,
      sources: ["S1": text],
      notice: text
    )
  }

  private static func addLeaving(_ text: String, to log: inout SampleLog) throws {
    try log.add(
      "15:36",
      .leaving(
        .answers(
          try CriteriaAnswers([
            .init(CriterionID("escort"), isMet: true, words: text),
            .init(CriterionID("gait"), isMet: false),
          ])
        )
      )
    )
    try log.add(
      "15:37",
      .leaving(
        .decision(
          try LeavingDecision(
            .againstAdvice(reason: text, witness: text),
            decidedBy: try ClinicianCode("LH"),
            unmet: [.init(CriterionID("gait"), missing: text, reason: text)],
            escort: text,
            instructions: text,
            readyMinute: 118
          )
        )
      )
    )
  }
}
