package import SessionRecord

/// What a clinic looks at together, over many sessions: how readings were kept, what was flagged, how
/// soon it was acknowledged, how long values were beyond limits, side effects, and how patients left.
///
/// Sessions that were struck out are told, and in no other count.
package struct SafetyReview {
  package private(set) var sessions = StateCounts()
  /// By id, then version.
  package var protocols: [(reviewed: ReviewedProtocol, sessions: StateCounts)] {
    byProtocol.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
  /// By id.
  package var groups: [GroupCounts] { byGroup.values.sorted { $0.id < $1.id } }
  package private(set) var clinical = FlagReview()
  package private(set) var process = FlagReview()
  /// Most first, then by name.
  package var effects: [EffectReview] {
    byEffect.values.sorted { ($1.total, $0.name) < ($0.total, $1.name) }
  }
  /// Sessions with a side effect, which the intended state (dissociation) is not.
  package private(set) var sessionsWithEffects = 0
  package private(set) var leaving = LeavingCounts()
  /// Of standing readings that a person typed.
  package private(set) var typed = DigitCounts()
  package private(set) var imported = DigitCounts()

  private var byProtocol: [ReviewedProtocol: StateCounts] = [:]
  private var byGroup: [GroupID: GroupCounts] = [:]
  private var byEffect: [EffectName: EffectReview] = [:]

  package init() {}

  /// A session that was struck out.
  package mutating func addVoid(under reviewed: ReviewedProtocol) {
    sessions.add(.void)
    byProtocol[reviewed, default: StateCounts()].add(.void)
  }

  /// A session that stands, with what is counted of it.
  package mutating func add(
    _ tally: SessionTally,
    in state: Session.State,
    under reviewed: ReviewedProtocol
  ) {
    sessions.add(state)
    byProtocol[reviewed, default: StateCounts()].add(state)
    for group in tally.groups { byGroup[group.id, default: GroupCounts(group.id)].add(group) }
    let place = sessions.counted
    for flag in tally.flags {
      if flag.isProcess {
        process.add(flag, in: place, isOpen: state == .open)
      } else {
        clinical.add(flag, in: place, isOpen: state == .open)
      }
    }
    clinical.retracted += tally.retractedClinical
    process.retracted += tally.retractedProcess
    for effect in tally.effects {
      byEffect[effect.name, default: EffectReview(effect.name)].add(effect, in: place)
    }
    if tally.effects.contains(where: { $0.name != .dissociation }) { sessionsWithEffects += 1 }
    if state != .open { leaving.add(tally.leaving) }
    typed.add(tally.typed)
    imported.add(tally.imported)
  }
}

/// A protocol as sessions were opened with it.
package struct ReviewedProtocol: Hashable, Comparable {
  package let id: ProtocolID
  package let version: String

  package init(id: ProtocolID, version: String) {
    self.id = id
    self.version = version
  }

  package static func < (left: ReviewedProtocol, right: ReviewedProtocol) -> Bool {
    (left.id, left.version) < (right.id, right.version)
  }
}

/// Sessions by where they stand.
package struct StateCounts: Hashable {
  package private(set) var open = 0
  package private(set) var closed = 0
  package private(set) var amended = 0
  package private(set) var void = 0

  package init() {}

  /// Every one that was not struck out.
  package var counted: Int { open + closed + amended }
  /// Closed, whether amended since or not.
  package var ended: Int { closed + amended }

  mutating func add(_ state: Session.State) {
    switch state {
    case .open: open += 1
    case .closed: closed += 1
    case .amended: amended += 1
    case .void: void += 1
    }
  }
}
