import Monitoring
import SessionRecord

/// Who was present, as far as the record says: each person with what they did, and when.
struct PresentSection {
  private let words: SessionWords

  init(_ words: SessionWords) { self.words = words }

  func add(to page: inout some Sheet) {
    page.heading("Who was present")
    var table = Table([.init("Name"), .init("What they did")])
    let names = PresentNames(words.file.clinicians)
    for person in Present(words.file).people {
      table.add([names.phrase(person.name), Phrase(did(person))])
    }
    page.add(table)
  }

  /// `opened 13:00; made 24 entries 13:00–15:33; closed 15:32`.
  private func did(_ person: Present.Person) -> String {
    person.acts.map { act in
      switch act.kind {
      case .arrived, .left, .handedOver, .tookOver: moments(act)
      default: "\(verb(act))\u{A0}\(times(act))"
      }
    }.joined(separator: "; ")
  }

  /// Who comes and goes may do so more than once, each time in a role or with another: `arrived 13:00 as
  /// second nurse, 14:10`.
  private func moments(_ act: Present.Act) -> String {
    let moments = PresentMoments(act, in: words).moments.map { moment in
      let opened = words.file.session.opened.instant
      return words.clock.clock(moment.at, near: opened).unbroken
        + (moment.words.map { " \($0)" } ?? "")
    }
    return "\(verb(act))\u{A0}\(moments.joined(separator: ", "))"
  }

  private func verb(_ act: Present.Act) -> String {
    let count = act.entries.count
    return switch act.kind {
    case .opened: "opened the session"
    case .prescribed: "prescribed, said at opening"
    case .entered: "made \(counted(count, "entry", "entries"))"
    case .saw: "saw what \(counted(count, "entry says", "entries say"))"
    case .checked: "checked \(counted(count, "dose"))"
    case .acknowledged: "made \(counted(count, "acknowledgement"))"
    case .verified: "verified \(counted(count, "entry", "entries"))"
    case .answered: "answered criteria for leaving"
    case .decided: "decided that the patient leaves"
    case .allowed: "let the session go on over a gate"
    case .arrived: "arrived"
    case .left: "left"
    case .handedOver: "handed over"
    case .tookOver: "took over"
    case .countersigned: "countersigned"
    case .reviewed: "reviewed"
    case .witnessed: "was witness"
    case .escort: "named as escort"
    case .corrected: "corrected \(counted(count, "entry", "entries"))"
    case .withdrew: "withdrew \(counted(count, "entry", "entries"))"
    case .closed: "closed the session"
    }
  }

  /// When it was done: by the time at which it was seen, a correction by that at which it was typed.
  private func times(_ act: Present.Act) -> String {
    let opened = words.file.session.opened.instant
    let times = act.entries.map { words.chart[$0.number]?.observed.instant ?? $0.recorded.instant }
    guard let first = times.min(), let last = times.max() else { return "" }
    let from = words.clock.clock(first, near: opened)
    let to = words.clock.clock(last, near: opened)
    return from == to ? from : "\(from)–\(to)"
  }
}
