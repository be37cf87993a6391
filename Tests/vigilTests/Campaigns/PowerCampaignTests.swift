import Testing

/// A part of what `scripts/faults power` does in whole.
@Suite struct PowerCampaignTests {
  @Test func `what was acknowledged is there after a power cut, and a lossy setting is found out`()
    throws
  {
    let told = try CampaignScript(name: "power").run()
    let history = try #require(told.split(separator: "\n").first { $0.hasPrefix("history: ") })
    #expect(history.hasSuffix(" 0 lost, 0 corrupt"), "\(told)")
    for control in ["without the sync of the folder after a commit", "without any sync"] {
      let line = try #require(
        told.split(separator: "\n").first { $0.hasPrefix("control, the same \(control)") }
      )
      #expect(!line.contains(" 0 lost"), "\(told)")
    }
  }
}
