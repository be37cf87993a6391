import Monitoring
import SessionRecord

/// The sample plan with a gate, a course rule and a task of every kind, made by hand; its numbers mean
/// nothing.
enum SampleCourse {
  static func made(title: String = "blood pressure") throws -> MonitoringProtocol {
    let kinds = try EveryKind.made()
    return try SamplePlan.made(title: title).with(
      scales: kinds.scales,
      gates: gates(title),
      course: course(title),
      afterCare: afterCare(title)
    )
  }

  private static let cited = Basis(.cited, sources: ["S2", "S16"])
  private static let proposed = Basis(.proposed, sources: [])

  private static func gates(_ title: String) -> [Gate] {
    let kinds: [(GateLevel?, GateLevel?, GateRequirement)] = [
      (.hard, .hard, .answer(clear: .yes, needsWords: true, validity: .day)),
      (.soft, .hard, .answer(clear: .no, needsWords: false, validity: .days(90))),
      (.info, nil, .answer(clear: .no, needsWords: false, validity: .days(1))),
      (.hard, .hard, .age(years: 18)), (.hard, .hard, .consent(days: 365)),
      (.soft, .soft, .consent(days: nil)), (.soft, .soft, .tests([.ecg, .liver], days: 60)),
      (.soft, .soft, .scores(["phq-9", "itq"], days: 28)), (nil, .required, .contact),
      (
        .hard, .hard,
        .rules([RuleID("bp.sys.crit"), RuleID("bp.sys.rise")], repeatAfter: .minutes(5))
      ),
    ]
    return kinds.enumerated().map { place, kind in
      Gate(
        id: GateID("g\(place + 1)"),
        title: title,
        level: kind.0,
        remoteLevel: kind.1,
        requirement: kind.2,
        basis: place == 0 ? cited : proposed
      )
    }
  }

  private static func course(_ title: String) -> [CourseRule] {
    let kinds: [(Priority, GateLevel?, CourseCondition)] = [
      (.medium, .soft, .interval(.hours(48))), (.medium, nil, .frequency(most: 3, days: 7)),
      (.low, .hard, .count(6)), (.low, .info, .amount(thousandths: 2_500, days: 30)),
      (.high, nil, .escalation(percent: 25, runs: 3)),
      (.medium, nil, .test(.urinary, days: nil, sessions: 4)),
      (.low, nil, .test(.liver, days: 90, sessions: nil)),
      (.low, nil, .test(.renal, days: 1, sessions: 1)), (.medium, nil, .remarkable(.urinary)),
      (.medium, nil, .concern(days: 90)),
      (.info, nil, .outcome(scale: "phq-9", points: 5, percent: 20, sessions: 6)),
      (.info, nil, .outcome(scale: "itq", points: 1, percent: nil, sessions: 4)),
    ]
    return kinds.enumerated().map { place, kind in
      CourseRule(
        id: RuleID("course.\(place + 1)"),
        title: title,
        priority: kind.0,
        gate: kind.1,
        condition: kind.2,
        basis: place == 0 ? cited : proposed
      )
    }
  }

  private static func afterCare(_ title: String) -> [AfterCareTask] {
    let steps = [
      AfterCareTask.Growth(after: .hours(120), priority: .medium),
      AfterCareTask.Growth(after: .hours(168), priority: .high),
    ]
    return [
      task("call", title, .dose, .followUp, steps),
      task("talk", title, .dose, .integration, []),
      task("week", title, .dose, .scores(["phq-9", "itq"]), []),
      task("report", title, .serious, .followUp, []),
    ]
  }

  private static func task(
    _ id: String,
    _ title: String,
    _ occasion: AfterCareTask.Occasion,
    _ closing: AfterCareTask.Closing,
    _ grows: [AfterCareTask.Growth]
  ) -> AfterCareTask {
    AfterCareTask(
      id: TaskID(id),
      title: title,
      occasion: occasion,
      opens: .hours(2),
      due: .hours(168),
      grows: grows,
      closing: closing,
      basis: proposed
    )
  }
}
