import Monitoring
import SessionRecord
import Supervision
import Testing

@Suite struct `An effect that a rule watches at any grade` {
  @Test(arguments: ["iv-0.5-40", "esketamine-in", "im", "sl-supervised"])
  func `is stored and flagged without a grade, which is asked after`(name: String) throws {
    let ward = try Ward()
    try ward.open(under: name)
    let recorded = try ward.type("unsafe behaviour")
    let flags = try ward.openFlags()
    #expect(flags.contains("diss.unsafe"), "\(flags)")
    let entry = try #require(recorded.new.first)
    #expect(
      recorded.hints[entry]
        == "How severe? Type: unsafe behaviour mild, unsafe behaviour mod, unsafe behaviour severe, "
        + "or unsafe behaviour 7/10"
    )
    #expect(try ward.type("unsafe behaviour mod").hints.isEmpty)
  }

  @Test func `is suggested by its first word`() throws {
    let ward = try Ward()
    try ward.open(under: "im")
    #expect(
      told { try ward.type("unsafe") }
        == "“unsafe” is not understood. Nothing was stored. "
        + "Did you mean unsafe behaviour? Or as a note: note unsafe"
    )
  }

  @Test func `waits for its grade where the rule is off`() throws {
    let ward = try Ward()
    try ward.open(under: Ward.limitsOnly)
    #expect(
      told { try ward.type("unsafe behaviour") }?
        .hasPrefix("How strong is the unsafe behaviour? Nothing was stored.") == true
    )
  }
}
