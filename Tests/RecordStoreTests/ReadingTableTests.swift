import GRDB
import RecordStore
import SessionRecord
import Testing

@Suite("Readings across sessions")
struct ReadingTableTests {
  /// Rows as `entry sign value verified standing`, by entry and sign.
  private func rows(_ record: TemporaryRecord) throws -> [String] {
    try record.raw().inDatabase { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT entry || ' ' || sign || ' ' || value || ' ' || verified || ' ' || standing
          FROM reading ORDER BY entry, sign
          """
      )
    }
  }

  private func pulse(_ rate: Int, verified: Bool = true) throws -> Content {
    .vitals(
      try Vitals([.heartRate: .measured(try Quantity(.heartRate, rate), verified: verified)])
    )
  }

  @Test func `hold every measured value, and nothing that was not measured`() throws {
    let record = try TemporaryRecord()
    let session = try record.openSession()
    let set = try Vitals([
      .systolic: .unrecordable, .diastolic: .unrecordable,
      .heartRate: .measured(try Quantity(.heartRate, 180), verified: false),
      .spo2: .notObtained(because: "cold"), .temperature: .notUsable(written: "0"),
      .oxygenFlow: .roomAir,
    ])
    try record.append([.vitals(set), .note("x"), vitals(128, 78)], to: session)
    #expect(
      try rows(record) == [
        "2 4 180000 0 1", "4 1 128000 1 1", "4 2 78000 1 1", "4 4 80000 1 1",
      ]
    )
  }

  @Test func `follow verification, amendment and void`() throws {
    let record = try TemporaryRecord()
    let session = try record.openSession()
    try record.append([pulse(180, verified: false)], to: session)
    try record.append([.verification(of: EntryNumber(2))], to: session, minutes: 2)
    #expect(try rows(record) == ["2 4 180000 1 1"])
    try record.append(
      [.void(Voiding(of: EntryNumber(3), reason: .undone))],
      to: session,
      minutes: 3
    )
    #expect(try rows(record) == ["2 4 180000 0 1"])
    let amended = try Vitals([.spo2: .measured(try Quantity(.spo2, 96), verified: true)])
    try record.append(
      [
        .amendment(
          Amendment(
            of: EntryNumber(2),
            content: .vitals(amended),
            observed: nil,
            reason: "wrong sign"
          )
        )
      ],
      to: session,
      minutes: 4
    )
    #expect(try rows(record) == ["2 5 96000 1 1"])
    try record.append(
      [.void(Voiding(of: EntryNumber(5), reason: .undone))],
      to: session,
      minutes: 5
    )
    #expect(try rows(record) == ["2 5 96000 1 0"])
  }

  @Test func `are the same whether entries came in one commit or one by one`() throws {
    let contents = [
      try pulse(80), try pulse(175, verified: false), .verification(of: EntryNumber(3)),
      .amendment(
        Amendment(of: EntryNumber(2), content: try pulse(81), observed: nil, reason: "slip")
      ),
      .void(Voiding(of: EntryNumber(3), reason: .undone)), try vitals(128, 78),
    ]
    let together = try TemporaryRecord()
    try together.append(contents, to: try together.openSession())
    let apart = try TemporaryRecord()
    let session = try apart.openSession()
    for content in contents { try apart.append([content], to: session) }
    #expect(try rows(together) == rows(apart))
    #expect(try rows(together).count == 5)
  }
}
