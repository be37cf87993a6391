import SessionRecord

/// Reads a story line by line.
struct StoryReader {
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
    let parts = whole.components(by: " → ")
    let line = parts[0]
    let entries = parts.count == 2 ? parts[1].components(by: ",").map(entryNumber) : []
    guard parts.count <= 2, !entries.contains(nil) else { throw StoryDefect("write: → #5") }
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
      if typed == "end" || typed.hasPrefix("end ") {
        .end(try StoryEnding(typed.after("end") ?? ""), session: session)
      } else if let answers = typed.after("leaving ") {
        .answer(try StoryAnswers(answers), session: session)
      } else if let reason = typed.after("void-session ") {
        .voidSession(session, because: reason)
      } else {
        .type(typed, session: session)
      }
    try add(act, at: time, by: author, number: number, entries: entries.compactMap(\.self))
  }

  private func entryNumber(_ text: String) -> Int? { text.after("#").flatMap { Int($0) } }

  private mutating func add(
    _ act: Story.Act,
    at time: String,
    by author: String,
    number: Int,
    entries: [Int] = []
  ) throws {
    guard let clock else { throw StoryDefect("date and zone come first") }
    let at = try clock.instant(time)
    if let last = steps.last, last.at > at { throw StoryDefect("\(time) is before the line above") }
    steps.append(Story.Step(line: number, at: at, author: author, act: act, entries: entries))
  }
}
