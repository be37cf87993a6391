import RecordStore
import SessionRecord
import Supervision

/// What was typed after `add`, `fix`, `void`, `undo` or `ack`: options first, then the line, which is
/// never taken apart.
///
/// A general parser would take `--` and `-1` of a line for options of its own.
struct LineArguments {
  private(set) var session: String?
  private(set) var author: ClinicianCode?
  private(set) var id: EntryID?
  private(set) var record: String?
  /// Everything after the options, `--` and `-1` included.
  private(set) var words: [String] = []
  /// What was given with `--because`, which may stand after the line.
  private(set) var reason: String?

  init(_ arguments: [String], takesReason: Bool) throws {
    var given: Set<LineOption> = []
    var rest = arguments[...]
    while let word = rest.first,
      let option = try LineOption(beginning: word, takesReason: takesReason)
    {
      rest.removeFirst()
      if option == .end { break }
      guard given.insert(option).inserted else { throw CommandRefusal.optionTwice(option.name) }
      let value: String
      if let equals = word.firstIndex(of: "="), word.hasPrefix("--") {
        value = String(word[word.index(after: equals)...])
      } else {
        guard let next = rest.popFirst() else {
          throw CommandRefusal.optionWithoutValue(option.name)
        }
        value = next
      }
      guard !value.isEmpty else { throw CommandRefusal.optionWithoutValue(option.name) }
      try take(option, value)
    }
    words = Array(rest)
    if takesReason { try takeReason() }
    author = try author ?? Author.resolve(nil)
  }

  /// The words as one line, as they were typed.
  var line: String { words.joined(separator: " ") }

  /// The record that these arguments name, or the usual one.
  func openRecord() throws -> Desk {
    var options = RecordOptions.standard
    options.record = record
    return try Desk.open(options, .writing)
  }

  private mutating func take(_ option: LineOption, _ value: String) throws {
    switch option {
    case .session: session = value
    case .by: author = try ClinicianCode(value)
    case .id:
      guard let id = EntryID(value) else { throw CommandRefusal.badID(value) }
      self.id = id
    case .record: record = value
    case .because: reason = value
    case .end: break
    }
  }

  /// `--because` after the line: the words behind it are the reason, and options among them are
  /// refused rather than stored as part of it.
  private mutating func takeReason() throws {
    guard let place = words.lastIndex(where: { $0 == "--because" || $0.hasPrefix("--because=") })
    else { return }
    guard reason == nil else { throw CommandRefusal.optionTwice("--because") }
    var spoken = Array(words[(place + 1)...])
    if words[place] != "--because" {
      spoken.insert(String(words[place].dropFirst("--because=".count)), at: 0)
    }
    // `--by=LH` is as much an option as `--by LH`.
    let names = spoken.map { String($0.prefix { $0 != "=" }) }
    if let late = names.first(where: LineOption.names.contains) {
      throw CommandRefusal.optionAfterReason(late)
    }
    let text = spoken.joined(separator: " ")
    guard !text.isEmpty else { throw CommandRefusal.emptyReason }
    reason = text
    words.removeSubrange(place...)
  }
}

/// The options that may stand before a line.
enum LineOption: Hashable {
  case session, by, id, record, because
  /// `--` before the line: what follows is the line.
  case end

  static let names: Set<String> = [
    "-s", "--session", "--by", "--id", "--record", "--because",
  ]

  var name: String {
    switch self {
    case .session: "-s"
    case .by: "--by"
    case .id: "--id"
    case .record: "--record"
    case .because: "--because"
    case .end: "--"
    }
  }

  /// Nil where the word begins the line.
  init?(beginning word: String, takesReason: Bool) throws {
    // A lone dash means standard input; a dash and a digit belong to the line.
    guard word.hasPrefix("-"), word != "-", word.dropFirst().first?.isNumber != true else {
      return nil
    }
    // Only a long option takes its value behind `=`: to read `-s=2` as `-s`, with the next word as
    // its value, would name another patient's session.
    switch word.hasPrefix("--") ? word.prefix(while: { $0 != "=" }) : word[...] {
    case "-s", "--session": self = .session
    case "--by": self = .by
    case "--id": self = .id
    case "--record": self = .record
    case "--because" where takesReason: self = .because
    case "--" where word == "--": self = .end
    default: throw CommandRefusal.unknownAddOption(word)
    }
  }
}
