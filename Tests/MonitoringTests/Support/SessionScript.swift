import Foundation
import Monitoring
import SessionRecord
import TestSupport

/// A time after the session was opened.
func minute(_ minutes: Int, _ seconds: Int = 0, _ milliseconds: Int = 0) -> Instant {
  SessionScript.start + .minutes(minutes) + .seconds(seconds)
    + TimeSpan(milliseconds: milliseconds)
}

/// A session's log, written entry by entry; each `add` is a commit of its own.
struct SessionScript {
  static let start = Instant(milliseconds: 1_795_600_800_000)
  static let record = UUID()

  private(set) var log: [Entry] = []
  private var commits = 0

  init() throws {
    let opening = Opening(
      patient: try PatientCode("P-014"),
      identity: .zero,
      monitoringProtocol: ProtocolReference(id: ProtocolID("made"), version: "1", digest: .zero),
      setting: .clinic,
      zone: "UTC",
      prescriber: nil
    )
    try add(.opened(opening), at: SessionScript.start)
  }

  /// Adds an entry in its own commit, recorded when it was observed unless said otherwise.
  @discardableResult
  mutating func add(
    _ content: Content,
    at observed: Instant,
    recorded: Instant? = nil
  ) throws -> EntryNumber {
    try add([(content, observed)], recorded: recorded ?? observed)[0]
  }

  /// Adds entries in one commit.
  @discardableResult
  mutating func add(
    _ contents: [(Content, Instant)],
    recorded: Instant
  ) throws -> [EntryNumber] {
    commits += 1
    return try contents.map { content, observed in
      let number = EntryNumber(log.count + 1)
      let draft = Draft(
        id: EntryID(UUID()),
        observed: Stamp(observed, offsetMinutes: 0),
        author: try ClinicianCode("KO"),
        content: content
      )
      log.append(
        Entry(
          draft,
          stream: .session(SessionNumber(1)),
          number: number,
          commit: CommitNumber(commits),
          recorded: Stamp(recorded, offsetMinutes: 0),
          monotonic: MonotonicTime(nanoseconds: 0, boot: nil),
          record: SessionScript.record
        )
      )
      return number
    }
  }

  @discardableResult
  mutating func amend(
    _ entry: EntryNumber,
    to content: Content,
    observed: Instant? = nil,
    at recorded: Instant
  ) throws -> EntryNumber {
    let stamp = observed.map { Stamp($0, offsetMinutes: 0) }
    return try add(
      .amendment(Amendment(of: entry, content: content, observed: stamp, reason: "slip")),
      at: recorded
    )
  }

  @discardableResult
  mutating func void(_ entry: EntryNumber, at recorded: Instant) throws -> EntryNumber {
    try add(.void(Voiding(of: entry, reason: .because("wrong patient"))), at: recorded)
  }

  func assessed(under monitoringProtocol: MonitoringProtocol, asOf: Instant) -> Assessment {
    assess(log, under: monitoringProtocol, asOf: asOf)
  }

  func flags(under monitoringProtocol: MonitoringProtocol, asOf: Instant) -> [Flag] {
    assessed(under: monitoringProtocol, asOf: asOf).flags
  }
}

extension Content {
  static func value(
    _ sign: VitalSign,
    _ whole: Int,
    verified: Bool = true
  ) throws -> Content {
    .vitals(try Vitals([sign: .measured(try Quantity(sign, whole), verified: verified)]))
  }

  static func exact(_ sign: VitalSign, thousandths: Int) throws -> Content {
    let quantity = try Quantity(sign, thousandths: thousandths)
    return .vitals(try Vitals([sign: .measured(quantity, verified: true)]))
  }

  static func pressure(
    _ systolic: Int,
    _ diastolic: Int,
    verified: Bool = true
  ) throws -> Content {
    .vitals(
      try Vitals([
        .systolic: .measured(try Quantity(.systolic, systolic), verified: verified),
        .diastolic: .measured(try Quantity(.diastolic, diastolic), verified: verified),
      ])
    )
  }

  static func level(_ level: Consciousness) throws -> Content {
    .vitals(try Vitals([.consciousness: .measured(Quantity(level), verified: true)]))
  }

  static func effect(
    _ name: String,
    _ severity: Severity? = nil,
    course: EffectCourse? = nil,
    distressing: Bool = false
  ) -> Content {
    .effect(
      SideEffect(
        EffectName(name),
        grade: severity.map { .words($0) },
        course: course,
        distressing: distressing
      )
    )
  }

  static func rated(_ name: String, _ rating: Int) throws -> Content {
    .effect(SideEffect(EffectName(name), grade: try Grade(rating: rating)))
  }

  static func dose(
    _ drug: String,
    over minutes: Int? = nil,
    unverified: Set<DoseDoubt> = []
  ) throws -> Content {
    .dose(
      try Dose(
        drug: drug,
        amount: try Amount(thousandths: 36_000, .milligram),
        route: .intravenous,
        overMinutes: minutes,
        unverified: unverified
      )
    )
  }

  static func acknowledging(
    _ flags: [(Int, String, EntryNumber)],
    _ text: String = "seen"
  ) -> Content {
    .acknowledgement(
      Acknowledgement(
        flags: flags.map { number, rule, entry in
          Acknowledgement.Named(
            number: FlagNumber(number),
            flag: FlagIdentity(rule: RuleID(rule), entry: entry)
          )
        },
        text: text
      )
    )
  }
}
