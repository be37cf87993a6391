import RecordStore
import SessionRecord
import Supervision

/// What was typed after `add`, `fix`, `void`, `undo` or `ack`: options first, then the line, which is
/// never taken apart.
///
/// A general parser would take `--` and `-1` of a line for options of its own.
struct LineArguments {
  private(set) var session: String?
  /// Who was named with `--by`.
  private(set) var author: ClinicianCode?
  /// Who is named by `VIGIL_BY`; read only where `--by` names nobody.
  private(set) var usual: ClinicianCode?
  private(set) var id: EntryID?
  private(set) var record: String?
  /// Everything after the options, `--` and `-1` included.
  private(set) var words: [String] = []
  /// What was given with `--because`, which may stand after the line.
  private(set) var reason: String?

  /// Whether the lines are those of a paper chart.
  private(set) var isFromPaper = false
  /// The date at the head of the chart.
  private(set) var date: CivilTime?
  /// Who wrote the chart.
  private(set) var observer: ClinicianCode?

  /// *takesPaper* is for `add`: lines of a paper chart, with options behind the dash too.
  init(_ arguments: [String], takesReason: Bool, takesPaper: Bool = false) throws {
    var given: Set<LineOption> = []
    var rest = arguments[...]
    try takeOptions(of: &rest, given: &given, takesReason, takesPaper)
    words = Array(rest)
    if takesPaper, rest.first == "-" {
      rest.removeFirst()
      try takeOptions(of: &rest, given: &given, takesReason, takesPaper)
      words = ["-"] + rest
    }
    if takesReason { try takeReason() }
    if author == nil { usual = try Author.usual() }
    try checkPaper(given)
  }

  private mutating func takeOptions(
    of rest: inout ArraySlice<String>,
    given: inout Set<LineOption>,
    _ takesReason: Bool,
    _ takesPaper: Bool
  ) throws {
    while let word = rest.first,
      let option = try LineOption(
        beginning: word,
        takesReason: takesReason,
        takesPaper: takesPaper
      )
    {
      rest.removeFirst()
      if option == .end { return }
      guard given.insert(option).inserted else { throw CommandRefusal.optionTwice(option.name) }
      if option == .fromPaper {
        isFromPaper = true
        continue
      }
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
  }

  private func checkPaper(_ given: Set<LineOption>) throws {
    guard !isFromPaper else {
      guard date != nil else { throw PaperOptionRefusal.dateMissing }
      return
    }
    if let other = [LineOption.date, .observedBy].first(where: given.contains) {
      throw PaperOptionRefusal.onlyFromPaper(other.name)
    }
  }

  /// Who enters the lines, and from where.
  var authorship: Authorship {
    guard let date else { return Authorship(author: author, usual: usual) }
    return Authorship(transcribing: date, author: author, usual: usual, observer: observer)
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
    case .by: author = Run.named(try ClinicianCode(value))
    case .id:
      guard let id = EntryID(value) else { throw CommandRefusal.badID(value) }
      self.id = id
    case .record: record = value
    case .because: reason = value
    case .date: date = try PaperDay.read(value)
    case .observedBy: observer = try ClinicianCode(value)
    case .end, .fromPaper: break
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
  /// Of a paper chart.
  case fromPaper, date, observedBy
  /// `--` before the line: what follows is the line.
  case end

  static let names: Set<String> = [
    "-s", "--session", "--by", "--id", "--record", "--because", "--from-paper", "--date",
    "--observed-by",
  ]

  var name: String {
    switch self {
    case .session: "-s"
    case .by: "--by"
    case .id: "--id"
    case .record: "--record"
    case .because: "--because"
    case .fromPaper: "--from-paper"
    case .date: "--date"
    case .observedBy: "--observed-by"
    case .end: "--"
    }
  }

  /// Nil where the word begins the line.
  init?(beginning word: String, takesReason: Bool, takesPaper: Bool) throws {
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
    case "--from-paper" where takesPaper && word == "--from-paper": self = .fromPaper
    case "--date" where takesPaper: self = .date
    case "--observed-by" where takesPaper: self = .observedBy
    case "--" where word == "--": self = .end
    default: throw CommandRefusal.unknownAddOption(word)
    }
  }
}
