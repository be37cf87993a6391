import SessionRecord
import TestSupport

@testable import Exchange

/// What holds of whatever is imported: it is refused with a line of the file, or its rows, written as a
/// table again, are read as the same rows.
enum TablePromise {
  private static let date = CivilTime(date: "2026-11-19")
  private static let now = CivilTime(year: 2027, month: 1, day: 1)?.instant(offsetMinutes: 0)
  private static let zone = Zone(named: "Europe/Berlin")
  private static let effects = Set(EffectName.crises + EffectName.common)

  static func hold(_ bytes: [UInt8]) throws {
    if let records = records(bytes) {
      let again = TableText(records.map(\.fields)).bytes
      try BrokenPromise.unless(
        self.records(again)?.map(\.fields) == records.map(\.fields),
        "the fields \(records.map(\.fields)) are not read back"
      )
    }
    for date in [date, nil] {
      guard let rows = try rows(bytes, on: date) else { continue }
      let text = TableText(rows)
      guard let again = try self.rows(text.bytes, on: nil) else {
        throw BrokenPromise("“\(String(decoding: text.bytes, as: UTF8.self))” is refused")
      }
      try BrokenPromise.unless(
        again.map(\.observed) == rows.map(\.observed)
          && again.map(\.contents) == rows.map(\.contents)
          && again.map(\.words) == rows.map(\.words),
        "“\(String(decoding: text.bytes, as: UTF8.self))” is read as \(again), not \(rows)"
      )
    }
  }

  /// Nil where it is no CSV.
  private static func records(_ bytes: [UInt8]) -> [CSVText.Record]? {
    do { return try CSVText(bytes).records } catch { return nil }
  }

  /// Nil where the table is refused as it should be.
  private static func rows(
    _ bytes: [UInt8],
    on date: CivilTime?
  ) throws(BrokenPromise) -> [ObservedRow]? {
    guard let zone, let now else { throw BrokenPromise("there is no clock in Berlin") }
    let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
    do {
      let rows = try ObservationTable(
        csv: bytes,
        file: "f.csv",
        clock: FileClock(date: date, zone: zone),
        effects: effects,
        now: now
      ).rows
      try BrokenPromise.unless(
        !rows.isEmpty
          && rows.allSatisfy {
            !$0.contents.isEmpty && $0.observed.instant <= now && (1...lines).contains($0.line)
          },
        "a row with nothing in it, of the future, or of no line: \(rows)"
      )
      return rows
    } catch let refusal as ImportRefusal {
      try BrokenPromise.unless(
        refusal.problem.hasSuffix("Nothing was imported."),
        "refused as “\(refusal.problem)”"
      )
      if case .lines(_, let bad) = refusal {
        try BrokenPromise.unless(
          !bad.isEmpty && bad.allSatisfy { (1...lines).contains($0.number) },
          "refused for a line that the file has not: \(bad)"
        )
      }
      return nil
    } catch let broken as BrokenPromise {
      throw broken
    } catch {
      throw BrokenPromise("\(error)")
    }
  }
}
