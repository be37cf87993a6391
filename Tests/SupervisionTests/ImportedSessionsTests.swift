import Foundation
import Monitoring
import RecordStore
import SessionRecord
import Supervision
import Testing

@Suite struct `The session of an import` {
  private let rowA = [("13:25:00", "126/79")]
  private let rowB = [("13:50:00", "150/92")]

  // MARK: - Closing

  @Test func `is closed in the commit that brings its rows`() throws {
    let ward = try wardOfTheDayAfter()
    let outcome = try bring(observations(), closing: true, to: ward)
    #expect(outcome.added == 3)
    #expect(outcome.file?.session.state == .closed)
    #expect(outcome.leftOpen == nil)
    let log = try ward.file().log
    #expect(log.map(\.content.kind) == [.opened, .vitals, .vitals, .vitals, .closed])
    #expect(Set(log.map(\.commit)).count == 1)
    #expect(log.last?.source == .typed)
    #expect(try ward.file().session == outcome.file?.session)
  }

  @Test func `that is named is closed in the commit that adds to it`() throws {
    let ward = try wardOfTheDayAfter()
    try ward.open()
    let outcome = try bring(
      observations(),
      into: ward.file().session,
      closing: true,
      to: ward
    )
    #expect(outcome.file?.session.state == .closed)
    let log = try ward.file().log
    #expect(log.map(\.content.kind) == [.opened, .vitals, .vitals, .vitals, .closed])
    #expect(log.map(\.commit.value) == [1, 2, 2, 2, 2])
  }

  @Test func `is left open and said to be, where nothing is added to it`() throws {
    let ward = try wardOfTheDayAfter()
    _ = try bring(observations(), to: ward)
    for session in [nil, try ward.file().session] {
      for dryRun in [true, false] {
        let again = try bring(
          observations(),
          into: session,
          closing: true,
          dryRun: dryRun,
          to: ward
        )
        #expect(again.added == 0)
        #expect(again.file?.session.state == .open)
        #expect(
          again.leftOpen
            == "S-2026-0001 stays open: nothing was added, so --end closed nothing. "
            + "To close it: vigil end 1"
        )
      }
    }
    #expect(try ward.file().log.count == 4)
    #expect(try bring(observations(), to: ward).leftOpen == nil)
    try ward.end()
    #expect(try bring(observations(), closing: true, to: ward).leftOpen == nil)
  }

  // MARK: - Beside another

  @Test func `is not opened beside an open one, unless it is closed at once`() throws {
    let ward = try wardOfTheDayAfter()
    try ward.open()
    for dryRun in [true, false] {
      #expect(
        told { _ = try bring(observations(), dryRun: dryRun, to: ward) }
          == "P-014 has an open session, S-2026-0001. Nothing was imported. Add the rows to it "
          + "with -s S-2026-0001, or give --end for a session of their own that is closed at once."
      )
    }
    #expect(try ward.supervision.store.sessions(of: nil, openOnly: false).count == 1)
    #expect(try bring(observations(), closing: true, dryRun: true, to: ward).added == 3)
    let outcome = try bring(observations(), closing: true, to: ward)
    #expect(outcome.file?.session.number == SessionNumber(2))
    #expect(outcome.file?.session.state == .closed)
    #expect(try ward.file().session.isOpen)
  }

  @Test func `cannot be opened again beside an open one`() throws {
    let ward = try wardOfTheDayAfter()
    _ = try bring(observations(), closing: true, to: ward)
    try ward.open()
    #expect(
      told { try ward.type("void #5 -- too early", in: 1) }
        == "P-014 already has an open session, S-2026-0002. Nothing was stored. "
        + "Close it first: vigil end S-2026-0002"
    )
    try ward.end(2)
    try ward.type("void #5 -- too early", in: 1)
    #expect(try ward.file().session.isOpen)
  }

  // MARK: - Struck out

  @Test func `that was struck out holds nothing, whatever another one holds`() throws {
    let ward = try wardOfTheDayAfter()
    _ = try bring(observations(rowA), closing: true, to: ward)
    _ = try bring(observations(rowB), closing: true, to: ward)
    try ward.strikeOut(2)
    // A stands in session 1, B nowhere.
    #expect(
      told { _ = try bring(observations(rowA + rowB), closing: true, to: ward) }
        == "1 entry of this file is already in S-2026-0001. Nothing was added. "
        + "To add the others there: vigil import csv … -s S-2026-0001"
    )
    let outcome = try bring(observations(rowB), closing: true, to: ward)
    #expect(outcome.added == 1)
    #expect(outcome.alreadyThere == 0)
    #expect(outcome.file?.session.number == SessionNumber(3))
    let again = try bring(observations(rowA + rowB), closing: true, to: ward)
    #expect(again.added == 0)
    #expect(again.alreadyThere == 2)
  }

  @Test func `that is named takes what stands in one that was struck out`() throws {
    let ward = try wardOfTheDayAfter()
    _ = try bring(observations(rowB), to: ward)
    try ward.strikeOut(1)
    _ = try bring(observations(rowA), to: ward)
    let outcome = try bring(observations(rowA + rowB), into: ward.file(2).session, to: ward)
    #expect(outcome.added == 1)
    #expect(outcome.alreadyThere == 1)
    #expect(try ward.file(2).log.count == 3)
    #expect(try bring(observations(rowA + rowB), to: ward).added == 0)
  }

  @Test func `struck out time and again takes rows under ids of the same origin`() throws {
    let ward = try wardOfTheDayAfter()
    for attempt in 1...3 {
      _ = try bring(observations(rowA), to: ward)
      try ward.strikeOut(attempt)
    }
    // The third attempt's id is made of the first's, not of the second's.
    let first = try ward.file(1).log[1].id
    let third = EntryID(digesting: Array("\(first.uuid.uuidString)\u{0}3".utf8))
    #expect(try ward.file(3).log[1].id == third)
  }
}
