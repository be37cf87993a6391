import Monitoring
import SessionRecord
import TestSupport
import Testing

@testable import Reports

/// Letterheads for pages that are read by people and tests.
enum PageSamples {
  /// A picture of one dark point.
  static let logo: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0,
    1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 0x0A, 0x49, 0x44, 0x41, 0x54,
    0x78, 0x9C, 0x63, 0xE0, 0x02, 0, 0, 0x0B, 0, 0x0A, 0x13, 0xB8, 0x86, 0x2B, 0, 0, 0, 0, 0x49,
    0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
  ]

  static func clinic(
    _ name: String = "Northgate Ketamine Clinic (example)",
    logo: Bool = false,
    units: DisplayUnits = .asStored
  ) throws -> Clinic {
    try Clinic(
      name: name,
      address: ["12 Harbour Street", "2100 Northgate"],
      telephone: "+45 5550 0142",
      logo: logo ? try Logo(self.logo) : nil,
      units: units
    )
  }

  /// Printed 15:40 of the sample's day, of a record with these first bytes.
  static func letterhead(
    _ clinic: Clinic? = nil,
    paper: Paper? = nil,
    closed: Bool = false,
    mark: PrintMark? = nil
  ) throws -> Letterhead {
    let log = try SampleLog()
    return Letterhead(
      clinic: clinic,
      printed: Stamp(try log.at("15:40"), in: log.zone),
      version: "0.1.0",
      paper: paper,
      heads: ChainHeads(
        now: try digest([0x9F, 0x2C, 0x41, 0xD7, 0xB0, 0x6E, 0x83, 0xAA]),
        closed: closed ? try digest([0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88]) : nil
      ),
      mark: mark
    )
  }

  static func digest(_ first: [UInt8]) throws -> RecordDigest {
    let rest = [UInt8](repeating: 0, count: 32 - first.count)
    return try #require(RecordDigest(bytes: first + rest))
  }
}
