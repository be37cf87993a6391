import Testing

/// A part of what `scripts/faults disk` does in whole.
@Suite struct DiskCampaignTests {
  @Test func `a disk that fails is named, read and recorded on again`() throws {
    let told = try CampaignScript(name: "disk").run()
    #expect(told.contains("\nbreaches: 0\n"), "\(told)")
    #expect(told.contains("controls seen: 7 of 7"), "\(told)")
  }
}
