import Testing

/// The short version of `scripts/faults slips`: every kind of typing slip, typed into the program.
@Suite struct SlipsCampaignTests {
  @Test func `no slip is stored unmarked outside what is expected, no true extreme refused`() throws
  {
    let told = try CampaignScript(name: "slips").run()
    #expect(told.contains("breaches: 0\n"), "\(told)")
  }
}
