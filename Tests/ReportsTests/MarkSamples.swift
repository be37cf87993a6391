import Monitoring
import SessionRecord
import TestSupport
import Testing

@testable import Reports

/// What binds the sample session's prints to its record.
enum MarkSamples {
  static let record: [UInt8] = [
    0x9F, 0x2C, 0x41, 0xD7, 0xB0, 0x6E, 0x83, 0xAA, 0x5C, 0x1D, 0x90, 0xE2, 0xF4, 0xA7, 0xB3, 0x68,
    0x19, 0xCE, 0x20, 0xD4, 0x7F, 0x83, 0xB1, 0x5A, 0xE6, 0x09, 0x3D, 0x8C, 0x72, 0xA1, 0xF4, 0x5B,
  ]

  /// As of the last entry of a file, with its QR code unless that could not be made.
  static func mark(
    _ file: SessionFile,
    seals: [Seal] = [],
    hasCode: Bool = true
  ) throws -> PrintMark {
    PrintMark(
      of: .session(
        file.session.number,
        upTo: try #require(file.log.last).number,
        isOpen: file.session.isOpen
      ),
      digest: try PageSamples.digest(record),
      seals: seals,
      code: hasCode ? try SampleCode.made() : nil
    )
  }

  /// The record's own seal when KO closed it, and the signatures of LH and, under the account of the
  /// desk, of MB, over the head at *upTo*.
  static func seals(_ file: SessionFile, upTo: EntryNumber? = nil) throws -> [Seal] {
    let last = try upTo ?? #require(file.log.last).number
    let closed = try #require(file.log.last).recorded
    return [
      try seal(7, file, last, of: nil, by: .clinician(try ClinicianCode("KO")), at: closed),
      try seal(
        8,
        file,
        last,
        of: "LH",
        by: .clinician(try ClinicianCode("LH")),
        at: Stamp(closed.instant + .minutes(2), in: file.zone)
      ),
      try seal(
        9,
        file,
        last,
        of: "MB",
        by: .account("desk"),
        at: Stamp(closed.instant + .minutes(3), in: file.zone)
      ),
    ]
  }

  /// Sealed and signed, without its picture.
  static func letterhead(_ file: SessionFile) throws -> Letterhead {
    try PageSamples.letterhead(mark: try mark(file, seals: try seals(file), hasCode: false))
  }

  static func seal(
    _ number: Int,
    _ file: SessionFile,
    _ upTo: EntryNumber,
    of owner: String?,
    by accessor: Accessor,
    at: Stamp,
    head: [UInt8] = record
  ) throws -> Seal {
    Seal(
      number: number,
      act: .head(
        .session(file.session.number),
        upTo,
        try PageSamples.digest(head),
        derived: .zero
      ),
      owner: try owner.map { try ClinicianCode($0) },
      enteredAs: accessor,
      remark: nil,
      at: at,
      key: try key(owner),
      hash: .zero
    )
  }

  /// Of each owner another.
  private static func key(_ owner: String?) throws -> VerifyingKey {
    let bytes = (owner ?? "record").utf8.map { $0 } + [UInt8](repeating: 0x3F, count: 32)
    return try #require(VerifyingKey(Array(bytes.prefix(32))))
  }
}
