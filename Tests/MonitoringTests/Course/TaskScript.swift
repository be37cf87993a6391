import Foundation
import Monitoring
import SessionRecord
import TestSupport

/// A course written hour by hour, for its tasks.
struct TaskScript {
  static let start = Instant(milliseconds: 1_795_096_800_000)
  private let patient: PatientCode
  private(set) var sessions: [CourseSession] = []
  private(set) var log: [Entry] = []

  init() throws { patient = try PatientCode("P-014") }

  static func at(_ hours: Int, _ milliseconds: Int = 0) -> Instant {
    start + .hours(hours) + TimeSpan(milliseconds: milliseconds)
  }

  static func task(
    _ id: String = "call",
    occasion: AfterCareTask.Occasion = .dose,
    opens: Int = 18,
    due: Int = 24,
    grows: [(Int, Priority)] = [(24, .low), (48, .medium)],
    closing: AfterCareTask.Closing = .followUp
  ) -> AfterCareTask {
    AfterCareTask(
      id: TaskID(id),
      title: "the task \(id)",
      occasion: occasion,
      opens: .hours(opens),
      due: .hours(due),
      grows: grows.map { AfterCareTask.Growth(after: .hours($0.0), priority: $0.1) },
      closing: closing,
      basis: Basis(.proposed, sources: ["vigil"])
    )
  }

  /// A session that was opened then, with a dose at the same time unless *dosed* is false.
  @discardableResult
  mutating func session(
    at hours: Int,
    dosed: Bool = true,
    scores: [(String, Int)] = [],
    serious: [Int] = [],
    unsigned: [(entry: Int, by: String, at: Int)] = [],
    _ tasks: [AfterCareTask]
  ) throws -> SessionNumber {
    let number = SessionNumber(sessions.count + 1)
    let session = Session(
      number: number,
      opening: Opening(
        patient: patient,
        identity: .zero,
        monitoringProtocol: ProtocolReference(
          id: ProtocolID("made"),
          version: "1",
          digest: .zero
        ),
        setting: .clinic,
        zone: "UTC",
        prescriber: nil
      ),
      opened: Stamp(TaskScript.at(hours), offsetMinutes: 0),
      closed: Stamp(TaskScript.at(hours + 2), offsetMinutes: 0),
      state: .closed,
      room: nil
    )
    let tally = SessionTally(
      timeZero: dosed ? TaskScript.at(hours) : nil,
      scores: scores.map { .init(scale: $0.0, score: 4, at: TaskScript.at($0.1)) },
      serious: serious.enumerated().map { place, at in
        .init(entry: EntryNumber(40 + place), at: TaskScript.at(at))
      },
      openCountersignatures: try unsigned.map { open in
        .init(
          entry: EntryNumber(open.entry),
          decidedBy: try ClinicianCode(open.by),
          at: TaskScript.at(open.at)
        )
      }
    )
    sessions.append(CourseSession(session: session, tally: tally, afterCare: tasks))
    return number
  }

  /// An entry observed then, and recorded at the same time unless *recorded* is given.
  @discardableResult
  mutating func add(
    _ content: Content,
    at hours: Int,
    _ milliseconds: Int = 0,
    recorded: Int? = nil
  ) throws -> EntryNumber {
    let number = EntryNumber(log.count + 1)
    log.append(
      Entry(
        Draft(
          id: EntryID(UUID()),
          observed: Stamp(TaskScript.at(hours, milliseconds), offsetMinutes: 0),
          author: try ClinicianCode("KO"),
          content: content
        ),
        stream: .course(patient),
        number: number,
        commit: CommitNumber(number.value),
        recorded: Stamp(TaskScript.at(recorded ?? hours, milliseconds), offsetMinutes: 0),
        monotonic: MonotonicTime(nanoseconds: 0, boot: nil),
        record: UUID()
      )
    )
    return number
  }

  @discardableResult
  mutating func followUp(
    _ outcome: FollowUp.Outcome = .done,
    _ task: String = "call",
    of session: Int = 1,
    at hours: Int,
    recorded: Int? = nil
  ) throws -> EntryNumber {
    try add(
      .followUp(
        FollowUp(TaskID(task), of: SessionNumber(session), outcome, text: "said so")
      ),
      at: hours,
      recorded: recorded
    )
  }

  @discardableResult
  mutating func integration(at hours: Int, _ milliseconds: Int = 0) throws -> EntryNumber {
    try add(
      .course(.integration(Integration(modality: "mindfulness", minutes: 50))),
      at: hours,
      milliseconds
    )
  }

  @discardableResult
  mutating func score(
    _ scale: String,
    at hours: Int,
    _ milliseconds: Int = 0
  ) throws
    -> EntryNumber
  {
    try add(.scale(ScaleScore(scale: scale, score: 9)), at: hours, milliseconds)
  }

  mutating func void(_ entry: EntryNumber, at hours: Int) throws {
    try add(.void(Voiding(of: entry, reason: .because("wrong"))), at: hours)
  }

  func tasks(at hours: Int, _ milliseconds: Int = 0) throws -> [CareTask] {
    Course(
      patient: Patient(code: patient, identity: nil, commitment: .zero),
      sessions: sessions,
      log: log
    ).tasks(asOf: TaskScript.at(hours, milliseconds))
  }
}
