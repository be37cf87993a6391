import Testing

/// A part of what `scripts/faults files` does in whole.
@Suite struct FilesCampaignTests {
  @Test func `a file that is damaged, too large or none is refused with a sentence, and no crash`()
    throws
  {
    let told = try CampaignScript(name: "files").run()
    for part in ["too large or no file", "damaged records", "damaged backups", "damaged keys"] {
      let line = told.split(separator: "\n").first { $0.hasPrefix("\(part): ") }
      #expect(line?.contains(", 0 wrong") == true, "\(told)")
    }
    #expect(told.contains("control: undamaged copies were answered"), "\(told)")
  }
}
