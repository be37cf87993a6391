import Testing

/// The short version of `scripts/faults hostile`: hostile texts, other ones by every seed, in every field.
@Suite struct HostileCampaignTests {
  @Test func `no text acts on what shows it`() throws {
    let told = try CampaignScript(name: "hostile").run()
    #expect(told.contains("breaches: 0, of 0 sorts\n"), "\(told)")
  }
}
