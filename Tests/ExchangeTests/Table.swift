import SessionRecord

@testable import Exchange

/// A file of observations as the tests read it: in Berlin, on a day of 2026, in 2027.
struct Table {
  static let now = CivilTime(year: 2027, month: 1, day: 1)?.instant(offsetMinutes: 0)
  static let effects = Set(EffectName.crises + EffectName.common)

  let rows: [ObservedRow]

  init(_ text: String, date: String? = "2026-11-19", zone: String = "Europe/Berlin") throws {
    try self.init(bytes: Array(text.utf8), date: date, zone: zone)
  }

  init(bytes: [UInt8], date: String? = "2026-11-19", zone name: String = "Europe/Berlin") throws {
    guard let zone = Zone(named: name), let now = Table.now else { throw Missing.zone(name) }
    rows = try ObservationTable(
      csv: bytes,
      file: "f.csv",
      clock: FileClock(date: date.flatMap(CivilTime.init(date:)), zone: zone),
      effects: Table.effects,
      now: now
    ).rows
  }

  enum Missing: Error { case zone(String), vitals }

  /// The readings of the only row.
  static func readings(_ header: String, _ row: String) throws -> [VitalSign: Reading] {
    let contents = try Table("time,\(header)\n14:05,\(row)\n").rows.flatMap(\.contents)
    guard case .vitals(let vitals)? = contents.first else { throw Missing.vitals }
    return vitals.readings
  }
}
