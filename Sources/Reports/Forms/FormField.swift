import SessionRecord

/// A field of a form, with what the record answers to it and the entries that say so.
struct FormField {
  enum Answer {
    case recorded(String)
    /// In the words that somebody typed, where nobody gave the answer that the form asks for.
    case said(String)
    /// With why, where that is more than that nobody entered it.
    case notRecorded(String?)

    /// As it is printed.
    var words: String {
      switch self {
      case .recorded(let words), .said(let words): words
      case .notRecorded(nil): "not recorded"
      case .notRecorded(let why?): "not recorded: \(why)"
      }
    }

    /// As a document names it.
    var key: String {
      switch self {
      case .recorded: "recorded"
      case .said: "said"
      case .notRecorded: "not-recorded"
      }
    }
  }

  /// A number of the answer, for programs.
  struct Number {
    /// `systolic`, `total`.
    let name: String
    let thousandths: Int
    let unit: String
  }

  /// Its name in documents.
  let key: String
  let title: String
  /// Marked as required on the form.
  var isRequired = true
  let answer: Answer
  /// The entries that it came from, in observed order.
  var entries: [EntryNumber] = []
  var numbers: [Number] = []
  /// What stands beside it and is no answer.
  var asides: [String] = []
}

/// Fields under one heading of a form.
struct FormBlock {
  let key: String
  let title: String
  let fields: [FormField]
}

/// How a form writes its dates: as files and terminals do, or with the month spelled for paper.
enum FormDates {
  case plain
  case spelled

  func date(_ civil: CivilTime) -> String {
    switch self {
    case .plain: civil.date
    case .spelled: PaperDate.date(civil)
    }
  }

  /// Of a date that is kept as text.
  func date(_ stored: String) -> String {
    switch self {
    case .plain: stored
    case .spelled: PaperDate.date(stored)
    }
  }
}
