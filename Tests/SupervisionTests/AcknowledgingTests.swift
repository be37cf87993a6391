import Monitoring
import SessionRecord
import Supervision
import Testing

@Suite struct `Acknowledging` {
  /// Flags 1 bp.sys.crit, 2 bp.dia.crit (medium, unconfirmed) and 3 bp.extreme.sys (high).
  private func surge() throws -> Ward {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("204/112")
    #expect(try ward.openFlags() == "1 bp.sys.crit, 2 bp.dia.crit, 3 bp.extreme.sys")
    return ward
  }

  private func acknowledged(_ ward: Ward) throws -> [Int] {
    try ward.file().assessment.flags.filter(\.isAcknowledged).map(\.number.value)
  }

  @Test func `by number names one flag`() throws {
    let ward = try surge()
    try ward.type("ack 2 looking", by: "LH")
    #expect(try acknowledged(ward) == [2])
    let stored = try ward.file().log.last?.content
    let named = Acknowledgement.Named(
      number: FlagNumber(2),
      flag: FlagIdentity(rule: RuleID("bp.dia.crit"), entry: EntryNumber(2))
    )
    #expect(stored == .acknowledgement(Acknowledgement(flags: [named], text: "looking")))
  }

  @Test func `the worst covers the milder ones of its measure`() throws {
    let ward = try surge()
    try ward.type("ack 3 doctor called", by: "LH")
    #expect(try acknowledged(ward) == [1, 3])
    #expect(try ward.file().assessment.flags[0].acknowledgements.map(\.covering) == [true])
  }

  @Test func `all never covers a high flag`() throws {
    let ward = try surge()
    try ward.type("ack all looking", by: "LH")
    #expect(try acknowledged(ward) == [1, 2])
  }

  @Test func `without a number takes the only one`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("184/95")
    try ward.type("ack looking", by: "LH")
    #expect(try acknowledged(ward) == [1])
  }

  @Test func `knows a flag that an earlier line of its own commit raised`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("184/95", "ack 1 looking")
    #expect(try acknowledged(ward) == [1])
  }

  @Test func `may come after clearing, closing and retracting`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("184/95")
    try ward.at("14:02:00")
    try ward.type("140/90")
    #expect(try ward.openFlags() == "")
    try ward.type("ack 1 it was the cuff")
    #expect(try acknowledged(ward) == [1])
    try ward.end()
    try ward.type("ack 1 seen at the desk", by: "LH")
    #expect(try ward.file().assessment.flags[0].acknowledgements.count == 2)
    try ward.type("fix #2 124/85 -- read wrong")
    #expect(try ward.file().assessment.flags[0].retractedBy == EntryNumber(7))
    #expect(told { try ward.type("ack 1 retracted, seen") } == nil)
  }

  @Test func `is not stopped by a clock that stepped back`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.at("14:00:00")
    try ward.type("184/95")
    try ward.at("13:59:00")
    try ward.type("ack looking", by: "LH")
    #expect(try acknowledged(ward) == [1])
    // And what was recorded later by the clock is still there to be seen.
    #expect(try ward.file().log.count == 3)
    #expect(try ward.file().assessment.chart.entries.count == 3)
  }

  @Test func `keeps the time at which it was done`() throws {
    let ward = try surge()
    try ward.at("14:05:00")
    try ward.type("@14:01 ack 2 head up", by: "LH")
    #expect(
      try ward.file().assessment.flags[1].acknowledgements.map(\.at)
        == [Ward.instant("14:01:00")]
    )
  }
}
