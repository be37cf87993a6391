import Foundation
import Monitoring
import SessionRecord
import TestSupport

/// A course written session by session, with what stands in the patient's own stream.
struct CourseScript {
  private(set) var sessions: [CourseSession] = []
  private(set) var log: [Entry] = []

  var course: Course {
    get throws {
      Course(
        patient: Patient(code: try PatientCode("P-014"), identity: nil, commitment: .zero),
        sessions: sessions,
        log: log
      )
    }
  }

  /// A session whose doses began at an instant; one entry of *given* for each drug and route.
  mutating func session(
    at began: Instant,
    _ given: [SessionTally.GivenTotal],
    state: Session.State = .closed,
    scores: [SessionTally.CountedScore] = []
  ) throws {
    let number = SessionNumber(sessions.count + 1)
    let opened = Stamp(began - .minutes(20), offsetMinutes: 0)
    let session = Session(
      number: number,
      opening: Opening(
        patient: try PatientCode("P-014"),
        identity: .zero,
        monitoringProtocol: ProtocolReference(id: ProtocolID("made"), version: "1", digest: .zero),
        setting: .clinic,
        zone: "UTC",
        prescriber: nil
      ),
      opened: opened,
      closed: state == .open ? nil : Stamp(began + .hours(2), offsetMinutes: 0),
      state: state,
      room: nil
    )
    let tally = SessionTally(timeZero: began, given: given, scores: scores)
    sessions.append(CourseSession(session: session, tally: tally, afterCare: []))
  }

  /// An entry of the course, observed and recorded at one time.
  @discardableResult
  mutating func add(_ content: Content, at instant: Instant) throws -> EntryNumber {
    let number = EntryNumber(log.count + 1)
    let draft = Draft(
      id: EntryID(UUID()),
      observed: Stamp(instant, offsetMinutes: 0),
      author: try ClinicianCode("KO"),
      content: content
    )
    log.append(
      Entry(
        draft,
        stream: .course(try PatientCode("P-014")),
        number: number,
        commit: CommitNumber(number.value),
        recorded: Stamp(instant, offsetMinutes: 0),
        monotonic: MonotonicTime(nanoseconds: 0, boot: nil),
        record: SessionScript.record
      )
    )
    return number
  }

  mutating func result(
    _ test: LaboratoryTest,
    _ finding: LaboratoryResult.Finding = .unremarkable,
    day: String,
    at instant: Instant
  ) throws {
    try add(.course(.laboratory(try LaboratoryResult(test, finding, day: day))), at: instant)
  }
}

/// Day n of a course at 10:00 UTC and so much later: day 0 is 1 November 2026.
func day(_ days: Int, _ milliseconds: Int = 0) -> Instant {
  Instant(milliseconds: 1_793_527_200_000 + days * 86_400_000 + milliseconds)
}

extension SessionTally.GivenTotal {
  /// Of the class, known in whole, 70 kg.
  static func of(
    _ route: Route,
    perKilogram: Int? = 500,
    milligrams: Int? = 35_000,
    drug: String = "ketamine",
    at began: Instant,
    last: Instant? = nil,
    isOfClass: Bool = true,
    isIncomplete: Bool = false
  ) -> SessionTally.GivenTotal {
    SessionTally.GivenTotal(
      drug: drug,
      route: route,
      firstBegan: began,
      lastBegan: last ?? began,
      isOfClass: isOfClass,
      milligramThousandths: milligrams,
      perKilogramThousandths: perKilogram,
      isIncomplete: isIncomplete
    )
  }
}

/// The routes by which the class is given here.
let courseRoutes: [Route] = [.intravenous, .intramuscular, .sublingual, .intranasal]
