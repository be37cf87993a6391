import Monitoring
import Reports
import SessionRecord
import Testing

/// A session with all that stands round a dose: gates that held and who decided, a hold limit, two rooms,
/// who came and went, paper and copied entries, reviews, an addendum, and what is of a course alone.
///
/// Every text that a person writes is *words* with a number of its own, so that each can be found.
struct AttendedSession {
  /// After the session was closed, reviewed and amended.
  let file: SessionFile
  /// Before the dose, held by a limit on which nobody decided.
  let held: SessionFile
  /// Every text that a person wrote, in the order of the entries.
  let texts: [String]

  var view: EveryView { EveryView(file, open: held) }

  init(words: String = "letter read out", purpose: RecordPurpose = .clinic) throws {
    var writing = Writing(words: words)
    let rules = try SampleCourse.made(title: words == "letter read out" ? "blood pressure" : words)
    var session = try AssessedSession(under: rules)
    try AttendedSession.open(&session, &writing)
    let before = try session.file(asOf: "13:12")
    try AttendedSession.attend(&session, &writing)
    try AttendedSession.close(&session, &writing)
    try AttendedSession.addCourse(&session, &writing)
    texts = writing.written
    held = try AttendedSession.with(before, .open, purpose, words)
    file = try AttendedSession.with(try session.file(asOf: "15:30"), .amended, purpose, words)
  }

  /// Numbers each text.
  private struct Writing {
    let words: String
    private(set) var written: [String] = []

    init(words: String) { self.words = words }

    mutating func next() -> String {
      written.append("\(words) t\(written.count + 1)t")
      return written[written.count - 1]
    }
  }

  // MARK: - Before the dose

  private static func open(_ session: inout AssessedSession, _ writing: inout Writing) throws {
    let prescriber = try ClinicianCode("LH")
    try session.add("13:00", .screening(.findings(findings(&writing))))
    try session.add(
      "13:00",
      .screening(
        .decision(
          try GateDecision(
            .prescriber,
            decidedBy: prescriber,
            isByTelephone: true,
            gates: [.init(GateID("g1"), reason: writing.next())]
          )
        )
      )
    )
    try session.add(
      "13:00",
      .screening(
        .decision(
          try GateDecision(
            .observer,
            decidedBy: try ClinicianCode("KO"),
            isByTelephone: false,
            gates: [
              .init(GateID("g2"), reason: writing.next()), .init(GateID("g6"), reason: "confirmed"),
            ]
          )
        )
      )
    )
    try session.add("13:02", .presence(.arrives(prescriber, role: writing.next())))
    try session.add("13:05", try ScheduledSession.full(184, 90, 72), source: .paper)
    try session.add("13:11", try ScheduledSession.full(186, 91, 72))
  }

  private static func findings(_ writing: inout Writing) -> [GateFinding] {
    let mine = "self-report, asked 2026-11-19 by KO"
    let all: [(String, GateLevel, GateAnswer, Bool, String, Int?)] = [
      ("g1", .hard, .unknown, true, "unknown (\(writing.next())), \(mine)", 1),
      ("g2", .soft, .notAsked, true, "not asked", nil),
      ("g3", .info, .no, false, "no, \(mine)", 1), ("g8", .soft, .no, false, "no, \(mine)", 1),
      ("g4", .hard, .yes, false, "42 years old", nil),
      ("g6", .soft, .no, true, "no ECG on file", nil),
      ("g10", .hard, .notAsked, false, "by the readings before the dose", nil),
      ("course.1", .soft, .no, false, "71 h since the last dose", nil),
      ("course.2", .info, .yes, false, "4 sessions in 7 days with this one", nil),
    ]
    return all.map { gate, level, answer, holds, basis, entry in
      GateFinding(
        gate: GateID(gate),
        level: level,
        answer: answer,
        holds: holds,
        basis: basis,
        entry: entry.map { EntryNumber($0) }
      )
    }
  }

  // MARK: - The dose and after

  private static func attend(_ session: inout AssessedSession, _ writing: inout Writing) throws {
    try session.add(
      "13:14",
      .screening(
        .decision(
          try GateDecision(
            .prescriber,
            decidedBy: try ClinicianCode("LH"),
            isByTelephone: false,
            gates: [.init(GateID("g10"), reason: writing.next())]
          )
        )
      ),
      by: "LH"
    )
    try session.add(
      "13:20",
      try ScheduledSession.full(138, 84, 70),
      source: .copy(of: SessionNumber(118), EntryNumber(4))
    )
    try session.add("13:22", .assigned(room: writing.next()))
    try session.add("13:30", try ScheduledSession.ketamine())
    try session.add("13:30", .check(by: "MB"))
    try session.add(
      "13:31",
      .waste(Waste(try Amount(thousandths: 14_000, .milligram), witness: writing.next()))
    )
    try session.add("13:40", try ScheduledSession.full(172, 99, 80))
    try session.add("13:41", try vitals([.heartRate: 190], doubtful: [.heartRate]))
    let doubted = try #require(session.log.entries.last?.number)
    try session.add(
      "13:45",
      .effect(SideEffect(EffectName("nausea"), grade: .words(.moderate), remark: writing.next()))
    )
    try session.add(
      "13:46",
      .presence(
        .handover(
          Handover(
            to: try ClinicianCode("MB"),
            flags: [FlagNumber(1), FlagNumber(2)],
            unverified: [doubted],
            due: writing.next(),
            remark: writing.next()
          )
        )
      )
    )
    try session.add("13:47", .presence(.leaves(try ClinicianCode("KO"))), by: "MB")
    try session.add("13:48", .verification(of: doubted), by: "MB")
    try session.add("14:40", try ScheduledSession.full(126, 80, 70), by: "MB")
  }

  // MARK: - Closed

  private static func close(_ session: inout AssessedSession, _ writing: inout Writing) throws {
    let flags = try session.assessment(asOf: "14:41").flags
    let nausea = try #require(
      session.log.entries.first { $0.content.kind == .effect }?.number
    )
    try session.add("15:00", .closed, by: "MB")
    try session.add(
      "15:10",
      .screening(.countersignature(of: EntryNumber(3), words: writing.next())),
      by: "LH"
    )
    let named = flags.prefix(1).map {
      Acknowledgement.Named(number: $0.number, flag: $0.identity)
    }
    try session.add(
      "15:12",
      .review(
        try Review(
          .flags(named),
          verdict: .serious,
          followUp: writing.next(),
          text: writing.next()
        )
      ),
      by: "LH"
    )
    try session.add(
      "15:13",
      .review(try Review(.effects([nausea]), verdict: .expected, text: writing.next())),
      by: "LH"
    )
    try session.add("15:14", .addendum(writing.next()), by: "LH")
    try session.add("15:15", .addendum(writing.next()), by: "LH")
    let last = try #require(session.log.entries.last?.number)
    try session.add("15:16", .void(Voiding(of: last, reason: .because(writing.next()))), by: "LH")
    for direction in Move.Direction.allCases {
      try session.add(
        "15:17",
        .moved(
          try Move(
            direction,
            session: SessionNumber(118),
            entries: [EntryNumber(4)],
            reason: writing.next()
          )
        ),
        by: "LH"
      )
    }
  }

  /// What the record keeps in the stream of a course, and a view is able to show all the same.
  private static func addCourse(_ session: inout AssessedSession, _ writing: inout Writing) throws {
    let events: [CourseEvent] = [
      .consent(
        try Consent(
          document: writing.next(),
          version: writing.next(),
          signed: "2026-11-01",
          offLabelTold: true,
          capacityBy: writing.next(),
          witness: writing.next()
        )
      ),
      .consentWithdrawn(reason: writing.next()),
      .integration(
        try Integration(
          modality: writing.next(),
          minutes: 50,
          homework: writing.next(),
          nextStep: writing.next()
        )
      ),
      .laboratory(
        try LaboratoryResult(.ecg, .remarkable, day: "2026-11-01", words: writing.next())
      ),
      .concern(try MedicationConcern(.lostMedicine, text: writing.next())),
      .erasure(reason: writing.next(), authority: writing.next()),
    ]
    for event in events { try session.add("15:20", .course(event)) }
    try session.add(
      "15:21",
      .followUp(
        try FollowUp(TaskID("call"), of: SessionNumber(118), .notReached, text: writing.next())
      )
    )
    try session.add(
      "15:22",
      .screening(
        .answers(
          try GateAnswers(
            [.init(GateID("g1"), .unknown, words: writing.next()), .init(GateID("g3"), .no)],
            source: .record
          )
        )
      )
    )
  }

  private static func with(
    _ file: SessionFile,
    _ state: Session.State,
    _ purpose: RecordPurpose,
    _ words: String
  ) throws -> SessionFile {
    let session = file.session
    return SessionFile(
      session: Session(
        number: session.number,
        opening: session.opening,
        opened: session.opened,
        closed: state == .open ? nil : session.closed,
        state: state,
        room: file.assessment.chart.room
      ),
      patient: file.patient,
      monitoringProtocol: file.monitoringProtocol,
      log: file.log,
      assessment: file.assessment,
      zone: file.zone,
      purpose: purpose,
      clinicians: [
        try Clinician(code: try ClinicianCode("LH"), name: words, roles: [.prescriber, .reviewer]),
        try Clinician(code: try ClinicianCode("KO"), roles: [.observer]),
      ]
    )
  }
}
