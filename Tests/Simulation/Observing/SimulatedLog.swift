import Foundation
import Monitoring
import SessionRecord
import TestSupport

/// The entries of a simulated session, and what they mean so far.
struct SimulatedLog {
  static let start = Instant(milliseconds: 1_795_600_800_000)
  private static let record = UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))

  private(set) var entries: [Entry] = []
  private(set) var fold: SessionFold
  private(set) var verified = VerifiedValues()
  private var commits = 0
  private let author: ClinicianCode
  private let formulary: Formulary
  private let weight: Quantity

  init(under monitoringProtocol: MonitoringProtocol, at minute: Double) throws {
    fold = SessionFold(under: monitoringProtocol)
    author = try ClinicianCode("KO")
    formulary = monitoringProtocol.formulary
    weight = try Quantity(.weight, 72)
    let opening = Opening(
      patient: try PatientCode("P-014"),
      identity: .zero,
      monitoringProtocol: ProtocolReference(
        id: monitoringProtocol.id,
        version: monitoringProtocol.version,
        digest: .zero
      ),
      setting: monitoringProtocol.settings.first ?? .clinic,
      zone: "UTC",
      prescriber: nil,
      weight: weight
    )
    add([.opened(opening)], at: minute)
  }

  /// What is typed at one minute is one commit; a value or dose that is not expected waits to be verified.
  mutating func add(_ contents: [Content], at minute: Double) {
    guard !contents.isEmpty else { return }
    let observed = SimulatedLog.instant(minute)
    commits += 1
    let first = entries.count
    for content in contents {
      let number = EntryNumber(entries.count + 1)
      let doubted = doubted(content, at: observed)
      if case .vitals(let vitals) = doubted {
        verified.add(vitals, observed: observed, by: number)
      }
      entries.append(entry(doubted, number: number, observed: Stamp(observed, offsetMinutes: 0)))
    }
    fold = fold.continued(by: Array(entries[first...]))
  }

  /// What it means as of a minute.
  func assessment(at minute: Double) -> Assessment {
    fold.assessment(asOf: SimulatedLog.instant(minute))
  }

  /// To the second, as a clock is read.
  static func instant(_ minute: Double) -> Instant {
    start + .seconds(Int((minute * 60).rounded()))
  }

  private func doubted(_ content: Content, at observed: Instant) -> Content {
    switch content {
    case .vitals(let vitals): .vitals(vitals.doubted(after: verified.recent(at: observed)))
    case .dose(let dose):
      .dose(dose.doubted(formulary.doubts(about: dose, weight: weight.thousandths)))
    default: content
    }
  }

  private func entry(_ content: Content, number: EntryNumber, observed: Stamp) -> Entry {
    let place = UInt8(truncatingIfNeeded: number.value)
    return Entry(
      Draft(
        id: EntryID(UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, place))),
        observed: observed,
        author: author,
        content: content
      ),
      stream: .session(SessionNumber(1)),
      number: number,
      commit: CommitNumber(commits),
      recorded: observed,
      monotonic: MonotonicTime(nanoseconds: 0, boot: nil),
      record: SimulatedLog.record
    )
  }
}
