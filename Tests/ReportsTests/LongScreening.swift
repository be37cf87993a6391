import Foundation
import Monitoring
import SessionRecord
import TestSupport

/// What the gates of a protocol find of a patient who was asked everything on the day: all clear but one
/// answer, which the prescriber went on over.
struct LongScreening {
  let findings: [GateFinding]
  let decision: GateDecision?

  /// Findings of a session that is opened at *at*, asked twenty minutes before.
  init(under rules: MonitoringProtocol, at: Instant, in zone: Zone) throws {
    let patient = try PatientCode("P-014")
    let asked = Stamp(at - .minutes(20), in: zone)
    let log = try LongScreening.contents(rules).enumerated().map { place, content in
      Entry(
        Draft(
          id: EntryID(UUID()),
          observed: asked,
          author: try ClinicianCode("KO"),
          content: content
        ),
        stream: .course(patient),
        number: EntryNumber(place + 1),
        commit: CommitNumber(place + 1),
        recorded: asked,
        monotonic: MonotonicTime(nanoseconds: 0, boot: nil),
        record: UUID()
      )
    }
    let course = Course(
      patient: Patient(
        code: patient,
        identity: try Identity(name: "Rivera, Alex", birthDate: "1984-03-12"),
        commitment: .zero
      ),
      sessions: [],
      log: log
    )
    findings =
      PatientScreening(of: course, under: rules, setting: .clinic, at: at, in: zone).findings
    let held = findings.filter(\.holds).map {
      GateDecision.Reasoned($0.gate, reason: "treated, seen in October, letter read out")
    }
    decision =
      held.isEmpty
      ? nil
      : try GateDecision(
        .prescriber,
        decidedBy: try ClinicianCode("LH"),
        isByTelephone: true,
        gates: held
      )
  }

  private static func contents(_ rules: MonitoringProtocol) throws -> [Content] {
    let answers = rules.gates.compactMap { gate -> GateAnswers.Answer? in
      guard case .answer(let clear, let needsWords, _) = gate.requirement else { return nil }
      guard gate.id != GateID("glaucoma") else {
        return GateAnswers.Answer(gate.id, .yes, words: "treated")
      }
      return GateAnswers.Answer(gate.id, clear, words: needsWords ? "sister, A. Rivera" : nil)
    }
    let day = "2026-11-16"
    let tests = try LaboratoryTest.allCases.map {
      Content.course(.laboratory(try LaboratoryResult($0, .unremarkable, day: day)))
    }
    let scores = rules.scales.map { scale in
      Content.scale(ScaleScore(scale: scale.scale.name, score: scale.scale.range.lowerBound))
    }
    let consent = try Consent(
      document: "Ketamine, off-label",
      version: "4",
      signed: day,
      offLabelTold: true
    )
    let asked: [Content] =
      answers.isEmpty
      ? [] : [.screening(.answers(try GateAnswers(answers, source: .selfReport)))]
    return asked + [.course(.consent(consent))] + tests + scores
  }
}
