import Monitoring
import SessionRecord

/// The intended state apart from the side effects, each with onset, worst and end.
struct EffectSection {
  private let words: SessionWords

  init(_ words: SessionWords) { self.words = words }

  func add(to page: inout some Sheet) {
    let episodes = words.chart.sideEffects
    page.heading("Intended state (dissociation)")
    add(episodes.filter { $0.name == .dissociation }, none: "None was entered.", to: &page)
    addRemarks(to: &page) { $0 == .dissociation }
    page.heading("Side effects")
    add(episodes.filter { $0.name != .dissociation }, none: "None was entered.", to: &page)
    addRemarks(to: &page) { $0 != .dissociation && !$0.isCircumstance }
    let absent = absences
    if !absent.isEmpty { page.add("Looked for and absent: \(absent.joined(separator: "; ")).") }
  }

  private func add(_ episodes: [EffectEpisode], none: String, to page: inout some Sheet) {
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
    for episode in episodes {
      guard let review = episode.reviewed else { continue }
      page.add(
        ReviewWords.mark(review, clock: words.clock, near: episode.began.instant),
        after: Phrase("#\(episode.onset) \(episode.name) ")
      )
    }
  }

  /// What was typed with the effects, an entry a line; of their absence too.
  private func addRemarks(to page: inout some Sheet, about isListed: (EffectName) -> Bool) {
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
    if let at = episode.worstAt, at.instant != episode.began.instant {
      // A page has room for the clock; from it to T+ it is as far as at the onset.
      text += words.clock.isOnPaper ? " \(clock(at))" : " \(time(at))"
    }
    return episode.distressing ? text + ", distressing" : text
  }

  private func time(_ stamp: Stamp) -> String {
    clock(stamp) + " " + words.sinceTimeZero(stamp.instant)
  }

  private func clock(_ stamp: Stamp) -> String {
    words.clock.clock(stamp.instant, near: words.file.session.opened.instant)
  }

  /// `vomiting 13:12, 13:50`, each effect once.
  private var absences: [String] {
    var names: [EffectName] = []
    var times: [EffectName: [String]] = [:]
    for entry in words.chart.standingInObservedOrder {
      guard case .effect(let effect) = entry.content, effect.course == .absent,
        !effect.name.isCircumstance
      else { continue }
      if times[effect.name] == nil { names.append(effect.name) }
      times[effect.name, default: []].append(clock(entry.observed))
    }
    return names.map { "\($0.text) \((times[$0] ?? []).joined(separator: ", "))" }
  }
}

extension Chart {
  /// The episodes of what the patient had; what goes on around them is none.
  var sideEffects: [EffectEpisode] { effectEpisodes.filter { !$0.name.isCircumstance } }
}
