import SessionRecord

/// What the options change of a clinic.
struct ClinicChange {
  /// What an option says: nothing, that there is none, or a value.
  private enum Said<Value> {
    case nothing
    case none
    case value(Value)

    func applied(to before: Value?) -> Value? {
      switch self {
      case .nothing: before
      case .none: nil
      case .value(let value): value
      }
    }
  }

  /// The zone that is being set; nil where none is.
  let zone: Zone?
  private let name: String?
  private let address: Said<[String]>
  private let telephone: Said<String>
  private let logo: Said<Logo>
  private let zoneName: Said<String>
  private let paper: Paper?
  private let temperature: DisplayUnits.Temperature?
  private let weight: DisplayUnits.Weight?
  private let retentionYears: Said<Int>
  private let backupDays: Said<Int>

  init(_ command: ClinicCommand) throws {
    name = try command.name.map { text in
      // A name is the one thing that a head cannot do without.
      guard text != "none" else { throw ClinicRefusal.nameMissing }
      return try PlainText.checked(text, what: "name")
    }
    telephone = try ClinicChange.said(command.telephone) {
      try PlainText.checked($0, what: "telephone number")
    }
    if command.address == ["none"] {
      address = .none
    } else if command.address.isEmpty {
      address = .nothing
    } else {
      address = .value(
        try command.address.map { try PlainText.checked($0, what: "line of the address") }
      )
    }
    logo = try ClinicChange.said(command.logo) {
      // More than is kept, so that it is the logo's own refusal that says how much may be.
      let logo = try Logo(InputFile.bytes($0, most: 10_000_000))
      guard logo.isWhole else { throw ClinicRefusal.logoCut }
      return logo
    }
    zoneName = try ClinicChange.said(command.zone) { try LocalZone.resolve($0).name }
    zone = try command.zone.flatMap { $0 == "none" ? nil : try LocalZone.resolve($0) }
    paper = command.paper
    temperature = command.temperature
    weight = command.weight
    retentionYears = try ClinicChange.said(command.retentionYears) {
      try ClinicChange.number($0, of: "--retention-years")
    }
    backupDays = try ClinicChange.said(command.backupDays) {
      try ClinicChange.number($0, of: "--backup-days")
    }
  }

  private static func number(_ text: String, of option: String) throws -> Int {
    guard let number = Int(text) else { throw ClinicCommandRefusal.notANumber(option, text) }
    return number
  }

  private static func said<Value>(
    _ text: String?,
    _ value: (String) throws -> Value
  ) rethrows -> Said<Value> {
    guard let text else { return .nothing }
    return text == "none" ? .none : .value(try value(text))
  }

  /// Refused where there is no clinic yet and no name is given.
  func applied(to before: Clinic?) throws -> Clinic {
    try Clinic(
      name: name ?? before?.name ?? "",
      address: address.applied(to: before?.address) ?? [],
      telephone: telephone.applied(to: before?.telephone),
      logo: logo.applied(to: before?.logo),
      paper: paper ?? before?.paper ?? .a4,
      zone: zoneName.applied(to: before?.zone),
      units: DisplayUnits(
        temperature: temperature ?? before?.units.temperature ?? .celsius,
        weight: weight ?? before?.units.weight ?? .kilograms
      ),
      retentionYears: retentionYears.applied(to: before?.retentionYears),
      backupDays: backupDays.applied(to: before?.backupDays)
    )
  }
}
