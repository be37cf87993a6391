import SessionRecord

/// What speaks against leaving for a time.
protocol Lasting {
  var from: Instant { get }
  /// From then on it is over; nil while nothing says when.
  var until: Instant? { get }
}

extension Lasting {
  func isOpen(at instant: Instant) -> Bool {
    from <= instant && until.map { instant < $0 } ?? true
  }

  /// Whether it is over later than another, or began later where neither has an end that is known.
  func outlasts(_ other: Self) -> Bool {
    switch (until, other.until) {
    case (let own?, let others?): own > others
    case (nil, _?): true
    case (_?, nil): false
    case (nil, nil): from > other.from
    }
  }
}

/// What lasts, by when it began, so that an instant at which nothing is open is found without a walk.
struct LastingByStart<Element: Lasting> {
  private let all: [Element]
  /// The one of those up to each place that is over last.
  private let last: [Element]

  init(_ elements: [Element]) {
    all = elements.sorted { $0.from < $1.from }
    last = all.reduce(into: []) { last, element in
      last.append(last.last.map { element.outlasts($0) ? element : $0 } ?? element)
    }
  }

  var turns: [Instant] { all.flatMap { [$0.from] + [$0.until].compactMap(\.self) } }

  /// The one open at an instant that is over last.
  func last(at instant: Instant) -> Element? {
    let begun = begun(by: instant)
    guard begun > 0, last[begun - 1].isOpen(at: instant) else { return nil }
    return last[begun - 1]
  }

  /// All that are open at an instant, by when they began.
  func open(at instant: Instant) -> [Element] {
    guard last(at: instant) != nil else { return [] }
    return all[..<begun(by: instant)].filter { $0.isOpen(at: instant) }
  }

  private func begun(by instant: Instant) -> Int { all.firstPlace { $0.from > instant } }
}

extension Array {
  /// The first place of a list whose elements are so from there on, by halving it.
  func firstPlace(where isSo: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isSo(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
