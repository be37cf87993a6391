package import SessionRecord

/// The states of a flag by name, as questions across sessions ask for them.
package enum FlagStateName: String, Hashable, CaseIterable, Sendable {
  case unconfirmed
  case confirmed
  case cleared
  case clearedOnRepeat = "cleared-on-repeat"
  case retracted
  /// Unconfirmed or confirmed, and not retracted.
  case open

  /// What the flag is in; never *open*, which is two of them.
  package init(of flag: Flag) {
    guard flag.retractedBy == nil else {
      self = .retracted
      return
    }
    switch flag.state {
    case .unconfirmed: self = .unconfirmed
    case .confirmed: self = .confirmed
    case .clearedOnRepeat: self = .clearedOnRepeat
    case .cleared: self = .cleared
    }
  }

  /// The states that it stands for.
  var states: Set<FlagStateName> { self == .open ? [.unconfirmed, .confirmed] : [self] }

  /// Its number in the `state` column.
  var number: Int {
    switch self {
    case .unconfirmed: 1
    case .confirmed: 2
    case .clearedOnRepeat: 3
    case .cleared: 4
    case .retracted: 5
    case .open: 0
    }
  }
}
