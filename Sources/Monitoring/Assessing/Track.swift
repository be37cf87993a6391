import SessionRecord

/// One rule's values of one measure in observed order, and the episodes that they make.
struct Track {
  /// Values `start..<end` of the track; without an end the episode is open.
  struct Span {
    var start: Int
    var end: Int?
    var life: EpisodeLife
  }

  let measure: Measure
  private let startsUnconfirmed: Bool
  /// Values inside by the margin that clear an episode.
  private let clearingCount: Int
  private(set) var values: [JudgedValue] = []
  private(set) var spans: [Span] = []

  init(of measure: Measure, by rule: Rule) {
    self.measure = measure
    startsUnconfirmed = rule.startsUnconfirmed
    clearingCount = rule.clearing.count
  }

  /// The entry that first broke the rule in an episode.
  func first(of span: Span) -> EntryNumber { values[span.start].order.number }

  /// Adds a value in its place; says which episodes are gone by it, and which are new.
  mutating func insert(_ value: JudgedValue, stopped: Instant?) -> EpisodeChange {
    let place = place(of: value.order)
    guard place < values.count else {
      let known = spans.count
      values.append(value)
      take(place, stopped: stopped)
      return EpisodeChange(gone: [], opened: spans[known...].map { first(of: $0) })
    }
    let old = cut(at: place)
    values.insert(value, at: place)
    return fold(
      from: min(place, old.first?.span.start ?? place),
      after: place,
      old: old,
      shift: 1,
      stopped: stopped
    )
  }

  /// Takes a value away, if it is there.
  mutating func remove(_ order: ObservedOrder, stopped: Instant?) -> EpisodeChange {
    let place = place(of: order)
    guard values.indices.contains(place), values[place].order == order else {
      return EpisodeChange()
    }
    let old = cut(at: place)
    values.remove(at: place)
    return fold(
      from: min(place, old.first?.span.start ?? place),
      after: place - 1,
      old: old,
      shift: -1,
      stopped: stopped
    )
  }

  /// Folds everything anew, because the clock that closing stops has moved.
  mutating func refold(stopped: Instant?) -> EpisodeChange {
    let old = cut(at: -1)
    return fold(from: 0, after: values.count, old: old, shift: 0, stopped: stopped)
  }

  private typealias Cut = (span: Span, first: EntryNumber)

  /// Takes off the episodes that a change at a place can reach: all that were not over before it.
  private mutating func cut(at place: Int) -> [Cut] {
    let reached = spans.firstIndex { $0.end.map { $0 > place } ?? true } ?? spans.count
    let old = spans[reached...].map { (span: $0, first: first(of: $0)) }
    spans.removeSubrange(reached...)
    return old
  }

  /// Folds from a place on, until it comes to where an old episode began after the change: between
  /// episodes nothing is remembered, so that from there on all is as it was, moved by *shift*.
  private mutating func fold(
    from start: Int,
    after changed: Int,
    old: [Cut],
    shift: Int,
    stopped: Instant?
  ) -> EpisodeChange {
    let kept = spans.count
    var rest = old[...]
    var place = start
    while place < values.count {
      if spans.count == kept || spans[spans.count - 1].end != nil, values[place].opens,
        place > changed
      {
        while let next = rest.first, next.span.start + shift < place { rest.removeFirst() }
        if let next = rest.first, next.span.start + shift == place {
          let found = spans[kept...].map { first(of: $0) }
          spans += rest.map { moved($0.span, by: shift) }
          return EpisodeChange(from: old.dropLast(rest.count).map(\.first), to: found)
        }
      }
      take(place, stopped: stopped)
      place += 1
    }
    return EpisodeChange(from: old.map(\.first), to: spans[kept...].map { first(of: $0) })
  }

  private func moved(_ span: Span, by shift: Int) -> Span {
    Span(start: span.start + shift, end: span.end.map { $0 + shift }, life: span.life)
  }

  /// Takes the value at a place, which follows all that were taken.
  private mutating func take(_ place: Int, stopped: Instant?) {
    let value = values[place]
    let last = spans.count - 1
    if last >= 0, spans[last].end == nil {
      spans[last].life.take(value, clearedBy: clearingCount, stopped: stopped)
      if !spans[last].life.state.isOpen { spans[last].end = place + 1 }
    } else if !value.opens {
      return
    } else if case .alone(let end) = value.outcome {
      spans.append(
        Span(
          start: place,
          end: place + 1,
          life: EpisodeLife(raised: value.order.observed, until: end)
        )
      )
    } else {
      spans.append(
        Span(
          start: place,
          end: nil,
          life: EpisodeLife(
            raised: value.order.observed,
            startsUnconfirmed: startsUnconfirmed
          )
        )
      )
    }
  }

  private func place(of order: ObservedOrder) -> Int {
    values.place(of: order, by: \.order)
  }
}

extension Array {
  /// The first place in an ordered list whose element does not come before this order.
  func place(of order: ObservedOrder, by key: (Element) -> ObservedOrder) -> Int {
    guard let last, order <= key(last) else { return count }
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if key(self[middle]) < order { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
