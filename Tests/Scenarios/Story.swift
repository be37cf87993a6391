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
    case answer(StoryAnswers, session: String?)
    case end(StoryEnding, session: String?)
    case voidSession(String?, because: String)
  }

  /// One thing that was done, and the words of its refusal where it has to be refused.
  struct Step {
    let line: Int
    let at: Instant
    let author: String
    let act: Act
    /// The numbers of the entries that it has to become, where the story says so (`→ #5`).
    let entries: [Int]
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
