/// What stands at the head of everything that a clinic prints, and the units that it reads.
package struct Clinic: Hashable {
  package let name: String
  /// At most four lines, in the order in which they are printed.
  package let address: [String]
  package let telephone: String?
  package let logo: Logo?
  package let paper: Paper
  /// IANA name of the zone whose clock prints and days follow; nil leaves that to the machine.
  package let zone: String?
  package let units: DisplayUnits
  /// For how many years after the last of a course an identity is kept; nil where the clinic did not say,
  /// which counts as for ever.
  package let retentionYears: Int?
  /// How many days old the last verified backup may be; nil where nobody is to be warned.
  package let backupDays: Int?

  /// Refuses a clinic without a name, a text that does not fit its line, a fifth line of address, and a
  /// number of years or days that cannot be meant.
  package init(
    name: String,
    address: [String] = [],
    telephone: String? = nil,
    logo: Logo? = nil,
    paper: Paper = .a4,
    zone: String? = nil,
    units: DisplayUnits = .asStored,
    retentionYears: Int? = nil,
    backupDays: Int? = nil
  ) throws(ClinicRefusal) {
    guard !name.allSatisfy(\.isWhitespace) else { throw .nameMissing }
    guard address.count <= Clinic.mostLines else { throw .tooManyLines(address.count) }
    for text in [name, telephone ?? ""] + address where text.count > Clinic.longestLine {
      throw .tooLong(text)
    }
    if let retentionYears, !Clinic.years.contains(retentionYears) {
      throw .yearsOutside(retentionYears)
    }
    if let backupDays, !Clinic.days.contains(backupDays) { throw .daysOutside(backupDays) }
    self.name = name
    self.address = address
    self.telephone = telephone
    self.logo = logo
    self.paper = paper
    self.zone = zone
    self.units = units
    self.retentionYears = retentionYears
    self.backupDays = backupDays
  }

  /// Years for which an identity may be kept.
  package static let years = 1...100
  /// Days that a backup may be old.
  package static let days = 1...365
  /// Lines of an address.
  package static let mostLines = 4
  /// Letters of a line, so that the head stays a head.
  package static let longestLine = 80
}

/// A picture beside the clinic's name.
package struct Logo: Hashable {
  package enum Kind: Int, Hashable, CaseIterable {
    case png = 1
    case jpeg = 2
  }

  package let kind: Kind
  package let bytes: [UInt8]

  /// Refuses what is neither a PNG nor a JPEG by its first bytes, and what is over 256 kB.
  package init(_ bytes: [UInt8]) throws(ClinicRefusal) {
    guard bytes.count <= Logo.mostBytes else { throw .logoTooLarge(bytes.count) }
    // PNG (ISO/IEC 15948, 5.2) and JPEG (ISO/IEC 10918-1, SOI and the marker after it).
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      kind = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      kind = .jpeg
    } else {
      throw .logoNotAPicture
    }
    self.bytes = bytes
  }

  /// Whether the picture goes on to its end: the last chunk of a PNG (ISO/IEC 15948, 11.2.5), the EOI of a
  /// JPEG (ISO/IEC 10918-1), with at most a few bytes behind it.
  package var isWhole: Bool {
    let end: [UInt8] =
      switch kind {
      case .png: [0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
      case .jpeg: [0xFF, 0xD9]
      }
    let last = Array(bytes.suffix(64))
    guard last.count >= end.count else { return false }
    return (0...(last.count - end.count)).contains { last[$0...].starts(with: end) }
  }

  package static let mostBytes = 262_144
}

/// A sheet of paper.
package enum Paper: String, Hashable, CaseIterable {
  case a4
  case letter
}

/// The units that a clinic reads; values are stored in °C and kg whatever they are.
package struct DisplayUnits: Hashable {
  package enum Temperature: String, Hashable, CaseIterable {
    case celsius
    case fahrenheit
  }

  package enum Weight: String, Hashable, CaseIterable {
    case kilograms
    case pounds
  }

  package let temperature: Temperature
  package let weight: Weight

  package init(temperature: Temperature, weight: Weight) {
    self.temperature = temperature
    self.weight = weight
  }

  package static let asStored = DisplayUnits(temperature: .celsius, weight: .kilograms)
}

/// Why a clinic's head cannot be kept.
package enum ClinicRefusal: Refusal, Hashable {
  case nameMissing
  case tooManyLines(Int)
  case tooLong(String)
  case logoTooLarge(Int)
  case logoNotAPicture
  /// The picture ends before its end.
  case logoCut
  case yearsOutside(Int)
  case daysOutside(Int)

  package var kind: RefusalKind { .badInput }

  package var problem: String {
    switch self {
    case .nameMissing: "The clinic has no name. Nothing was stored."
    case .tooManyLines(let count):
      "An address has at most \(Clinic.mostLines) lines, and these are \(count). Nothing was stored."
    case .tooLong(let text):
      "“\(text.prefix(24))…” is over \(Clinic.longestLine) letters. Nothing was stored."
    case .logoTooLarge(let bytes):
      "The logo has \(bytes / 1_024) kB; at most \(Logo.mostBytes / 1_024) kB are kept. "
        + "Nothing was stored."
    case .logoNotAPicture: "The logo is neither a PNG nor a JPEG picture. Nothing was stored."
    case .logoCut: "The logo ends in the middle of the picture. Nothing was stored."
    case .yearsOutside(let years):
      "Identities cannot be kept for \(years) years. Nothing was stored."
    case .daysOutside(let days):
      "A backup cannot be allowed to be \(days) days old. Nothing was stored."
    }
  }

  package var remedy: String? {
    switch self {
    case .nameMissing: "As: vigil clinic --name 'Northgate Clinic' --by LH"
    case .tooManyLines, .tooLong: "Shorten it."
    case .logoTooLarge: "Save it smaller; 600 points wide is enough on paper."
    case .logoNotAPicture: "Save it as a PNG."
    case .logoCut: "Copy the file again, or save it as a PNG."
    case .yearsOutside:
      "Give \(Clinic.years.lowerBound) to \(Clinic.years.upperBound) years, as --retention-years 10."
    case .daysOutside:
      "Give \(Clinic.days.lowerBound) to \(Clinic.days.upperBound) days, as --backup-days 7."
    }
  }
}
