import Foundation
import Monitoring
import RecordStore
import SessionRecord
import Supervision
import Testing

@Suite struct `Importing observations` {
  @Test func `makes a session that began with the first of them`() throws {
    let ward = try wardOfTheDayAfter()
    let outcome = try bring(observations().reversed(), to: ward)
    let file = try #require(outcome.file)
    #expect(outcome.added == 3)
    #expect(outcome.alreadyThere == 0)
    #expect(file.session.opened.instant == (try Ward.instant("13:25:00")))
    #expect(file.log.map(\.content.kind) == [.opened, .vitals, .vitals, .vitals])
    #expect(file.log.dropFirst().allSatisfy { $0.source == .imported(document: "readings.csv") })
    #expect(file.log.allSatisfy { !$0.isLate }, "imported ones are marked so, and not late")
    #expect(Set(file.log.map(\.commit)).count == 1)
  }

  @Test func `of the same file twice adds nothing`() throws {
    let ward = try wardOfTheDayAfter()
    _ = try bring(observations(), doses: ["@13:30 start infusion"], closing: true, to: ward)
    let again = try bring(observations(), doses: ["@13:30 start infusion"], to: ward)
    #expect(again.added == 0)
    #expect(again.alreadyThere == 4)
    #expect(again.file?.session.number == SessionNumber(1))
    #expect(try ward.file().log.count == 6)
  }

  @Test func `of rows in another order adds nothing either`() throws {
    let ward = try wardOfTheDayAfter()
    _ = try bring(observations(), to: ward)
    #expect(try bring(observations().reversed(), to: ward).added == 0)
  }

  @Test func `keeps equal rows, each once`() throws {
    let ward = try wardOfTheDayAfter()
    let rows = try observations([("14:00:00", "120/80"), ("14:00:00", "120/80")])
    #expect(try bring(rows, to: ward).added == 2)
    #expect(try bring(rows, to: ward).added == 0)
    // A third of the same is new.
    let third = try bring(
      rows + observations([("14:00:00", "120/80")]),
      into: ward.file().session,
      to: ward
    )
    #expect(third.added == 1)
    #expect(third.alreadyThere == 2)
  }

  @Test func `of a file that has grown adds what is new to its session`() throws {
    let ward = try wardOfTheDayAfter()
    _ = try bring(observations(), to: ward)
    let grown = someRows + [("14:20:00", "150/90")]
    #expect(
      told { _ = try bring(observations(grown), to: ward) }
        == "3 entries of this file are already in S-2026-0001. Nothing was added. "
        + "To add the others there: vigil import csv … -s S-2026-0001"
    )
    let outcome = try bring(observations(grown), into: ward.file().session, to: ward)
    #expect(outcome.added == 1)
    #expect(outcome.alreadyThere == 3)
    #expect(try ward.file().log.count == 5)
  }

  @Test func `into another session than theirs is refused`() throws {
    let ward = try wardOfTheDayAfter()
    _ = try bring(observations(), closing: true, to: ward)
    let second = try ward.open("P-014")
    for rows in [
      someRows, someRows + [("14:20:00", "150/90")],
    ] {
      #expect(
        told { _ = try bring(observations(rows), into: ward.file(2).session, to: ward) }
          == "3 entries of this file are already in S-2026-0001. Nothing was added. "
          + "To add the others there: vigil import csv … -s S-2026-0001"
      )
    }
    #expect(try ward.supervision.file(of: second).log.count == 1)
  }

  @Test func `is possible again once its session was struck out, and only once`() throws {
    let ward = try wardOfTheDayAfter()
    for attempt in 1...3 {
      let outcome = try bring(observations(), to: ward)
      #expect(outcome.added == 3, "attempt \(attempt)")
      #expect(outcome.file?.session.number == SessionNumber(attempt))
      #expect(try bring(observations(), to: ward).added == 0)
      try ward.strikeOut(attempt)
    }
  }

  @Test func `of another patient is another import`() throws {
    let ward = try wardOfTheDayAfter()
    try ward.know("P-020")
    _ = try bring(observations(), to: ward)
    let other = try ward.supervision.importObservations(
      observations(),
      document: "readings.csv",
      doses: [],
      into: nil,
      opening: ward.request("P-020"),
      author: nil,
      closing: false,
      dryRun: false
    )
    #expect(other.added == 3)
  }

  @Test func `without storing says what it would do`() throws {
    let ward = try wardOfTheDayAfter()
    let outcome = try bring(observations(), dryRun: true, to: ward)
    #expect(outcome.added == 3)
    #expect(outcome.file == nil)
    #expect(try ward.supervision.store.sessions(of: nil, openOnly: false).isEmpty)
  }

  @Test func `into a session that is closed or struck out is refused`() throws {
    let ward = try wardOfTheDayAfter()
    try ward.open("P-014")
    try ward.end()
    #expect(
      told { _ = try bring(observations(), into: ward.file().session, to: ward) }
        == "S-2026-0001 is closed: it takes only fix, void, ack, addendum and review. Nothing was stored."
    )
    try ward.strikeOut()
    #expect(
      told { _ = try bring(observations(), into: ward.file().session, to: ward) }
        == "S-2026-0001 is struck out. Nothing was stored."
    )
  }

  @Test func `sees a closing that came after it looked`() throws {
    let ward = try wardOfTheDayAfter()
    try ward.open("P-014")
    let asItWas = try ward.file().session
    try ward.end()
    #expect(told { _ = try bring(observations(), into: asItWas, to: ward) } != nil)
    #expect(try ward.file().log.count == 2)
    try ward.strikeOut()
    #expect(
      told { _ = try bring(observations(), into: asItWas, to: ward) }
        == "S-2026-0001 is struck out. Nothing was stored."
    )
  }

  @Test func `marks what is not expected, and a jump within five minutes`() throws {
    let ward = try wardOfTheDayAfter()
    let rows = [
      ("14:00:00", "232/118"), ("14:01:00", "120/80"), ("14:05:59", "180/85"),
      ("14:11:00", "120/80"), ("14:15:00", "175/95"),
    ]
    _ = try bring(observations(rows), to: ward)
    let doubted = try (2...6).map { try ward.vitals($0).unverified }
    // 232 is over 220, and no measure for the next; 180 is 60 over a 120 of 4:59 before; the last
    // 120 follows an unverified one; 175 is 55 over it.
    #expect(doubted == [[.systolic], [], [.systolic], [], []])
  }

  @Test func `counts values that are not usable and flags none of them`() throws {
    let ward = try wardOfTheDayAfter()
    let broken = ImportedObservation(
      observed: Stamp(try Ward.instant("14:00:00"), in: Ward.berlin),
      contents: [
        .vitals(
          try Vitals([
            .systolic: .notUsable(written: "0"), .diastolic: .notUsable(written: "0"),
          ])
        )
      ],
      words: "systolic=0"
    )
    let outcome = try bring(observations() + [broken], to: ward)
    #expect(outcome.notUsable == 2)
    #expect(try ward.openFlags() == "")
  }
}
