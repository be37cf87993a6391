import Testing

/// A part of what `scripts/faults calls` does in whole.
@Suite struct CallsCampaignTests {
  @Test func `an answer is true whichever call to the system fails, and a lie is seen`() throws {
    let told = try CampaignScript(name: "calls").run()
    #expect(told.contains("\nbreaches: 0\n"), "\(told)")
    #expect(!told.contains("before it has saved: 0 breaches"), "\(told)")
  }
}
