import SessionRecord

/// The flags that were found so far, with the numbers that they were given: sentences 15 and 16.
struct ReferenceBook {
  private struct Line {
    let number: Int
    let known: Instant
    var episode: ReferenceEpisode
    /// As it was at the time of the last commit in whose prefix it was found.
    var episodeAtCommit: ReferenceEpisode
    var stands: Bool
    var retractedBy: EntryNumber?
  }

  let mistake: Mistake?
  private var lines: [Line] = []

  init(mistake: Mistake?) { self.mistake = mistake }

  var flags: [Flag] {
    lines.map { $0.episode.flag(number: $0.number, known: $0.known, retractedBy: $0.retractedBy) }
  }

  /// What a commit's prefix shows at its own time, and at the last instant before the next commit.
  mutating func enter(
    atCommit: [ReferenceEpisode],
    last: [ReferenceEpisode],
    at time: Instant,
    remover: (FlagIdentity) -> EntryNumber?
  ) {
    for place in lines.indices {
      let identity = lines[place].episode.identity
      if let episode = last.first(where: { $0.identity == identity }) {
        if mistake == .numbersAreGivenTwice, !lines[place].stands { continue }
        lines[place].episode = episode
        lines[place].episodeAtCommit =
          atCommit.first { $0.identity == identity } ?? episode
        lines[place].stands = true
        lines[place].retractedBy = nil
      } else if lines[place].stands {
        lines[place].stands = false
        lines[place].retractedBy = remover(identity)
        if mistake == .retractedShowsCommitTime {
          lines[place].episode = lines[place].episodeAtCommit
        }
      }
    }
    var new: [(known: Instant, episode: ReferenceEpisode)] = []
    for episode in last {
      let isOld = lines.contains {
        $0.episode.identity == episode.identity
          && ($0.stands || mistake != .numbersAreGivenTwice)
      }
      guard !isOld else { continue }
      let wasAtCommit = atCommit.contains { $0.identity == episode.identity }
      let isKnownLater = !wasAtCommit || mistake == .knownWhenRaised
      let isKnownRaised = isKnownLater && mistake != .secondLookKnownAtCommit
      new.append((isKnownRaised ? episode.raised : time, episode))
    }
    new.sort { left, right in
      if mistake == .numbersByRule, left.episode.place != right.episode.place {
        return left.episode.place < right.episode.place
      }
      let (rank, other) = (left.episode.rank(mistake), right.episode.rank(mistake))
      let isReversed = mistake == .overdueNumberedFirst
      let kinds = isReversed ? (-rank.kind, -other.kind) : (rank.kind, other.kind)
      return (left.known, left.episode.raised, kinds.0, rank.first, rank.second)
        < (right.known, right.episode.raised, kinds.1, other.first, other.second)
    }
    for (known, episode) in new {
      lines.append(
        Line(
          number: lines.count + 1,
          known: known,
          episode: episode,
          episodeAtCommit: atCommit.first { $0.identity == episode.identity } ?? episode,
          stands: true,
          retractedBy: nil
        )
      )
    }
  }
}
