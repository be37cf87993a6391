import SessionRecord
import Testing

@Suite("Verified values")
struct VerifiedValuesTests {
  private func weight(_ kilograms: Int, verified: Bool = true) throws -> Content {
    .vitals(
      try Vitals([.weight: .measured(Quantity(.weight, kilograms), verified: verified)])
    )
  }

  private func weightOfTheDay(_ log: Log, opened: Int? = 72) throws -> Int? {
    let opened = try opened.map { try Quantity(.weight, $0) }
    return VerifiedValues(log.chart).weight(asOpened: opened).map { $0.thousandths / 1_000 }
  }

  @Test func `give the weight of the day, as measured last and as opened before that`() throws {
    var log = Log()
    #expect(try weightOfTheDay(log) == 72)
    #expect(try weightOfTheDay(log, opened: nil) == nil)
    let first = try log.add(weight(70), observed: Log.at(20))
    #expect(try weightOfTheDay(log) == 70)
    // Typed later, measured earlier.
    try log.add(weight(69), observed: Log.at(10))
    #expect(try weightOfTheDay(log) == 70)
    // At one time, what was typed later.
    try log.add(weight(68), observed: Log.at(20))
    #expect(try weightOfTheDay(log) == 68)
    try log.add(.amending(first, to: weight(71), observed: Log.at(30)))
    #expect(try weightOfTheDay(log) == 71)
    try log.add(.voiding(first))
    #expect(try weightOfTheDay(log) == 68)
  }

  @Test func `hold a weight that was typed again, and none that waits to be`() throws {
    var log = Log()
    let doubtful = try log.add(weight(210, verified: false))
    #expect(try weightOfTheDay(log) == 72)
    let again = try log.add(.verification(of: doubtful))
    #expect(try weightOfTheDay(log) == 210)
    try log.add(.voiding(again))
    #expect(try weightOfTheDay(log) == 72)
  }

  @Test func `are the same when they are kept in step as when they are made anew`() throws {
    var log = Log()
    for (minute, value) in [(3, 70), (1, 71), (2, 72), (2, 73)] {
      try log.add(.readings([.heartRate: value, .spo2: 97]), observed: Log.at(minute))
    }
    var kept = VerifiedValues(log.chart)
    let before = try #require(log.chart[EntryNumber(3)])
    try log.add(.amending(EntryNumber(3), to: .readings([.heartRate: 80]), observed: Log.at(4)))
    kept.remove(before)
    kept.add(try #require(log.chart[EntryNumber(3)]))
    let anew = VerifiedValues(log.chart)
    for minute in 0...9 {
      for except in [nil, EntryNumber(3), EntryNumber(4)] {
        let at = Log.at(minute).instant
        #expect(kept.recent(at: at, except: except) == anew.recent(at: at, except: except))
      }
    }
    #expect(kept.recent(at: Log.at(4).instant)[.heartRate]?.thousandths == 80_000)
    #expect(kept.recent(at: Log.at(3).instant)[.heartRate]?.thousandths == 70_000)
    #expect(kept.recent(at: Log.at(2).instant)[.heartRate]?.thousandths == 73_000)
    #expect(
      kept.recent(at: Log.at(2).instant, except: EntryNumber(4))[.heartRate]?.thousandths == 71_000
    )
  }

  @Test func `of sets that are about to be entries are verified ones only`() throws {
    var values = VerifiedValues()
    values.add(
      try Vitals([
        .heartRate: .measured(Quantity(.heartRate, 170), verified: false),
        .spo2: .measured(Quantity(.spo2, 97), verified: true),
      ]),
      observed: Log.at(1).instant,
      by: EntryNumber(2)
    )
    #expect(Array(values.recent(at: Log.at(1).instant).keys) == [.spo2])
  }
}
