import Monitoring
import Reports
import SessionRecord
import Testing

/// Answers to the lines of the sample, one after another, as they were given at the bedside.
struct AnswerSamples {
  var sample: SampleSession

  init() throws { sample = try SampleSession() }

  /// The answer to entry *number*, with the flags that were known before and after it.
  func answer(
    _ number: Int,
    before: [Flag] = [],
    after: [Flag] = [],
    hints: [EntryNumber: String] = [:],
    alreadySaved: Bool = false,
    style: Style = Style(width: 80)
  ) throws -> String {
    let was = try file(number - 1, before)
    let file = try file(number, after)
    return AnswerText(
      file,
      new: alreadySaved ? [] : [EntryNumber(number)],
      hints: hints,
      changes: FlagChanges(before: was.assessment, after: file.assessment),
      alreadySaved: alreadySaved ? EntryNumber(number) : nil,
      style: style
    ).text
  }

  func file(_ number: Int, _ flags: [Flag]) throws -> SessionFile {
    var running = sample
    if number < 25 { running.state = .open }
    return try running.file(upTo: max(1, number), flags: flags)
  }

  /// All of them, one below the other.
  func all(_ style: Style) throws -> String {
    let log = sample.log
    let early = try SampleFlags.surgeUnconfirmed(log)
    let surge = try SampleFlags.surge(
      log,
      state: .confirmed(at: try log.at("14:15"), repeated: true)
    )
    let saturation = try SampleFlags.saturation(log, state: .unconfirmed)
    let low = try SampleFlags.saturation(log)
    let doubted = try SampleFlags.unverified(log, retractedBy: nil)
    let retracted = try SampleFlags.unverified(log)
    let pain = try SampleFlags.chestPain(log)
    let cleared = try SampleFlags.surge(log)
    let open = [surge, saturation]
    let settled = [cleared, low, retracted]
    return try [
      answer(2, style: style),
      answer(4, hints: [EntryNumber(4): "ketamin is written ketamine"], style: style),
      answer(11, after: [early], style: style),
      answer(12, before: [early], after: [early], style: style),
      answer(13, before: [early], after: [early], style: style),
      answer(14, before: [early], after: open, style: style),
      answer(15, before: open, after: open, style: style),
      answer(16, before: open, after: open + [doubted], style: style),
      answer(17, before: open + [doubted], after: open + [retracted], style: style),
      answer(18, before: open + [retracted], after: [surge, low, retracted], style: style),
      answer(19, before: [surge, low, retracted], after: settled, style: style),
      answer(20, before: settled, after: settled, style: style),
      answer(21, before: settled, after: settled + [pain], style: style),
      answer(22, before: settled + [pain], after: settled + [pain], style: style),
      answer(23, before: settled + [pain], after: settled + [pain], style: style),
      answer(25, before: settled + [pain], after: settled + [pain], style: style),
      answer(26, before: settled + [pain], after: settled + [pain], style: style),
      answer(11, before: [early], after: [early], alreadySaved: true, style: style),
    ].joined(separator: "\n\n")
  }
}
