import Foundation
import SessionRecord
import TestSupport
import Testing

/// The contents of the golden vectors up to the closing, written out.
func vectorContents() throws -> [Content] {
  let digest = RecordDigest(bytes: Array(0..<32)) ?? .zero
  let opening = Opening(
    patient: try PatientCode("P-014"),
    identity: digest,
    monitoringProtocol: ProtocolReference(
      id: ProtocolID("iv-0.5-40"),
      version: "1",
      digest: .zero
    ),
    setting: .clinic,
    zone: "Europe/Berlin",
    prescriber: try ClinicianCode("LH"),
    indication: "Depression, therapieresistent",
    room: "2",
    weight: try Quantity(poundTenths: 1_580)
  )
  return [.opened(opening)] + (try measured()) + (try given()) + (try corrected()) + [.closed]
}

private func measured() throws -> [Content] {
  [
    .vitals(
      try Vitals([
        .systolic: .measured(try Quantity(.systolic, 148), verified: true),
        .diastolic: .measured(try Quantity(.diastolic, 92), verified: true),
        .meanArterial: .measured(try Quantity(.meanArterial, 111), verified: true),
        .heartRate: .measured(try Quantity(.heartRate, 172), verified: false),
        .spo2: .notObtained(because: "kalte Finger"),
        .respiratoryRate: .notUsable(written: "0"),
        .temperature: .measured(try Quantity(fahrenheitTenths: 982), verified: true),
        .oxygenFlow: .roomAir,
        .consciousness: .measured(Quantity(.voice), verified: true),
        .moaas: .measured(try Quantity(.moaas, 4), verified: true),
        .rass: .measured(try Quantity(.rass, -2), verified: true),
      ])
    ),
    .vitals(
      try Vitals(
        [
          .systolic: .unrecordable, .diastolic: .unrecordable,
          .endTidalCO2: .measured(try Quantity(.endTidalCO2, 38), verified: true),
          .weight: .measured(try Quantity(.weight, thousandths: 71_500), verified: true),
        ],
        remark: "cuff “L”, re\u{301}tried 🙂"
      )
    ),
    .effect(
      SideEffect(.dissociation, grade: .words(.moderate), distressing: true, remark: "floating")
    ),
    .effect(SideEffect(EffectName("nausea"), grade: try Grade(rating: 7), course: .worse)),
    .effect(SideEffect(EffectName("nausea"), course: .gone)),
    .effect(SideEffect(EffectName("headache"), grade: .words(.mild), course: .better)),
    .effect(SideEffect(EffectName("headache"), grade: .words(.severe), course: .same)),
    .effect(SideEffect(EffectName("rash"), course: .absent)),
  ]
}

private func given() throws -> [Content] {
  let amounts = try DoseUnit.allCases.map { try Amount(thousandths: 500, $0) }
  let doses = try zip(Route.allCases, amounts + amounts).map { route, amount in
    Content.dose(try Dose(drug: "ketamine", amount: amount, route: route))
  }
  return doses + [
    .dose(
      try Dose(
        drug: "esketamine",
        amount: try Amount(thousandths: 84_000, .milligram),
        route: .intranasal,
        overMinutes: 40,
        unverified: [.route, .drug, .amount],
        remark: "split"
      )
    ),
    .infusion(.start), .infusion(.pause), .infusion(.resume),
    .infusion(.rate(try Amount(thousandths: 54_000, .milligram), per: .hour)),
    .infusion(.rate(try Amount(thousandths: 10_000, .microgramPerKilogram), per: .minute)),
    .infusion(.stop(given: .amount(try Amount(thousandths: 31_250, .milligram)))),
    .infusion(.stop(given: .notKnown)), .infusion(.stop(given: .notSaid)),
    .check(by: "MB"), .waste(Waste(try Amount(thousandths: 1_000, .millilitre))),
    .scale(ScaleScore(scale: "cadss", score: 14, of: 92, remark: "at 40 min")),
    .scale(ScaleScore(scale: "bprs", score: 4)),
  ]
}

private func corrected() throws -> [Content] {
  let pulse = try Vitals([.heartRate: .measured(try Quantity(.heartRate, 72), verified: true)])
  let named = Acknowledgement.Named(
    number: FlagNumber(1),
    flag: FlagIdentity(rule: RuleID("bp.sys.crit"), entry: EntryNumber(2))
  )
  return [
    .action("head up 30°"), .note(""), .note("line one\nline two; # ( '"),
    .mark("music changed"), .mark(nil),
    .deferred(Deferral(.wholeSet, reason: "asleep")),
    .deferred(Deferral(.bloodPressure, reason: "cuff off")),
    .deferred(Deferral(.sign(.spo2), reason: "nail polish")),
    .deferred(Deferral(.effect(.dissociation), reason: "asleep")),
    .acknowledgement(Acknowledgement(flags: [named, named], text: "labetalol 10 mg IV")),
    .acknowledgement(Acknowledgement(flags: [], text: "")),
    .verification(of: EntryNumber(2)),
    .amendment(
      Amendment(
        of: EntryNumber(2),
        content: .vitals(pulse),
        observed: Stamp(Instant(milliseconds: 1_795_096_000_123), offsetMinutes: -210),
        reason: "digits transposed"
      )
    ),
    .amendment(
      Amendment(of: EntryNumber(38), content: .mark(nil), observed: nil, reason: "")
    ),
    .void(Voiding(of: EntryNumber(5), reason: .undone)),
    .void(Voiding(of: EntryNumber(6), reason: .because("wrong patient"))),
  ]
}

/// One session and one course, with every form of what stands beside a content.
func vectorEntries() throws -> [Entry] {
  let record = try uuid("3F2504E0-4F89-41D3-9A0C-0305E82C3301")
  let boot = try uuid("00112233-4455-4677-8899-AABBCCDDEEFF")
  let patient = try PatientCode("P-014")
  let sources: [Source] = [.typed, .imported(document: "bp.csv"), .device("cuff 2"), .page]
  let laterSources = sources + [.paper, .copy(of: SessionNumber(118), EntryNumber(17))]
  let session = try vectorContents().map { (EntryStream.session(SessionNumber(119)), $0) }
  let course: [(EntryStream, Content)] = [
    (.course(patient), .note("consent of 2026-11-02 is on paper")),
    (.course(patient), .scale(ScaleScore(scale: "phq9", score: 17, of: 27))),
  ]
  // Last, so that what came before them keeps its places.
  let last = try (leavingContents() + scoreContents()).map {
    (EntryStream.session(SessionNumber(119)), $0)
  }
  let before = session.count + course.count + last.count
  let around = try aroundContents().map { (EntryStream.session(SessionNumber(119)), $0) }
  let outliving = try courseContents().map { (EntryStream.course(patient), $0) }
  let steps = try [-3_600_000, 2_001].map { milliseconds in
    let step = try #require(ClockStep(by: TimeSpan(milliseconds: milliseconds)))
    return (EntryStream.session(SessionNumber(119)), Content.clockStep(step))
  }
  var numbers: [EntryStream: Int] = [:]
  return try (session + course + last + around + outliving + steps).enumerated().map {
    place,
    item in
    let (stream, content) = item
    numbers[stream, default: 0] += 1
    let observed = Instant(milliseconds: 1_795_096_800_000 + place * 60_000)
    return Entry(
      Draft(
        id: EntryID(try uuid("8A6E0804-2BD0-4672-B79D-\(padded(place, 12))")),
        observed: Stamp(observed, offsetMinutes: place % 2 == 0 ? 60 : -210),
        author: try ClinicianCode(place % 3 == 0 ? "KO" : "Müller"),
        observer: place % 5 == 1 ? try ClinicianCode("LH") : nil,
        source: place < before ? sources[place % 4] : laterSources[place % 6],
        room: place % 2 == 0 ? "2 – links" : nil,
        content: content
      ),
      stream: stream,
      number: EntryNumber(numbers[stream, default: 1]),
      commit: CommitNumber(1 + place / 2),
      recorded: Stamp(observed + .seconds(20 + place), offsetMinutes: 60),
      monotonic: MonotonicTime(
        nanoseconds: 5_000_000_000 * place,
        boot: place % 7 == 6 ? nil : boot
      ),
      record: record
    )
  }
}

private struct NotAUUID: Error {}

private func uuid(_ text: String) throws -> UUID {
  guard let uuid = UUID(uuidString: text) else { throw NotAUUID() }
  return uuid
}
