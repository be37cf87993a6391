import Monitoring
import SessionRecord

/// What is asked after an entry is stored: never before, and never in its way.
struct AnswerQuestions {
  let words: SessionWords

  func questions(about story: EntryStory) -> [Phrase] {
    guard !story.isVoid else { return [] }
    let number = story.entry.number
    switch story.content {
    case .vitals(let vitals): return doubts(vitals, story)
    case .dose(let dose):
      guard !dose.unverified.isEmpty, !story.isVerified else { return [] }
      let why = dose.unverified.sorted().map(DoseText.doubt).joined(separator: "; ")
      return ["unverified (\(why)): type it again to verify, or: fix \(number) … -- reason"]
    case .effect(let effect):
      guard effect.isPresent, effect.isCrisis, effect.grade == nil else { return [] }
      let name = effect.name.text
      return ["How severe? Type: \(name) mild, \(name) mod, \(name) severe, or \(name) 7/10"]
    case .infusion(.stop) where !words.file.exposure.given.contains { $0.stop == number }:
      return [
        "No infusion was running, so this counts in no total. Enter what was given, with its time: "
          + "@13:30 ketamine 36 mg iv over 40 min"
      ]
    case .infusion(.stop(given: .notSaid)):
      return [
        Phrase(
          "How much was given? Type: fix \(number) stop infusion given 30 mg -- amount read "
            + "(or: given not known)"
        )
      ]
    case .opened, .infusion, .check, .waste, .scale, .action, .note, .mark, .deferred,
      .acknowledgement, .verification, .amendment, .void, .closed, .leaving, .screening, .presence,
      .assigned, .review, .addendum, .followUp, .course, .moved, .clockStep:
      return []
    }
  }

  private func doubts(_ vitals: Vitals, _ story: EntryStory) -> [Phrase] {
    guard !vitals.unverified.isEmpty, !story.isVerified else { return [] }
    let before = words.chart.verifiedValues(before: story.observed, except: story.entry.number)
    let reasons = vitals.doubts(after: before).filter { vitals.unverified.contains($0.sign) }
      .map { DoubtText.doubt($0, values: words.values) }
    var seen: [String] = []
    for reason in reasons where !seen.contains(reason) { seen.append(reason) }
    let why = seen.isEmpty ? "" : " (\(seen.joined(separator: "; ")))"
    return [
      "unverified\(why): type it again to verify, or: fix \(story.entry.number) … -- reason"
    ]
  }
}
