import Monitoring
import RecordStore
import SessionRecord
import Supervision

/// Something that somebody does at a desk, and what has to become of it.
struct Act {
  /// For whoever reads a difference.
  let words: String
  /// Where it adds, if it does; to nothing that exists yet when it opens a session.
  let streams: [EntryStream]
  let perform: (Supervision) throws -> Answer
  /// Asked of the model as it was when the commit was made.
  let expected: (ModelClinic, Moment) throws -> Expectation
  /// The id with which it can be tried again.
  var id: EntryID?
}

/// What an act was answered with.
struct Answer {
  /// Whole logs as the answer has them.
  var logs: [EntryStream: [Entry]] = [:]
  var sessions: [Session] = []
  var flags: [SessionNumber: [Flag]] = [:]
  /// The entries that it says are new; nil where it does not say them all.
  var new: [EntryStream: [EntryNumber]] = [:]
  var alreadySaved: EntryNumber?

  init() {}

  init(_ recorded: Recorded, saysAllNew: Bool = true) {
    take(recorded, saysAllNew: saysAllNew)
    alreadySaved = recorded.alreadySaved
  }

  mutating func take(_ recorded: Recorded, saysAllNew: Bool = true) {
    let session = recorded.file.session
    let stream = EntryStream.session(session.number)
    logs[stream] = recorded.file.log
    sessions.append(session)
    // Of a retry the answer is as of now, and compared apart.
    if recorded.alreadySaved == nil { flags[session.number] = recorded.file.assessment.flags }
    if saysAllNew { new[stream] = recorded.new }
  }
}
