import SessionRecord

/// Why `vigil presence` did not take what was typed after it.
enum PresenceCommandRefusal: Refusal, Hashable {
  case actMissing
  case notAnAct(String)

  var kind: RefusalKind { .usage }

  var problem: String {
    switch self {
    case .actMissing: "It does not say who arrives, leaves or takes over. Nothing was stored."
    case .notAnAct(let word):
      "“\(word)” is not one of \(PresenceCommand.acts.joined(separator: ", ")). Nothing was stored."
    }
  }

  var remedy: String? {
    switch self {
    case .notAnAct(let word):
      nearest(to: word, among: PresenceCommand.acts).map { "Did you mean \($0)?" } ?? usual
    case .actMissing: usual
    }
  }

  private var usual: String {
    "vigil presence arrives LH second nurse, vigil presence leaves LH, or vigil presence handover MB"
  }
}
