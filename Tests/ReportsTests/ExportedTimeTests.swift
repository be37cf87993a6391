import Reports
import SessionRecord
import Testing

/// A row of a record that was changed may hold any number where a time should be.
@Suite struct ExportedTimeTests {
  private func line(at milliseconds: Int, offset: Int) -> String {
    let row = ExportedRow(
      .access,
      [
        ExportedRow.Column(name: "at_ms", value: .integer(milliseconds)),
        ExportedRow.Column(name: "at_offset", value: .integer(offset)),
        ExportedRow.Column(name: "act", value: .integer(1)),
      ]
    )
    return ExportedLineJSON(.row(row)).text()
  }

  @Test func `is said where a calendar shows it`() {
    #expect(line(at: 1_795_093_560_000, offset: 60).contains(#""at":"2026-11-19T14:06:00+01:00""#))
    #expect(line(at: 253_402_300_799_999, offset: 0).contains(#""at":"9999-12-31T23:59:59.999Z""#))
  }

  @Test(arguments: [
    (Int.max, 60), (Int.min, 0), (0, Int.max), (0, Int.min), (0, 1_081),
    (253_402_300_800_000, 0), (-62_135_596_800_001, 0),
  ])
  func `is null where none does, and stands there as it is stored`(
    milliseconds: Int,
    offset: Int
  ) {
    let line = line(at: milliseconds, offset: offset)
    #expect(line.contains(#""at":null"#), "\(line)")
    #expect(line.contains("\"at_ms\":\(milliseconds)"), "\(line)")
  }
}
