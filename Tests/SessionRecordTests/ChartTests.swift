import SessionRecord
import TestSupport
import Testing

@Suite struct ChartTests {
  @Test func `says what an amended entry says now, under its own number`() throws {
    var log = Log()
    let first = try log.add(.note("a"), observed: Log.at(0))
    try log.add(.amending(first, to: .note("b")))
    let second = try log.add(.amending(first, to: .note("c"), observed: Log.at(5)))
    let chart = log.chart
    #expect(chart.entries.count == 1)
    let entry = try #require(chart[first])
    #expect(entry.content == .note("c"))
    #expect(entry.observed == Log.at(5))
    #expect(entry.original.content == .note("a"))
    #expect(entry.original.observed == Log.at(0))
    #expect(entry.amendments == [EntryNumber(2), second])
  }

  @Test func `keeps the observed time where an amendment gives none`() throws {
    var log = Log()
    let first = try log.add(.note("a"), observed: Log.at(0))
    try log.add(.amending(first, to: .note("b"), observed: Log.at(3)))
    try log.add(.amending(first, to: .note("c")))
    #expect(log.chart[first]?.observed == Log.at(3))
  }

  @Test func `acts on the original when a correction is corrected`() throws {
    var log = Log()
    let first = try log.add(.note("a"))
    let second = try log.add(.amending(first, to: .note("b")))
    let third = try log.add(.amending(second, to: .note("c")))
    #expect(log.chart.original(of: third) == first)
    #expect(log.chart[first]?.content == .note("c"))
    #expect(log.chart[second] == nil)
  }

  @Test func `voids the original when an amendment is voided`() throws {
    var log = Log()
    let first = try log.add(.note("a"))
    let second = try log.add(.amending(first, to: .note("b")))
    let void = try log.add(.voiding(second))
    #expect(log.chart[first]?.voidedBy == void)
    #expect(log.chart[first]?.content == .note("b"))
  }

  @Test func `keeps the first void, and a void of a void is nothing`() throws {
    var log = Log()
    let first = try log.add(.note("a"))
    let void = try log.add(.voiding(first))
    try log.add(.voiding(first))
    try log.add(.voiding(void))
    #expect(log.chart[first]?.voidedBy == void)
    #expect(log.chart.entries.count == 1)
  }

  @Test func `changes nothing where a voided entry is amended`() throws {
    var log = Log()
    let first = try log.add(.note("a"), observed: Log.at(0))
    try log.add(.voiding(first))
    try log.add(.amending(first, to: .note("b"), observed: Log.at(5)))
    let entry = try #require(log.chart[first])
    #expect(entry.content == .note("a"))
    #expect(entry.observed == Log.at(0))
    #expect(entry.amendments.isEmpty)
  }

  @Test func `verifies until the verification is voided or the entry amended`() throws {
    var log = Log()
    let reading = try log.add(
      .vitals(Vitals([.heartRate: .measured(Quantity(.heartRate, 200), verified: false)]))
    )
    let verification = try log.add(.verification(of: reading))
    #expect(log.chart[reading]?.verifiedBy == verification)
    var voided = log
    try voided.add(.voiding(verification))
    #expect(voided.chart[reading]?.verifiedBy == nil)
    #expect(voided.chart[reading]?.isVoid == false)
    try log.add(.amending(reading, to: .readings([.heartRate: 210])))
    #expect(log.chart[reading]?.verifiedBy == nil)
  }

  @Test func `keeps a verification when a later one is voided`() throws {
    var log = Log()
    let reading = try log.add(.readings([.heartRate: 200]))
    let first = try log.add(.verification(of: reading))
    let second = try log.add(.verification(of: reading))
    try log.add(.voiding(second))
    #expect(log.chart[reading]?.verifiedBy == first)
  }

  @Test func `says which entries changed one before them`() throws {
    var log = Log()
    let first = try log.add(.note("a"))
    try log.add(.amending(first, to: .note("b")))
    try log.add(.voiding(first))
    try log.add(.amending(first, to: .note("c")))
    try log.add(.voiding(EntryNumber(99)))
    var chart = Chart()
    #expect(log.entries.map { chart.append($0) } == [false, true, true, false, false])
  }

  @Test func `knows its opening, its closing and whether it is struck out`() throws {
    let digest = RecordDigest.zero
    let opening = Opening(
      patient: try PatientCode("P-014"),
      identity: digest,
      monitoringProtocol: ProtocolReference(
        id: ProtocolID("iv-0.5-40"),
        version: "1",
        digest: digest
      ),
      setting: .clinic,
      zone: "Europe/Berlin",
      prescriber: nil
    )
    var log = Log()
    try log.add(.opened(opening))
    let closed = try log.add(.closed)
    #expect(log.chart.opening == opening)
    #expect(log.chart.closing?.number == closed)
    #expect(!log.chart.isVoid)
    try log.add(.voiding(closed))
    #expect(log.chart.closing == nil)
    let again = try log.add(.closed)
    #expect(log.chart.closing?.number == again)
    try log.add(.voiding(EntryNumber(1)))
    #expect(log.chart.isVoid)
    #expect(Chart().opening == nil)
  }

  @Test func `orders what stands by observed time and then by number`() throws {
    var log = Log()
    try log.add(.note("late"), observed: Log.at(9))
    try log.add(.note("early"), observed: Log.at(1))
    let void = try log.add(.note("void"), observed: Log.at(2))
    try log.add(.voiding(void))
    try log.add(.note("same"), observed: Log.at(1))
    #expect(
      log.chart.standingInObservedOrder.map(\.content) == [
        .note("early"), .note("same"), .note("late"),
      ]
    )
  }
}
