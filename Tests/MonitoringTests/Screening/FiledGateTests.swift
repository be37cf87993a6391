import Monitoring
import SessionRecord
import TestSupport
import Testing

struct FiledGateTests {
  // MARK: - Age

  @Test(arguments: [
    ("2008-11-19" as String?, GateAnswer.yes, "18 years old"), ("2008-11-20", .no, "17 years old"),
    ("2004-02-29", .yes, "22 years old"), ("2026-11-20", .no, "born after the day of the session"),
    (nil, .unknown, "no birth date on file"),
  ])
  func `counts whole years on the day of the session`(
    birthDate: String?,
    answer: GateAnswer,
    basis: String
  ) throws {
    var screened = try Screened()
    screened.identity = try Identity(name: "Made Up", birthDate: birthDate)
    let finding = try screened.finding(.age(years: 18))
    #expect(finding.answer == answer)
    #expect(finding.holds == (answer != .yes))
    #expect(finding.basis == basis)
  }

  @Test func `knows no age once the identity is erased`() throws {
    var screened = try Screened()
    screened.identity = nil
    let finding = try screened.finding(.age(years: 18))
    #expect(finding.answer == .unknown)
    #expect(finding.basis == "identity erased")
    #expect(finding.holds)
  }

  // MARK: - Consent

  private func consent(
    version: String = "3",
    signed: String,
    offLabel: Bool = true
  ) throws -> Content {
    .course(
      .consent(
        try Consent(document: "KET", version: version, signed: signed, offLabelTold: offLabel)
      )
    )
  }

  @Test(arguments: [
    ("2026-11-19", true), ("2025-11-19", true), ("2025-11-18", false), ("2026-11-20", false),
  ])
  func `relies on a consent for so many days`(signed: String, isClear: Bool) throws {
    var screened = try Screened()
    #expect(try screened.finding(.consent(days: 365)).basis == "no consent on file")
    try screened.add(consent(signed: signed))
    let finding = try screened.finding(.consent(days: 365))
    #expect(finding.holds != isClear)
    #expect(finding.answer == (isClear ? .yes : .no))
    #expect(finding.basis.hasPrefix("consent “KET” version 3 signed \(signed)"))
  }

  @Test func `asks the newest consent for the off-label statement`() throws {
    var screened = try Screened()
    try screened.add(consent(signed: "2026-11-01"), before: .hours(40))
    try screened.add(consent(version: "4", signed: "2026-11-10", offLabel: false))
    let finding = try screened.finding(.consent(days: nil))
    #expect(finding.holds)
    #expect(finding.basis.hasSuffix("without the off-label statement"))
  }

  @Test func `asks for no off-label statement where the use is on label`() throws {
    for told in [false, true] {
      var screened = try Screened()
      try screened.add(consent(signed: "2026-11-10", offLabel: told))
      let finding = try screened.finding(.consent(days: nil, offLabel: false))
      #expect(!finding.holds)
      #expect(finding.basis == "consent “KET” version 3 signed 2026-11-10")
    }
  }

  @Test func `holds once consent is withdrawn, until it is given anew`() throws {
    var screened = try Screened()
    try screened.add(consent(signed: "2026-11-01"), before: .hours(40))
    try screened.add(.course(.consentWithdrawn(reason: "thinks it over")), before: .hours(30))
    let finding = try screened.finding(.consent(days: nil))
    #expect(finding.holds)
    #expect(finding.entry == EntryNumber(2))
    #expect(finding.basis == "consent “KET” version 3 signed 2026-11-01, withdrawn 2026-11-18")
    try screened.add(consent(signed: "2026-11-19"))
    #expect(try screened.finding(.consent(days: nil)).holds == false)
  }

  // MARK: - Tests

  private func test(_ test: LaboratoryTest, _ day: String) throws -> Content {
    .course(.laboratory(try LaboratoryResult(test, .unremarkable, day: day)))
  }

  @Test func `asks for each of its tests, none too old`() throws {
    let requirement = GateRequirement.tests([.ecg, .renal], days: 30)
    var screened = try Screened()
    try screened.add(test(.ecg, "2026-11-01"))
    #expect(
      try screened.finding(requirement).basis
        == "ECG 2026-11-01 unremarkable; no renal function on file"
    )
    try screened.add(test(.renal, "2026-10-19"))
    #expect(try screened.finding(requirement).holds)
    #expect(try screened.finding(requirement).basis.hasSuffix("older than 30 days"))
    try screened.add(test(.renal, "2026-10-20"))
    #expect(try screened.finding(requirement).holds == false)
    #expect(try screened.finding(requirement).answer == .yes)
  }

  @Test func `takes the newest test by its day, and holds while that is remarkable`() throws {
    var screened = try Screened()
    let remarkable = try LaboratoryResult(.ecg, .remarkable, day: "2026-11-10", words: "QTc 480")
    try screened.add(.course(.laboratory(remarkable)))
    try screened.add(test(.ecg, "2026-11-02"))
    let finding = try screened.finding(.tests([.ecg], days: 30))
    #expect(finding.basis == "ECG remarkable: QTc 480, 2026-11-10")
    #expect(finding.entry == EntryNumber(1))
    #expect(finding.answer == .unknown)
    #expect(finding.holds)
    try screened.add(test(.ecg, "2026-11-12"))
    let later = try screened.finding(.tests([.ecg], days: 30))
    #expect(later.answer == .yes)
    #expect(!later.holds)
  }

  @Test func `a missing test is more than a remarkable one`() throws {
    var screened = try Screened()
    try screened.add(
      .course(.laboratory(try LaboratoryResult(.ecg, .remarkable, day: "2026-11-10")))
    )
    let finding = try screened.finding(.tests([.ecg, .renal], days: 30))
    #expect(finding.answer == .no)
    #expect(finding.basis == "ECG remarkable, 2026-11-10; no renal function on file")
  }

  // MARK: - Scores beside an answer

  @Test func `shows the newest scores about suicide beside the answer, which alone counts`() throws
  {
    var screened = try Screened()
    try screened.answer("suicidal-intent", .no)
    let gate = Screened.gate(Screened.question(), id: "suicidal-intent")
    func finding() throws -> GateFinding { try #require(try screened.findings([gate]).first) }
    let alone = try finding().basis
    #expect(!alone.contains("C-SSRS"))
    try screened.add(.scale(ScaleScore(scale: "c-ssrs", score: 4)), before: .hours(72))
    try screened.add(.scale(ScaleScore(scale: "c-ssrs", score: 1)), before: .hours(96))
    #expect(try finding().basis == alone + "; C-SSRS 4 on 2026-11-16")
    let items = [0, 0, 0, 0, 0, 0, 0, 0, 2]
    try screened.add(.scale(ScaleScore(scale: "phq-9", score: 2, items: items)), before: .hours(48))
    try screened.add(.scale(ScaleScore(scale: "phq-9", score: 20)), before: .hours(24))
    #expect(
      try finding().basis == alone + "; C-SSRS 4 on 2026-11-16; PHQ-9 item 9 2 on 2026-11-17"
    )
    screened.sessions = [try Screened.session(scored: "c-ssrs", 5, before: .hours(24))]
    #expect(try finding().basis.contains("; C-SSRS 5 on 2026-11-18; "))
    #expect(try finding().holds == false)
    let other = Screened.gate(Screened.question(), id: "mania")
    #expect(try screened.findings([other]).first?.basis.contains("C-SSRS") == false)
  }

  // MARK: - Scores

  @Test func `takes a score of the course or of an earlier session`() throws {
    let requirement = GateRequirement.scores(["pcl-5", "phq-9"], days: 90)
    var screened = try Screened()
    #expect(try screened.finding(requirement).basis == "no score on pcl-5 or phq-9 on file")
    try screened.add(.scale(ScaleScore(scale: "gad-7", score: 4)))
    #expect(try screened.finding(requirement).holds)
    screened.sessions = [try Screened.session(scored: "phq-9", 9, before: .hours(24 * 90))]
    #expect(try screened.finding(requirement).holds == false)
    #expect(try screened.finding(requirement).basis == "phq-9 9 on 2026-08-21")
    screened.sessions = [
      try Screened.session(scored: "phq-9", 9, before: .minutes(24 * 60 * 90 + 1))
    ]
    #expect(try screened.finding(requirement).holds)
    try screened.add(.scale(ScaleScore(scale: "pcl-5", score: 41)), before: .hours(24))
    #expect(try screened.finding(requirement).basis == "pcl-5 41 on 2026-11-18")
    #expect(try screened.finding(requirement).entry == EntryNumber(2))
  }

  // MARK: - Contact

  @Test(arguments: [
    (nil as String?, nil as String?, "no address and no emergency number on file"),
    ("Example St 1", nil, "no emergency number on file"), (nil, "112", "no address on file"),
    ("Example St 1", "112", "address and emergency number on file"),
  ])
  func `asks for an address and an emergency number`(
    address: String?,
    number: String?,
    basis: String
  ) throws {
    var screened = try Screened()
    screened.contact = try Contact(address: address, emergencyNumber: number)
    let finding = try screened.finding(.contact, level: .required)
    #expect(finding.holds == (address == nil || number == nil))
    #expect(finding.basis == basis)
  }

  // MARK: - Course rules

  @Test(arguments: [nil] + GateLevel.allCases)
  func `holds by a course rule at the level that it is asked at`(level: GateLevel?) throws {
    var screened = try Screened()
    let concern = try MedicationConcern(.earlyRefill, text: "asked a week early")
    for isRaised in [false, true] {
      if isRaised { try screened.add(.course(.concern(concern))) }
      let rule = CourseRule(
        id: RuleID("course.early"),
        title: "a concern",
        priority: .medium,
        gate: level,
        condition: .concern(days: 90),
        basis: Basis(.proposed, sources: ["vigil"])
      )
      let found = try screened.findings([], course: [rule]).first
      // A concern that only informs is written into no session.
      guard let level, level != .info else {
        #expect(found == nil)
        continue
      }
      let finding = try #require(found)
      #expect(finding.gate == GateID("course.early"))
      #expect(finding.basis == "looked up in the course")
      #expect(finding.level == level)
      #expect(finding.answer == (isRaised ? .yes : .no))
      #expect(finding.holds == isRaised)
    }
  }
}

extension Screened {
  /// An earlier session with one score, taken so long before.
  static func session(
    scored scale: String,
    _ score: Int,
    before span: TimeSpan
  ) throws
    -> CourseSession
  {
    let at = Screened.opens - span
    let opening = Opening(
      patient: try PatientCode("P-014"),
      identity: .zero,
      monitoringProtocol: ProtocolReference(
        id: ProtocolID("made"),
        version: "1",
        digest: .zero
      ),
      setting: .clinic,
      zone: Screened.zone.name,
      prescriber: nil
    )
    return CourseSession(
      session: Session(
        number: SessionNumber(1),
        opening: opening,
        opened: Stamp(at, in: Screened.zone),
        closed: Stamp(at, in: Screened.zone),
        state: .closed,
        room: nil
      ),
      tally: SessionTally(
        scores: [SessionTally.CountedScore(scale: scale, score: score, at: at)]
      ),
      afterCare: []
    )
  }
}
