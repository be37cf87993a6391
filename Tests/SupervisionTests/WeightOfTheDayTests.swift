import Monitoring
import SessionRecord
import Supervision
import Testing

@Suite struct `A dose is doubted by the weight of the day` {
  private func doubts(_ dose: String, in ward: Ward) throws -> Set<DoseDoubt> {
    let number = try #require(try ward.type(dose).new.first)
    guard case .dose(let dose) = try ward.entry(number.value).content else { throw Ward.NotThere() }
    return dose.unverified
  }

  @Test func `that was typed twice, as much as by one that was expected`() throws {
    let ward = try Ward()
    try ward.open(weight: nil)
    try ward.at("14:00:00")
    try ward.type("weight 210")
    // Not yet verified: there is no weight to reckon with.
    #expect(try doubts("ketamine 300 mg iv", in: ward) == [])
    #expect(try ward.type("weight 210").file.log.last?.content == .verification(of: EntryNumber(2)))
    // 300 mg of 210 kg are 1.43 mg/kg; the protocol expects 0.525 at most.
    #expect(try doubts("ketamine 301 mg iv", in: ward) == [.amount])
    #expect(try ward.openFlags().contains("unverified"))
    #expect(try doubts("ketamine 110 mg iv", in: ward) == [])
  }

  @Test func `that was measured last, over what it was opened with`() throws {
    let ward = try Ward()
    try ward.open(weight: 72)
    try ward.at("14:00:00")
    #expect(try doubts("ketamine 36 mg iv", in: ward) == [])
    try ward.type("weight 50")
    #expect(try doubts("ketamine 36.5 mg iv", in: ward) == [.amount])
    try ward.type("void #3 -- wrong patient")
    #expect(try doubts("ketamine 36.6 mg iv", in: ward) == [])
  }

  @Test func `in one batch as well`() throws {
    let ward = try Ward()
    try ward.open(weight: nil)
    try ward.at("14:00:00")
    try ward.type("weight 210", "weight 210", "ketamine 300 mg iv")
    guard case .dose(let dose) = try ward.entry(4).content else { throw Ward.NotThere() }
    #expect(dose.unverified == [.amount])
  }

  @Test func `that the session measured, when it comes with an import`() throws {
    let ward = try Ward()
    try ward.open(weight: 72)
    try ward.at("13:40:00")
    try ward.type("weight 210")
    try ward.type("weight 210")
    try ward.at("15:00:00")
    _ = try ward.supervision.importObservations(
      [
        ImportedObservation(
          observed: Stamp(try Ward.instant("14:00:00"), in: Ward.berlin),
          contents: [.note("pump started")],
          words: "pump started"
        )
      ],
      document: "notes.csv",
      doses: ["@14:00 ketamine 100 mg iv", "@14:01 ketamine 300 mg iv"],
      into: ward.file().session,
      opening: nil,
      author: nil,
      closing: false,
      dryRun: false
    )
    let doses = try ward.file().log.compactMap { entry in
      if case .dose(let dose) = entry.content { dose.unverified } else { nil }
    }
    // Of 72 kg both would be too much, of 210 kg the second is.
    #expect(doses == [[], [.amount]])
    #expect(
      try ward.file().assessment.chart.weightOfTheDay == (try Quantity(.weight, 210))
    )
  }
}
