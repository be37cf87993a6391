import Monitoring
import SessionRecord

/// The intended state apart from the side effects, each with onset, worst and end.
struct EffectSection {
  private let words: SessionWords

  init(_ words: SessionWords) { self.words = words }

  func add(to page: inout Page) {
    let episodes = words.chart.sideEffects
    page.heading("Intended state (dissociation)")
    add(episodes.filter { $0.name == .dissociation }, none: "None was entered.", to: &page)
    addRemarks(to: &page) { $0 == .dissociation }
    page.heading("Side effects")
    add(episodes.filter { $0.name != .dissociation }, none: "None was entered.", to: &page)
    addRemarks(to: &page) { $0 != .dissociation && !$0.isCircumstance }
    let absent = absences
    if !absent.isEmpty { page.add("Looked for and absent: \(absent.joined(separator: ", ")).") }
  }

  private func add(_ episodes: [EffectEpisode], none: String, to page: inout Page) {
    guard !episodes.isEmpty else {
      page.add(Phrase(none))
      return
    }
    var table = Table([
      .init("Effect"), .init("Onset"), .init("Worst"), .init("End"), .init("Lasted"),
      .init("Entries"),
    ])
    for episode in episodes {
      table.add([
        Phrase(episode.name.text), Phrase(time(episode.began)), Phrase(worst(episode)),
        Phrase(episode.ended.map(time) ?? EffectText.notEnded),
        Phrase(
          episode.ended.map { SpanText.duration($0.instant - episode.began.instant) } ?? "–"
        ),
        Phrase(episode.entries.map { "#\($0)" }.joined(separator: " ")),
      ])
    }
    page.add(table)
  }

  /// What was typed with the effects, an entry a line; of their absence too.
  private func addRemarks(to page: inout Page, about isListed: (EffectName) -> Bool) {
    for entry in words.chart.standingInObservedOrder {
      guard case .effect(let effect) = entry.content, effect.remark != nil, isListed(effect.name)
      else { continue }
      page.add(
        EffectText.effect(effect),
        after: Phrase("#\(entry.number) \(time(entry.observed)) ")
      )
    }
  }

  private func worst(_ episode: EffectEpisode) -> String {
    var text = episode.worst?.word ?? "not graded"
    if let at = episode.worstAt, at.instant != episode.began.instant { text += " \(time(at))" }
    return episode.distressing ? text + ", distressing" : text
  }

  private func time(_ stamp: Stamp) -> String {
    words.clock.clock(stamp.instant, near: words.file.session.opened.instant)
      + " " + words.sinceTimeZero(stamp.instant)
  }

  private var absences: [String] {
    words.chart.standingInObservedOrder.compactMap { entry in
      guard case .effect(let effect) = entry.content, effect.course == .absent,
        !effect.name.isCircumstance
      else { return nil }
      return "\(effect.name.text) \(words.clock.clock(entry.observed.instant))"
    }
  }
}

extension Chart {
  /// The episodes of what the patient had; what goes on around them is none.
  var sideEffects: [EffectEpisode] { effectEpisodes.filter { !$0.name.isCircumstance } }
}
