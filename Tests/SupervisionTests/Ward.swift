import Foundation
import Monitoring
import RecordStore
import SessionRecord
import Supervision
import TestSupport
import Testing

/// A record of its own, in a folder that goes when the test ends, and a clock that stands where the
/// test puts it.
final class Ward {
  let supervision: Supervision
  let hands: Hands
  private let folder: URL

  var path: String { folder.appending(path: "record.vigil").path() }

  /// A clock that is moved by hand, on 19 November 2026 in Berlin.
  final class Hands {
    var now: Instant
    /// How far it was set from the right time, in all.
    private(set) var setBy = TimeSpan(milliseconds: 0)
    /// The name of the machine's boot; without one nobody can know that a clock was set.
    var boot: UUID?
    /// What else happens at the moment at which a commit takes its time.
    var whenTaken: () throws -> Void = {}

    init(at now: Instant) { self.now = now }

    /// Sets the clock, which no time passes by.
    func set(by span: TimeSpan) {
      now = now + span
      setBy = TimeSpan(milliseconds: setBy.milliseconds + span.milliseconds)
    }

    private var started = Instant(milliseconds: 0)

    /// Another start of the machine, which came up just now.
    func restart() {
      boot = UUID()
      started = now - setBy
    }

    /// By a clock that nobody can set, and that counts from the start.
    var monotonic: MonotonicTime {
      MonotonicTime(nanoseconds: (now - setBy - started).milliseconds &* 1_000_000, boot: boot)
    }
  }

  static let berlin = Zone(named: "Europe/Berlin") ?? .utc

  /// With *sealing*, keys lie in a folder beside the record, and what is closed is sealed.
  init(_ purpose: RecordPurpose = .clinic, sealing: Bool = false) throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "vigil-ward-\(UUID().uuidString)")
    let hands = Hands(at: try Ward.instant("13:20:00"))
    self.hands = hands
    supervision = Supervision(
      store: try RecordStore.open(
        at: folder.appending(path: "record.vigil").path(),
        .creating,
        purpose: purpose,
        station: Station(
          account: "ward",
          keyring: sealing ? Keyring(folder: folder.appending(path: "keys").path()) : nil
        ),
        now: hands.now
      ),
      clock: SupervisionClock(
        now: { hands.now },
        monotonic: {
          #expect(throws: Never.self) { try hands.whenTaken() }
          return hands.monotonic
        }
      )
    )
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  static func instant(_ clock: String, day: Int = 0) throws -> Instant {
    let date = try #require(CivilTime(date: "2026-11-19"))
    let time = try #require(date.at(clock: clock))
    let instant = try #require(berlin.instants(showing: time).first)
    return instant + .hours(24 * day)
  }

  /// Puts the clock to a time.
  func at(_ clock: String, day: Int = 0) throws { hands.now = try Ward.instant(clock, day: day) }

  // MARK: - Acts

  @discardableResult
  func open(
    _ patient: String = "P-014",
    under name: String = Ward.limitsOnly,
    room: String? = nil,
    setting: Setting = .clinic,
    weight: Int? = 72
  ) throws -> SessionNumber {
    try know(patient)
    try clear(patient, under: Ward.text(of: name), setting: setting)
    return try supervision.open(
      request(patient, under: name, room: room, setting: setting, weight: weight)
    ).session.number
  }

  /// Answers everything that a protocol asks before a session so that nothing holds.
  func clear(_ patient: String, under text: [UInt8], setting: Setting = .clinic) throws {
    let clear = try AllClear(text, remote: setting == .telehealth)
    let day = Stamp(hands.now, in: Ward.berlin).civil.date
    let contents = try clear.contents(on: day)
    guard !contents.isEmpty else { return }
    _ = try supervision.record(
      course: contents,
      of: PatientCode(patient),
      by: ClinicianCode("KO"),
      observed: nil,
      in: Ward.berlin
    )
  }

  func know(_ patient: String) throws {
    let code = try PatientCode(patient)
    guard try supervision.store.patient(code) == nil else { return }
    _ = try supervision.store.add(
      patient: code,
      identity: Identity(name: "Made Up", birthDate: "1984-03-12"),
      at: hands.now
    )
  }

  func request(
    _ patient: String = "P-014",
    under name: String = Ward.limitsOnly,
    room: String? = nil,
    setting: Setting = .clinic,
    weight: Int? = 72,
    prescriber: String? = nil,
    spo2Scale: SpO2Scale = .one,
    adopted: Bool = true
  ) throws -> SessionRequest {
    if adopted { try adopt(name) }
    return SessionRequest(
      patient: try PatientCode(patient),
      protocolText: try Ward.text(of: name),
      protocolName: name,
      setting: setting,
      zone: Ward.berlin,
      author: try ClinicianCode("KO"),
      prescriber: try prescriber.map { try ClinicianCode($0) },
      room: room,
      weight: try weight.map { try Quantity(.weight, $0) },
      spo2Scale: spo2Scale
    )
  }

  /// Adopts a protocol as it is; where it is in use already, that adds nothing.
  @discardableResult
  func adopt(_ name: String = Ward.limitsOnly) throws -> AdoptionOutcome {
    let text = try Ward.text(of: name)
    let check = ProtocolCheck(try MonitoringProtocol(reading: text, from: name))
    return try supervision.adopt(
      protocolText: text,
      named: name,
      by: ClinicianCode("LH"),
      because: check.findings.isEmpty ? nil : "made up for a test",
      in: Ward.berlin
    )
  }

  @discardableResult
  func type(
    _ lines: String...,
    by author: String? = "KO",
    in session: Int = 1,
    id: EntryID? = nil
  ) throws -> Recorded {
    try supervision.record(
      lines.map(Input.line),
      in: SessionNumber(session),
      as: Authorship(author: try author.map { try ClinicianCode($0) }),
      id: id
    )
  }

  @discardableResult
  func end(_ session: Int = 1, by author: String = "KO") throws -> Recorded {
    try supervision.end(SessionNumber(session), by: ClinicianCode(author))
  }

  @discardableResult
  func strikeOut(_ session: Int = 1, because reason: String = "wrong patient") throws -> Recorded {
    try supervision.void(SessionNumber(session), because: reason, by: ClinicianCode("KO"))
  }

  // MARK: - What is there

  func file(_ session: Int = 1) throws -> SessionFile {
    try supervision.file(of: SessionNumber(session))
  }

  func entry(_ number: Int, in session: Int = 1) throws -> ChartEntry {
    try #require(try file(session).assessment.chart[EntryNumber(number)])
  }

  func vitals(_ number: Int, in session: Int = 1) throws -> Vitals {
    guard case .vitals(let vitals) = try entry(number, in: session).content else {
      Issue.record("#\(number) is no set of vital signs")
      throw NotThere()
    }
    return vitals
  }

  /// `1 bp.sys.rise, 2 unverified`: the standing flags that are open.
  func openFlags(_ session: Int = 1) throws -> String {
    try file(session).assessment.flags.filter(\.isOpen)
      .map { "\($0.number) \($0.identity.rule)" }.joined(separator: ", ")
  }

  struct NotThere: Error {}
}

/// What a person is told when something is refused; nil where it is not.
func told(_ act: () throws -> Void) -> String? {
  do {
    try act()
    return nil
  } catch let refused as LineRefused {
    return "line \(refused.line): \(refused.refusal.description)"
  } catch let refusal as any Refusal {
    return refusal.description
  } catch {
    return "not a refusal: \(error)"
  }
}
