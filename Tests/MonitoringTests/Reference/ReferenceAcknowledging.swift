import Monitoring
import SessionRecord

/// Sentence 17.
extension ReferenceView {
  /// The episodes of the prefix with the acknowledgements that stand on each, by entry number.
  func acknowledging(_ named: [ReferenceEpisode]) -> [ReferenceEpisode] {
    var all = named
    for entry in entries
    where entry.voidedBy == nil || mistake == .voidedAcknowledgementStands {
      guard case .acknowledgement(let acknowledgement) = entry.content else { continue }
      for place in all.indices {
        let isNamed = acknowledgement.flags.contains { holds(named[place], $0.flag) }
        let isCovered = acknowledgement.flags.contains { flag in
          named.contains { worse in holds(worse, flag.flag) && covers(worse, named[place]) }
        }
        guard isNamed || isCovered else { continue }
        all[place].acknowledgements.append(
          FlagAcknowledgement(
            entry: entry.number,
            at: entry.observed.instant,
            by: entry.original.author,
            text: acknowledgement.text,
            covering: !isNamed
          )
        )
      }
    }
    return all
  }

  private func holds(_ episode: ReferenceEpisode, _ identity: FlagIdentity) -> Bool {
    guard let entry = identity.entry else {
      return mistake == .acknowledgesWholeGroup
        ? episode.identity.rule == identity.rule : episode.identity == identity
    }
    if mistake == .acknowledgesOnlyFirstReading { return episode.identity == identity }
    return episode.identity.rule == identity.rule
      && (episode.identity.entry == entry || episode.readings.contains { $0.entry == entry })
  }

  /// The item of a scale that the rule of a flag is about; nil where it is about none.
  private func item(_ episode: ReferenceEpisode) -> Int? {
    let rule = monitoringProtocol.rules.first { $0.id == episode.identity.rule }
    guard case .scale(let limit)? = rule?.condition else { return nil }
    return limit.item
  }

  private func covers(_ worse: ReferenceEpisode, _ milder: ReferenceEpisode) -> Bool {
    guard worse.identity != milder.identity, worse.measure == milder.measure,
      let first = worse.identity.entry, first == milder.identity.entry
    else { return false }
    if worse.isByTime || milder.isByTime, mistake != .lastingIsCovered { return false }
    if item(worse) != item(milder), mistake != .itemIsCoveredByTotal { return false }
    let isSameDirection =
      worse.limit?.comparison.isUpper == milder.limit?.comparison.isUpper
    guard isSameDirection || mistake == .coversOtherDirection else { return false }
    let priorities: (Priority, Priority) =
      mistake == .coversByHighestReached
      ? (worse.priority, milder.priority) : (worse.protocolPriority, milder.protocolPriority)
    if priorities.1 < priorities.0 { return true }
    guard priorities.1 == priorities.0, let far = worse.limit, let near = milder.limit else {
      return false
    }
    let farther = far.numerator * near.denominator
    let nearer = near.numerator * far.denominator
    if farther == nearer { return mistake == .coversEqualLimits }
    return far.comparison.isUpper ? nearer < farther : nearer > farther
  }
}
