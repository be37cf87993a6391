import SessionRecord

/// The exit codes, in one place; `vigil help exit-codes` prints this list.
enum ExitStatus: Int32, CaseIterable {
  case success = 0
  case foundSomething = 1
  case cannotTell = 2
  case usage = 64
  case badInput = 65
  case notFound = 66
  case busy = 69
  case software = 70
  case cannotWrite = 73
  case notSaved = 74
  case notConfirmed = 75
  case notAllowed = 77
  case interrupted = 130

  var code: Int32 { rawValue }

  init(_ kind: RefusalKind) {
    switch kind {
    case .usage: self = .usage
    case .badInput: self = .badInput
    case .notFound: self = .notFound
    case .busy: self = .busy
    case .damaged: self = .software
    case .cannotWrite: self = .cannotWrite
    case .notSaved: self = .notSaved
    case .notConfirmed: self = .notConfirmed
    case .notAllowed: self = .notAllowed
    }
  }

  var meaning: String {
    switch self {
    case .success: "done; a value stored as unverified is done too"
    case .foundSomething:
      "the question found what it asks about: an open flag (flags --fail-on-open), "
        + "a reading that is overdue (due), a criterion that is not met (leaving), "
        + "a gate that holds (screening), a task after a session that is overdue (followups), "
        + "something doubtful in a protocol (protocol check), a record that does not hold (verify)"
    case .cannotTell:
      "nothing wrong was found in the record, and something could not be looked at (verify)"
    case .usage: "the command is not understood; nothing was stored"
    case .badInput:
      "a line, a file or a value is not understood or not possible; nothing was stored"
    case .notFound: "no such session, entry, flag, patient, protocol or file"
    case .busy: "another program holds the record, or a tool that Vigil needs is missing"
    case .software: "the record is damaged or cannot be read now, or Vigil itself failed"
    case .cannotWrite:
      "an output file or standard output cannot be written, or no session can be opened where the "
        + "record lies"
    case .notSaved: "the entry was not saved"
    case .notConfirmed: "saving could not be confirmed; the answer says how to find out"
    case .notAllowed:
      "not allowed now: the session is closed, a void is final, the protocol is not adopted; "
        + "or not to be adopted as it is: the check found something, its drug or route is not that of "
        + "its id, or its version or a like id was adopted with another text"
    case .interrupted: "interrupted"
    }
  }
}
