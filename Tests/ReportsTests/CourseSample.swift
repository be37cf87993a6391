import Foundation
import Monitoring
import Reports
import SessionRecord
import TestSupport

/// A course that is written here by hand: sessions three days apart by two routes, with scores and what is on
/// file; every text of it can be replaced.
struct CourseSample {
  let report: CourseReport

  /// Day 0, 10:00 UTC: 1 November 2026.
  private static func day(_ days: Int, _ hours: Int = 0) -> Instant {
    Instant(milliseconds: 1_793_527_200_000) + .hours(24 * days + hours)
  }

  init(
    sessions count: Int = 6,
    words: String = "agreed",
    withConcerns: Bool = false,
    purpose: RecordPurpose = .clinic
  ) throws {
    let course = try CourseSample.course(sessions: count, words: words)
    let rules = try SampleCourse.made(title: words)
    let asOf = CourseSample.day(3 * count, 1)
    report = CourseReport(
      course: course,
      findings: course.findings(under: rules, openingAt: nil, asOf: asOf, in: .utc),
      rules: rules,
      tasks: course.tasks(asOf: asOf),
      scales: rules.scales.map(\.scale),
      zone: .utc,
      asOf: asOf,
      purpose: purpose,
      withConcerns: withConcerns
    )
  }

  /// Of P-014, with this many sessions.
  static func course(sessions count: Int, words: String = "agreed") throws -> Course {
    let code = try PatientCode("P-014")
    let patient = Patient(
      code: code,
      identity: try Identity(
        name: words == "agreed" ? "Rivera, Alex" : words,
        birthDate: "1984-03-12"
      ),
      commitment: .zero
    )
    return Course(
      patient: patient,
      sessions: try (0..<count).map { try session($0, words) },
      log: try log(words, of: code)
    )
  }

  /// Each third one intramuscular; the fourth without a weight.
  private static func session(_ place: Int, _ words: String) throws -> CourseSession {
    let number = SessionNumber(place + 1)
    let began = day(3 * place)
    let session = Session(
      number: number,
      opening: Opening(
        patient: try PatientCode("P-014"),
        identity: .zero,
        monitoringProtocol: ProtocolReference(
          id: ProtocolID("iv-0.5-40"),
          version: "4",
          digest: .zero
        ),
        setting: .clinic,
        zone: "UTC",
        prescriber: nil
      ),
      opened: Stamp(began - .minutes(20), offsetMinutes: 0),
      closed: Stamp(began + .hours(2), offsetMinutes: 0),
      state: .closed,
      room: nil
    )
    let milligrams = 35_000 + 1_000 * place
    let given = SessionTally.GivenTotal(
      drug: "ketamine",
      route: place % 3 == 2 ? .intramuscular : .intravenous,
      firstBegan: began,
      lastBegan: began,
      isOfClass: true,
      milligramThousandths: milligrams,
      perKilogramThousandths: place == 3 ? nil : milligrams / 70,
      isIncomplete: false
    )
    let tally = SessionTally(
      flags: [
        flag(.high, place == 1), flag(.medium, place % 2 == 0), flag(.low, place % 3 == 0),
      ].compactMap(\.self),
      effects: [
        SessionTally.CountedEffect(
          name: EffectName("nausea"),
          worst: .moderate,
          isDistressing: false,
          review: place == 0 ? .expected : nil
        )
      ],
      leaving: .criteriaMet,
      timeZero: began,
      given: [given],
      rise: place == 4
        ? nil : SessionTally.PressureRise(systolic: 20_000 + place * 3_000, diastolic: 14_000),
      scores: [SessionTally.CountedScore(scale: "cadss-6", score: 4 + place, at: began)]
    )
    return CourseSession(session: session, tally: tally, afterCare: [])
  }

  private static func flag(_ priority: Priority, _ isThere: Bool) -> SessionTally.CountedFlag? {
    guard isThere else { return nil }
    return SessionTally.CountedFlag(
      rule: RuleID("bp.sys"),
      priority: priority,
      isProcess: false,
      acknowledgedAfter: nil,
      beyond: nil
    )
  }

  private static func log(_ words: String, of patient: PatientCode) throws -> [Entry] {
    let contents: [Content] = [
      .course(
        .consent(
          try Consent(document: words, version: "3", signed: "2026-10-30", offLabelTold: true)
        )
      ),
      .scale(ScaleScore(scale: "phq-9", score: 18)),
      .course(
        .laboratory(
          try LaboratoryResult(.urinary, .remarkable, day: "2026-10-30", words: words)
        )
      ),
      .course(.integration(try Integration(modality: words, minutes: 50))),
      .course(.concern(try MedicationConcern(.earlyRefill, text: "refill \(words)"))),
      .void(Voiding(of: EntryNumber(4), reason: .because(words))),
    ]
    return try contents.enumerated().map { place, content in
      let at = Stamp(day(-1, place), offsetMinutes: 0)
      return Entry(
        Draft(id: EntryID(UUID()), observed: at, author: try ClinicianCode("KO"), content: content),
        stream: .course(patient),
        number: EntryNumber(place + 1),
        commit: CommitNumber(place + 1),
        recorded: at,
        monotonic: MonotonicTime(nanoseconds: 0, boot: nil),
        record: UUID()
      )
    }
  }
}
