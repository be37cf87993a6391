import Foundation
import GRDB
package import SessionRecord

/// What became of setting the clinic.
package enum ClinicOutcome: Hashable {
  /// *replacing* is what was in use before; nil where it is the first.
  case set(ClinicSetting, replacing: ClinicSetting?)
  /// It is the same in every part; nothing was added.
  case alreadySet(ClinicSetting)

  package var setting: ClinicSetting {
    switch self {
    case .set(let setting, _), .alreadySet(let setting): setting
    }
  }
}

extension RecordStore {
  /// Keeps what stands at the head of prints from now on.
  ///
  /// *change* makes it of what is in use, inside the transaction: of two who change one thing each at the
  /// same time, neither undoes the other's. What it throws is passed on, and nothing is stored.
  package func set(
    clinic change: (Clinic?) throws -> Clinic,
    by clinician: ClinicianCode,
    at stamp: Stamp
  ) throws -> ClinicOutcome {
    try RecordRefusal.ofSettingClinic {
      try committing { database in
        let newest = try database.newestClinic()
        let clinic = try change(newest?.clinic)
        if let newest, newest.clinic == clinic { return .alreadySet(newest) }
        let setting = ClinicSetting(clinic: clinic, by: clinician, at: stamp)
        try database.insert(setting)
        try bind(.clinic, of: nil, by: .clinician(clinician), at: stamp, database)
        return .set(setting, replacing: newest)
      } presence: { database, outcome in
        try database.newestClinic() == outcome.setting ? .all : .none
      }
    }
  }

  /// What is in use now; nil where nothing was set.
  package func clinic() throws -> Clinic? { try reading { try $0.newestClinic() }?.clinic }

  /// All that was set, in the order in which that was done.
  package func clinics() throws -> [ClinicSetting] {
    try reading { database in
      try database.rows("SELECT \(ClinicRow.columns) FROM clinic ORDER BY number") {
        try ClinicRow.setting($0)
      }
    }
  }
}

extension Database {
  fileprivate func newestClinic() throws -> ClinicSetting? {
    try firstRow(
      "SELECT \(ClinicRow.columns) FROM clinic ORDER BY number DESC LIMIT 1"
    ) { try ClinicRow.setting($0) }
  }

  fileprivate func insert(_ setting: ClinicSetting) throws {
    let clinic = setting.clinic
    // A line that is empty or holds a line feed would come back as another number of lines.
    guard
      ([clinic.name, clinic.telephone, clinic.zone] + clinic.address).allSatisfy(\.fitsColumn),
      !clinic.address.contains(where: { $0.isEmpty || $0.unicodeScalars.contains("\n") }),
      clinic.telephone != "", clinic.zone != ""
    else { throw RecordRefusal.notStorable(what: "clinic") }
    try run(
      """
      INSERT INTO clinic (number, \(ClinicRow.columns))
      VALUES (1 + (SELECT count(*) FROM clinic), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
        ?, ?)
      """,
      [
        clinic.name,
        clinic.address.isEmpty ? nil : clinic.address.joined(separator: "\n"),
        clinic.telephone, clinic.logo?.kind.rawValue, (clinic.logo?.bytes).map { Data($0) },
        ClinicRow.number(of: clinic.paper), clinic.zone,
        ClinicRow.number(of: clinic.units.temperature), ClinicRow.number(of: clinic.units.weight),
        clinic.retentionYears, clinic.backupDays,
        setting.by.text, setting.at.instant.milliseconds, setting.at.offsetMinutes,
      ]
    )
  }
}

/// A row of the table `clinic`.
private enum ClinicRow {
  static let columns = """
    name, address, telephone, logo_kind, logo, paper, zone, temperature, weight, \
    retention_years, backup_days, clinician, set_ms, set_offset
    """

  static func setting(_ row: StoredRow) throws -> ClinicSetting {
    do {
      guard let at = Stamp(milliseconds: try row.integer(12), offset: try row.integer(13)) else {
        throw UnexpectedColumn()
      }
      return ClinicSetting(
        clinic: try clinic(row),
        by: try ClinicianCode(stored: try row.text(11)),
        at: at
      )
    } catch is any Refusal {
      // A text or a picture that no clinic can have.
      throw UnexpectedColumn()
    }
  }

  private static func clinic(_ row: StoredRow) throws -> Clinic {
    let logo = try row.optionalBytes(4).map { try Logo($0) }
    guard try row.optionalInteger(3) == logo?.kind.rawValue else { throw UnexpectedColumn() }
    let address = try row.optionalText(1)?
      .split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    return try Clinic(
      name: try row.text(0),
      address: address ?? [],
      telephone: try row.optionalText(2),
      logo: logo,
      paper: try one(of: Paper.allCases, numbered: try row.integer(5), number(of:)),
      zone: try row.optionalText(6),
      units: DisplayUnits(
        temperature: try one(
          of: DisplayUnits.Temperature.allCases,
          numbered: try row.integer(7),
          number(of:)
        ),
        weight: try one(
          of: DisplayUnits.Weight.allCases,
          numbered: try row.integer(8),
          number(of:)
        )
      ),
      retentionYears: try row.optionalInteger(9),
      backupDays: try row.optionalInteger(10)
    )
  }

  private static func one<Value>(
    of values: [Value],
    numbered number: Int,
    _ own: (Value) -> Int
  ) throws -> Value {
    guard let value = values.first(where: { own($0) == number }) else { throw UnexpectedColumn() }
    return value
  }

  static func number(of paper: Paper) -> Int {
    switch paper {
    case .a4: 1
    case .letter: 2
    }
  }

  static func number(of temperature: DisplayUnits.Temperature) -> Int {
    switch temperature {
    case .celsius: 1
    case .fahrenheit: 2
    }
  }

  static func number(of weight: DisplayUnits.Weight) -> Int {
    switch weight {
    case .kilograms: 1
    case .pounds: 2
    }
  }
}
