import Testing

/// A part of what `scripts/faults clock` does in whole.
@Suite struct ClockCampaignTests {
  @Test func `a session says the same as its twin, whatever becomes of the clock of its machine`()
    throws
  {
    let told = try CampaignScript(name: "clock").run()
    #expect(told.contains("wrong: 0"), "\(told)")
    let control = try #require(told.split(separator: "\n").first { $0.hasPrefix("control, ") })
    #expect(control.contains(" 1 of 1 step cases differ"), "\(told)")
  }
}
