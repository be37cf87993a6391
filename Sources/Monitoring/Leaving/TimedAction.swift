import SessionRecord

/// What was done, in words that nothing else reads.
struct TimedAction: Observed {
  let order: ObservedOrder
  private let text: String
  /// In lower case.
  private let words: [Substring]

  init(order: ObservedOrder, text: String) {
    self.order = order
    self.text = text
    words = TimedAction.words(text.lowercased())
  }

  /// `#3 done: oxygen 2 l by mask`.
  var written: String { "#\(entry) done: \(text)" }
  var namesOxygen: Bool { ["oxygen", "o2", "o₂"].contains { names($0) } }

  /// Whether a name is among its words, as whole words in any case.
  func names(_ name: String) -> Bool {
    let named = TimedAction.words(name.lowercased())
    guard !named.isEmpty, named.count <= words.count else { return false }
    return (0...words.count - named.count).contains { words[$0...].starts(with: named) }
  }

  private static func words(_ text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }
  }
}
