import SessionRecord

/// A story as a clinician wrote it: who was opened when, and what was typed by whom.
struct Story {
  /// A session to be opened.
  struct Opening {
    var patient = ""
    var monitoringProtocol = ""
    var weight: String?
    var room: String?
    var setting = Setting.clinic
    var author = ""
  }

  /// What someone did.
  enum Act {
    case open(Opening)
    /// A line as it is typed, in the session named after `-s` or in the one that is open.
    case type(String, session: String?)
    case end(session: String?)
    case voidSession(String?, because: String)
  }

  /// One thing that was done, and the words of its refusal where it has to be refused.
  struct Step {
    let line: Int
    let at: Instant
    let author: String
    let act: Act
    /// The number of the entry that it has to become, where the story says so (`→ #5`).
    let entry: Int?
    var refused: String?
  }

  let clock: StoryClock
  let steps: [Step]

  init(_ text: String) throws {
    var reader = StoryReader()
    for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      do {
        try reader.read(String(line), number: place + 1)
      } catch let defect as StoryDefect {
        throw StoryDefect("story.txt:\(place + 1): \(defect)")
      }
    }
    guard let clock = reader.clock, !reader.steps.isEmpty else {
      throw StoryDefect("story.txt: no date, no zone or no steps")
    }
    self.clock = clock
    steps = reader.steps
  }
}

/// Reads a story line by line.
private struct StoryReader {
  private(set) var steps: [Story.Step] = []
  private(set) var clock: StoryClock?
  private var date: CivilTime?
  private var zone: Zone?
  private var opening = Story.Opening()

  mutating func read(_ line: String, number: Int) throws {
    let line = line.withoutComment
    guard !line.isEmpty else { return }
    if let words = line.after("refused:") {
      guard !steps.isEmpty, steps[steps.count - 1].refused == nil else {
        throw StoryDefect("nothing to be refused")
      }
      steps[steps.count - 1].refused = words
    } else if line.first?.isNumber == true || line.hasPrefix("day+") {
      try act(line, number: number)
    } else {
      try head(line, number: number)
    }
  }

  private mutating func head(_ line: String, number: Int) throws {
    let parts = line.split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else { throw StoryDefect("not understood: \(line)") }
    let value = String(parts[1]).trimmed
    switch parts[0] {
    case "patient": opening = Story.Opening(patient: value)
    case "protocol": opening.monitoringProtocol = value
    case "weight": opening.weight = value
    case "room": opening.room = value
    case "setting":
      guard let setting = Setting(rawValue: value) else {
        throw StoryDefect("no setting: \(value)")
      }
      opening.setting = setting
    case "date": date = CivilTime(date: value)
    case "zone": zone = Zone(named: value)
    case "opened":
      let words = value.components(by: " by ")
      guard words.count == 2 else { throw StoryDefect("write: opened 13:22 by KO") }
      opening.author = words[1]
      try add(.open(opening), at: words[0], by: words[1], number: number)
    default: throw StoryDefect("not understood: \(line)")
    }
    if let date, let zone { clock = StoryClock(date: date, zone: zone) }
  }

  private mutating func act(_ whole: String, number: Int) throws {
    let parts = whole.components(by: " → #")
    let line = parts[0]
    let entry = parts.count == 2 ? Int(parts[1]) : nil
    guard parts.count == 1 || entry != nil else { throw StoryDefect("write: → #5") }
    var words = line.split(separator: " ", maxSplits: line.hasPrefix("day+") ? 3 : 2)
    var time = String(words.removeFirst())
    if time.hasPrefix("day+"), !words.isEmpty { time += " " + words.removeFirst() }
    guard words.count == 2 else { throw StoryDefect("write: 14:06:00 KO  156/95 92 96%") }
    let author = String(words[0])
    var typed = String(words[1]).trimmed
    var session: String?
    if let rest = typed.after("-s ") {
      let parts = rest.split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { throw StoryDefect("nothing after -s") }
      session = String(parts[0])
      typed = String(parts[1]).trimmed
    }
    let act: Story.Act =
      if typed == "end" {
        .end(session: session)
      } else if let reason = typed.after("void-session ") {
        .voidSession(session, because: reason)
      } else {
        .type(typed, session: session)
      }
    try add(act, at: time, by: author, number: number, entry: entry)
  }

  private mutating func add(
    _ act: Story.Act,
    at time: String,
    by author: String,
    number: Int,
    entry: Int? = nil
  ) throws {
    guard let clock else { throw StoryDefect("date and zone come first") }
    let at = try clock.instant(time)
    if let last = steps.last, last.at > at { throw StoryDefect("\(time) is before the line above") }
    steps.append(Story.Step(line: number, at: at, author: author, act: act, entry: entry))
  }
}

extension String {
  /// Without spaces at either end.
  var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// Without what follows `# `, and without spaces at either end; `#9` is an entry.
  var withoutComment: String {
    let line = self + " "
    return String(line[..<(line.firstRange(of: "# ")?.lowerBound ?? line.endIndex)]).trimmed
  }

  /// What follows these words, or nil where it does not begin with them.
  func after(_ words: String) -> String? {
    hasPrefix(words) ? String(dropFirst(words.count)).trimmed : nil
  }

  /// The parts between these words, without spaces around them.
  func components(by words: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let found = rest.firstRange(of: words) {
      parts.append(String(rest[..<found.lowerBound]).trimmed)
      rest = rest[found.upperBound...]
    }
    return parts + [String(rest).trimmed]
  }
}
