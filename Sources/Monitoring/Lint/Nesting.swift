import SessionRecord

extension Condition {
  /// Whether whatever breaks the other breaks this one too: of one kind, measure and side, this one nearer
  /// or equal.
  func isBroken(wherever other: Condition) -> Bool {
    switch (self, other) {
    case (.absolute(let near), .absolute(let far)):
      near.sign == far.sign && near.side.covers(far.side)
    case (.derived(let near), .derived(let far)):
      near.sign == far.sign && near.side.covers(far.side)
    case (.change(let near), .change(let far)):
      near.sign == far.sign && near.size.isPercent == far.size.isPercent
        && near.side.covers(far.side)
    case (.rate(let near), .rate(let far)):
      near.sign == far.sign && near.side.covers(far.side)
        && near.withinMinutes >= far.withinMinutes
    case (.notFalling(let near), .notFalling(let far)):
      near.sign == far.sign && near.since == far.since && near.over <= far.over
        && near.minutes <= far.minutes
    case (.consciousness(let near), .consciousness(let far)): near.level <= far.level
    case (.scale(let near), .scale(let far)):
      near.scale == far.scale && near.item == far.item && near.side.covers(far.side)
    case (.news2(.total(let near)), .news2(.total(let far))): near <= far
    case (.combination(let near), .combination(let far)):
      near.parts == far.parts && near.withinMinutes >= far.withinMinutes
    case (.furtherDose(let near), .furtherDose(let far)): near.when.covers(far.when)
    case (.unattended(let near), .unattended(let far)): near.minutes <= far.minutes
    case (.crisis, .crisis), (.unverified, .unverified), (.news2(.single), .news2(.single)): true
    default: coversEffects(of: other)
    }
  }

  private func coversEffects(of other: Condition) -> Bool {
    switch (self, other) {
    case (.severity(let near), .severity(let far)):
      near.atLeast <= far.atLeast
        && covers(near.only, near.except, far.only, far.except)
    case (.distressing(let near), .distressing(let far)):
      covers(near.only, near.except, far.only, far.except)
    case (.presence(let near), .presence(let far)):
      Set(near.effects).isSuperset(of: far.effects)
    case (.lasting(let near), .lasting(let far)):
      Set(near.effects).isSuperset(of: far.effects) && near.length.covers(far.length)
        && (near.atLeast.map { least in far.atLeast.map { least <= $0 } ?? false } ?? true)
    default: false
    }
  }
}

/// A side of a limit: from the mildest value that breaks it on.
private struct Side {
  let comparison: Comparison
  let mildest: Int

  init(_ comparison: Comparison, _ limit: Int, step: Int) {
    self.comparison = comparison
    mildest = comparison.mildest(breaking: limit, step: step)
  }

  func covers(_ far: Side) -> Bool {
    comparison.isUpper == far.comparison.isUpper && comparison.isAsBad(far.mildest, as: mildest)
  }
}

extension AbsoluteLimit {
  fileprivate var side: Side { Side(comparison, limit, step: sign.step) }
}

extension DerivedLimit {
  fileprivate var side: Side { Side(comparison, limit, step: 1) }
}

extension BaselineChange {
  fileprivate var side: Side {
    switch size {
    case .absolute(let change): Side(comparison, change, step: 1)
    case .percent(let percent): Side(comparison, percent, step: 1)
    }
  }
}

extension BaselineChange.Size {
  fileprivate var isPercent: Bool { if case .percent = self { true } else { false } }
}

extension RateOfChange {
  fileprivate var side: Side { Side(comparison, change, step: sign.step) }
}

extension ScaleLimit {
  fileprivate var side: Side { Side(comparison, limit, step: 1) }
}

extension FurtherDose.When {
  fileprivate func covers(_ far: FurtherDose.When) -> Bool {
    switch (self, far) {
    case (.soonerThan(let near), .soonerThan(let far)): near >= far
    default: self == far
    }
  }
}

extension LastingEffect.Length {
  fileprivate func covers(_ far: LastingEffect.Length) -> Bool {
    switch (self, far) {
    case (.minutes(let near), .minutes(let far)), (.untilMinute(let near), .untilMinute(let far)):
      near <= far
    default: false
    }
  }
}

/// Whether the effects of one choice are among those of another, whatever can be typed.
private func covers(
  _ only: [EffectName],
  _ except: [EffectName],
  _ farOnly: [EffectName],
  _ farExcept: [EffectName]
) -> Bool {
  guard farOnly.isEmpty else {
    return farOnly.allSatisfy { farExcept.contains($0) || $0.isAmong(only, except: except) }
  }
  return only.isEmpty && except.allSatisfy(farExcept.contains)
}
