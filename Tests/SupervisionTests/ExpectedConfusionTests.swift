import Monitoring
import SessionRecord
import Supervision
import Testing

@Suite struct `Expected confusion` {
  @Test func `stays when a correction names another value of the set`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.type("120/80 C expected")
    try ward.type("fix last 122/80 -- read again")
    let vitals = try ward.vitals(2)
    #expect(vitals.isConfusionExpected)
    #expect(vitals.readings[.consciousness]?.quantity?.level == .confused)
    #expect(vitals.readings[.systolic]?.quantity?.thousandths == 122_000)
  }

  @Test(arguments: ["C", "V", "A"])
  func `goes when consciousness is named anew`(letter: String) throws {
    let ward = try Ward()
    try ward.open()
    try ward.type("120/80 C expected")
    try ward.type("fix last \(letter) -- looked again")
    #expect(try !ward.vitals(2).isConfusionExpected)
    #expect(
      try ward.vitals(2).readings[.consciousness]?.quantity?.level
        == Consciousness(letter: letter)
    )
  }

  @Test func `comes with a correction that says so, and is a change`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.type("120/80 C")
    try ward.type("fix last C expected -- the drug")
    #expect(try ward.vitals(2).isConfusionExpected)
    let said = told { try ward.type("fix last C expected -- again") }
    #expect(said == "That changes nothing in #2. Nothing was stored.")
  }

  @Test func `that is typed again verifies the first and is no second set`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.type("hr 172 C expected")
    try ward.type("hr 172 C expected")
    #expect(try ward.file().log.map(\.content.kind) == [.opened, .vitals, .verification])
    #expect(try ward.vitals(2).isConfusionExpected)
  }
}
