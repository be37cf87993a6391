import Foundation
import Monitoring
import RecordStore
import SessionRecord
import TestSupport

/// A clinic's record while it is filled: one session after the other, each of ten for a patient.
///
/// Every commit stores what the rules make of the log at that moment, so that whoever derives it
/// again finds the same.
struct FilledClinic {
  struct Filled {
    let entries: Int
    let flags: Int
  }

  /// So many patients come in turn, ten times each.
  private static let cohort = 30
  private static let visits = 10
  /// Hours from one session to the next.
  private static let apart = 3
  private static let last = Instant(milliseconds: 1_793_520_000_000)  // 1 November 2026

  let terms: MonitoringProtocol
  private let store: RecordStore
  private let clear: AllClear
  private let reference: ProtocolReference
  private let first: Instant
  private let nurse: ClinicianCode
  private let physician: ClinicianCode
  /// The courses of the patients who come in turn now.
  private var courses: [PatientCode: Course] = [:]

  init(at path: String, keys: String, sessions: Int) throws {
    guard let text = BuiltInProtocol.text(named: "iv-0.5-40") else { throw NotThere() }
    clear = try AllClear(text)
    terms = try MonitoringProtocol(reading: text, from: "iv-0.5-40")
    first = FilledClinic.last - .hours(FilledClinic.apart * (sessions + 1))
    nurse = try ClinicianCode("KO")
    physician = try ClinicianCode("LH")
    store = try RecordStore.open(
      at: path,
      .creating,
      station: Station(account: "filled", keyring: Keyring(folder: keys)),
      now: first
    )
    let adoption = try store.adopt(
      text: text,
      id: terms.id,
      version: terms.version,
      by: physician,
      at: Stamp(first, in: .utc)
    ).adoption
    reference = ProtocolReference(
      id: adoption.id,
      version: adoption.version,
      digest: adoption.digest
    )
  }

  struct NotThere: Error {}

  /// A commit had something to say beside its answer, as that it could not be sealed.
  struct Noticed: Error { let notices: [StoreNotice] }

  /// One session in three commits: opened through its gates with what was seen before the dose,
  /// gone on with, and closed.
  mutating func treat(_ place: Int, _ visit: FilledVisit) throws -> Filled {
    let dose = first + .hours(FilledClinic.apart * (place + 1))
    let code = try PatientCode(FilledClinic.code(place))
    let course = try course(of: code, before: dose - .minutes(30))
    var known = Known(under: terms)
    let opened = try store.open(
      at: { moment(dose - .minutes(2)) },
      { moment in
        let began = Stamp(dose - .minutes(14), in: .utc)
        return try opening(course, began) + drafts(visit.moments.prefix { $0.minute < 0 }, dose)
      },
      assessing: { known.assess($0) }
    )
    _ = try store.append(to: opened.session.number, at: { moment(dose + .minutes(visit.end - 3)) })
    {
      _,
      _ in
      drafts(visit.moments.drop { $0.minute < 0 }, dose)
    } assessing: {
      known.assess($0)
    }
    let closed = try store.append(
      to: opened.session.number,
      at: { moment(dose + .minutes(visit.end)) }
    ) { log, moment in
      try closing(opened.session, course.patient, log, known, moment)
    } assessing: {
      known.assess($0)
    }
    let notices = store.takeNotices()
    guard notices.isEmpty else { throw Noticed(notices: notices) }
    courses[code] = Course(
      patient: course.patient,
      sessions: course.sessions
        + [CourseSession(session: closed.session, tally: known.tally, afterCare: terms.afterCare)],
      log: course.log
    )
    return Filled(entries: closed.log.count, flags: known.flags.count)
  }

  // MARK: - The patient

  private static func code(_ place: Int) -> String {
    let turn = cohort * visits
    let number = place / turn * cohort + place % cohort + 1
    return "F-" + String(repeating: "0", count: max(0, 5 - "\(number)".count)) + "\(number)"
  }

  /// What is on file of a patient; at their first visit it is entered.
  private mutating func course(of code: PatientCode, before instant: Instant) throws -> Course {
    if let known = courses[code] { return known }
    // Whoever comes now comes in turn with others; those before them have had their ten.
    if courses.count >= FilledClinic.cohort { courses.removeAll() }
    let patient = try store.add(
      patient: code,
      identity: Identity(name: "Made Up \(code)", birthDate: "1984-03-12"),
      at: instant
    )
    let stamp = Stamp(instant, in: .utc)
    let contents = try clear.contents(on: stamp.civil.date)
    let appended = try store.append(toCourseOf: code, at: { moment(instant) }) { _, moment in
      contents.map { draft($0, at: moment.recorded, by: nurse) }
    }
    let course = Course(patient: patient, sessions: [], log: appended.log)
    courses[code] = course
    return course
  }

  // MARK: - The session

  private func opening(_ course: Course, _ began: Stamp) throws -> [Draft] {
    let opening = Opening(
      patient: course.patient.code,
      identity: course.patient.commitment,
      monitoringProtocol: reference,
      setting: .clinic,
      zone: "UTC",
      prescriber: physician,
      weight: try Quantity(.weight, 72)
    )
    let findings = PatientScreening(
      of: course,
      under: terms,
      setting: .clinic,
      at: began.instant,
      in: .utc
    ).findings
    var contents: [Content] = [.opened(opening), .screening(.findings(findings))]
    let holding = findings.filter(\.holds)
    if !holding.isEmpty {
      let decision = try GateDecision(
        .prescriber,
        decidedBy: physician,
        isByTelephone: false,
        gates: holding.map { GateDecision.Reasoned($0.gate, reason: "looked at today") }
      )
      contents.append(.screening(.decision(decision)))
    }
    return contents.map { draft($0, at: began, by: nurse) }
  }

  /// Lines as they were seen.
  private func drafts(_ moments: some Sequence<FilledVisit.Moment>, _ dose: Instant) -> [Draft] {
    moments.flatMap { seen in
      seen.contents.map { content in
        draft(content, at: Stamp(dose + .minutes(seen.minute), in: .utc), by: nurse)
      }
    }
  }

  /// Open flags acknowledged, and the decision that the patient leaves.
  private func closing(
    _ session: Session,
    _ patient: Patient,
    _ log: [Entry],
    _ known: Known,
    _ moment: CommitMoment
  ) throws -> [Draft] {
    var contents: [Content] = []
    let open = known.flags.filter { $0.isOpen && $0.priority >= .medium }
    if !open.isEmpty {
      let named = open.map { Acknowledgement.Named(number: $0.number, flag: $0.identity) }
      contents.append(.acknowledgement(Acknowledgement(flags: named, text: "seen, LH told")))
    }
    let file = SessionFile(
      session: session,
      patient: patient,
      monitoringProtocol: terms,
      log: log,
      assessment: known.fold.assessment(asOf: moment.recorded.instant),
      zone: .utc
    )
    let unmet = file.readiness.unmet.map { standing in
      LeavingDecision.Unmet(
        standing.criterion.id,
        missing: standing.missing,
        reason: "looked at by LH"
      )
    }
    let decision = try LeavingDecision(
      unmet.isEmpty ? .criteriaMet : .unmetWithReasons,
      decidedBy: physician,
      unmet: unmet,
      escort: "sister, D. Example"
    )
    contents += [.leaving(.decision(decision)), .closed]
    return contents.map { draft($0, at: moment.recorded, by: nurse) }
  }

  // MARK: - A commit

  private func moment(_ instant: Instant) -> CommitMoment {
    CommitMoment(
      recorded: Stamp(instant, in: .utc),
      monotonic: MonotonicTime(nanoseconds: instant.milliseconds * 1_000_000, boot: nil)
    )
  }

  private func draft(_ content: Content, at observed: Stamp, by author: ClinicianCode) -> Draft {
    Draft(id: EntryID(UUID()), observed: observed, author: author, content: content)
  }
}

extension CriterionStanding {
  /// What is missing, in words.
  fileprivate var missing: String {
    switch state {
    case .met: ""
    case .missing(let text): text
    case .notAnswered: "not answered"
    }
  }
}
