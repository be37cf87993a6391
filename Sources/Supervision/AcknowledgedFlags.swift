import SessionRecord
import Shorthand

/// Which flags an acknowledgement names, among those known.
struct AcknowledgedFlags {
  private let flags: [Flag]
  private let open: [Flag]
  private let byNumber: [FlagNumber: Flag]

  /// *instant* is the one at which they are asked to be open; nil for as they are known.
  init(among flags: [Flag], at instant: Instant? = nil) {
    self.flags = flags
    open = flags.filter { flag in instant.map { flag.isOpen(at: $0) } ?? flag.isOpen }
    byNumber = Dictionary(flags.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A number names one flag, known in any state; without one, the only open flag; `all` the open
  /// ones that are not high.
  func named(by target: AcknowledgeTarget) throws -> [Acknowledgement.Named] {
    switch target {
    case .number(let number):
      guard let flag = byNumber[number] else {
        throw SupervisionRefusal.noSuchFlag(number, known: flags.map(\.number))
      }
      return [named(flag)]
    case .theOnlyOne:
      guard let only = open.first else { throw SupervisionRefusal.noOpenFlag }
      guard open.count == 1 else {
        throw SupervisionRefusal.severalOpenFlags(open.map(\.number))
      }
      return [named(only)]
    case .all:
      guard !open.isEmpty else { throw SupervisionRefusal.noOpenFlag }
      let milder = open.filter { $0.priority != .high }
      guard !milder.isEmpty else { throw SupervisionRefusal.onlyHighFlags(open.map(\.number)) }
      return milder.map(named)
    }
  }

  private func named(_ flag: Flag) -> Acknowledgement.Named {
    Acknowledgement.Named(number: flag.number, flag: flag.identity)
  }
}

extension Flag {
  /// Whether it was open then, as it is known now.
  fileprivate func isOpen(at instant: Instant) -> Bool {
    retractedBy == nil && raised <= instant && state.clearedAt.map { $0 > instant } ?? true
  }
}
