import Monitoring
import SessionRecord

/// Everybody whom the record of a session names, with what they did in it.
///
/// It says what was entered of whom, not who stood in the room.
struct Present {
  /// What one person did, once or several times.
  struct Act {
    enum Kind: String, CaseIterable {
      case opened, prescribed, allowed, arrived, left, handedOver, tookOver, entered, saw, checked
      case acknowledged, verified, answered, decided, witnessed, escort, corrected, withdrew, closed
      case countersigned, reviewed
    }

    let kind: Kind
    /// Those that say so, in the order of the log.
    fileprivate(set) var entries: [Entry]
  }

  struct Person {
    let name: String
    /// In the order of `Act.Kind`.
    fileprivate(set) var acts: [Act]

    fileprivate mutating func add(_ kind: Act.Kind, _ entry: Entry) {
      if let place = acts.firstIndex(where: { $0.kind == kind }) {
        if acts[place].entries.last?.number != entry.number { acts[place].entries.append(entry) }
      } else {
        acts.append(Act(kind: kind, entries: [entry]))
      }
    }
  }

  /// In the order in which the record first names them.
  private(set) var people: [Person] = []

  init(_ file: SessionFile) {
    for entry in file.log {
      let author = entry.author.text
      let chart = file.assessment.chart
      let stands =
        chart[entry.number].map { !$0.isVoid && chart.withdrawnClosing(of: $0) == nil } ?? true
      add(author, .entered, entry)
      if let observer = entry.observer, stands { add(observer.text, .saw, entry) }
      // What was taken back was not done; what a correction says is done as it says it.
      guard stands else { continue }
      add(file.assessment.chart[entry.number]?.content ?? entry.content, entry, by: author)
    }
    for place in people.indices {
      people[place].acts.sort { Present.order($0.kind) < Present.order($1.kind) }
    }
  }

  private mutating func add(_ content: Content, _ entry: Entry, by author: String) {
    switch content {
    case .opened(let opening):
      add(author, .opened, entry)
      if let prescriber = opening.prescriber { add(prescriber.text, .prescribed, entry) }
    case .check(let who): add(who, .checked, entry)
    case .acknowledgement: add(author, .acknowledged, entry)
    case .verification: add(author, .verified, entry)
    case .amendment: add(author, .corrected, entry)
    case .void: add(author, .withdrew, entry)
    case .closed: add(author, .closed, entry)
    case .leaving(.answers): add(author, .answered, entry)
    case .leaving(.decision(let decision)):
      add(decision.decidedBy.text, .decided, entry)
      if case .againstAdvice(_, let witness) = decision.outcome { add(witness, .witnessed, entry) }
      if let escort = decision.escort { add(escort, .escort, entry) }
    case .waste(let waste):
      if let witness = waste.witness { add(witness, .witnessed, entry) }
    case .presence(.arrives(let who, _)): add(who.text, .arrived, entry)
    case .presence(.leaves(let who)): add(who.text, .left, entry)
    case .presence(.handover(let handover)):
      add(entry.doneBy.text, .handedOver, entry)
      add(handover.to.text, .tookOver, entry)
    case .screening(.decision(let decision)): add(decision.decidedBy.text, .allowed, entry)
    case .screening(.countersignature): add(author, .countersigned, entry)
    case .screening(.answers), .screening(.findings): break
    case .review: add(author, .reviewed, entry)
    case .vitals, .effect, .dose, .infusion, .scale, .action, .note, .mark, .deferred, .assigned,
      .addendum, .followUp, .course, .moved, .clockStep:
      break
    }
  }

  private mutating func add(_ name: String, _ kind: Act.Kind, _ entry: Entry) {
    if let place = people.firstIndex(where: { $0.name == name }) {
      people[place].add(kind, entry)
    } else {
      people.append(Person(name: name, acts: [Act(kind: kind, entries: [entry])]))
    }
  }

  private static func order(_ kind: Act.Kind) -> Int {
    Act.Kind.allCases.firstIndex(of: kind) ?? 0
  }
}
