import Foundation
import Monitoring
import SessionRecord
import TestSupport

/// A session as it is typed at the bedside, from a seed: sets in order, some effects, one dose.
struct BenchSession {
  private static let opened = Instant(milliseconds: 1_780_000_000_000)
  /// Minutes of the sets, from before the dose to leaving.
  private static let minutes =
    [-10, 0] + Array(stride(from: 10, through: 40, by: 10))
    + Array(stride(from: 55, through: 235, by: 10))

  private let terms: MonitoringProtocol

  init(under terms: MonitoringProtocol) { self.terms = terms }

  func readings(in log: [Entry]) -> Int {
    log.reduce(0) { sum, entry in
      if case .vitals(let vitals) = entry.content { sum + vitals.readings.count } else { sum }
    }
  }

  /// Each entry is a commit of its own, recorded as it is observed.
  func log(seed: Int) throws -> [Entry] {
    var generator = SeededGenerator(seed: UInt64(seed))
    var log: [Entry] = []
    try add(.opened(opening()), at: -15, to: &log)
    let rise = generator.number(0...45)
    for minute in BenchSession.minutes {
      let shape = minute <= 0 ? 0 : minute <= 40 ? minute * 100 / 40 : max(0, 100 - (minute - 40))
      try add(.vitals(set(rise * shape / 100, &generator)), at: minute, to: &log)
      if minute == 0 {
        let amount = try Amount(thousandths: 36_000, .milligram)
        let dose = try Dose(
          drug: terms.formulary.ownDrug,
          amount: amount,
          route: terms.formulary.ownRoute
        )
        try add(.dose(dose), at: 0, to: &log)
      }
      if minute == 20 {
        try add(.effect(SideEffect(.dissociation, grade: .words(.moderate))), at: 21, to: &log)
      }
      if minute == 85 {
        try add(.effect(SideEffect(.dissociation, course: .gone)), at: 86, to: &log)
      }
    }
    try add(.closed, at: 240, to: &log)
    return log
  }

  private func set(_ rise: Int, _ generator: inout SeededGenerator) throws -> Vitals {
    let systolic = 122 + rise + generator.number(-6...6)
    return try Vitals([
      .systolic: measured(.systolic, systolic),
      .diastolic: measured(.diastolic, 76 + rise * 6 / 10 + generator.number(-4...4)),
      .heartRate: measured(.heartRate, 74 + generator.number(-8...14)),
      .spo2: measured(.spo2, generator.number(94...99)),
      .respiratoryRate: measured(.respiratoryRate, generator.number(12...18)),
      .moaas: measured(.moaas, rise > 15 ? 4 : 5),
    ])
  }

  private func measured(_ sign: VitalSign, _ value: Int) throws -> Reading {
    .measured(try Quantity(sign, value), verified: true)
  }

  private func opening() throws -> Opening {
    Opening(
      patient: try PatientCode("P-1"),
      identity: .zero,
      monitoringProtocol: ProtocolReference(id: terms.id, version: terms.version, digest: .zero),
      setting: .clinic,
      zone: "UTC",
      prescriber: nil
    )
  }

  private func add(_ content: Content, at minute: Int, to log: inout [Entry]) throws {
    let number = log.count + 1
    let stamp = Stamp(BenchSession.opened + .minutes(minute) + .seconds(number), in: .utc)
    log.append(
      Entry(
        Draft(
          id: EntryID(UUID()),
          observed: stamp,
          author: try ClinicianCode("KO"),
          content: content
        ),
        stream: .session(SessionNumber(1)),
        number: EntryNumber(number),
        commit: CommitNumber(number),
        recorded: stamp,
        monotonic: MonotonicTime(nanoseconds: number, boot: nil),
        record: UUID()
      )
    )
  }
}
