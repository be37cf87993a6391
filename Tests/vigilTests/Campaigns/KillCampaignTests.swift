import Testing

/// A part of what `scripts/faults kill` does in whole.
@Suite struct KillCampaignTests {
  @Test func `what was answered before a kill is there once, and the rest wholly or not at all`()
    throws
  {
    let told = try CampaignScript(name: "kill").run()
    #expect(told.contains(", of these lost 0, altered 0, twice 0;"), "\(told)")
    #expect(!told.contains(" 0 answered entries lost"), "\(told)")
  }
}
