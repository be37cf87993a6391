package import Monitoring
package import SessionRecord

/// The answer to what was entered: what was stored, as a person would say it back, and what it did to
/// the session's flags.
package struct AnswerText {
  private let words: SessionWords
  private let new: [EntryNumber]
  private let hints: [EntryNumber: String]
  private let changes: FlagChanges
  private let alreadySaved: EntryNumber?
  private let givenWay: ClinicianCode?
  private let sharing: [Session]
  private let style: Style

  /// *alreadySaved* is the entry of an id that the record had before: nothing was added.
  ///
  /// *givenWay* is whom `VIGIL_BY` names and who is not on duty; *sharing* are other open sessions in the same room.
  package init(
    _ file: SessionFile,
    new: [EntryNumber],
    hints: [EntryNumber: String] = [:],
    changes: FlagChanges,
    alreadySaved: EntryNumber? = nil,
    givenWay: ClinicianCode? = nil,
    sharing: [Session] = [],
    style: Style
  ) {
    words = SessionWords(file)
    self.new = new
    self.hints = hints
    self.changes = changes
    self.alreadySaved = alreadySaved
    self.givenWay = givenWay
    self.sharing = sharing
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    var author = new.first.flatMap(words.entry)?.author
    AnswerHead.add(words, by: author, to: &page)
    if let givenWay, let author { page.add(AnswerText.givenWay(givenWay, to: author)) }
    if let alreadySaved { addAlreadySaved(alreadySaved, to: &page) }
    for entry in new.compactMap(words.entry) {
      // A handover in a batch: what follows is by another.
      if entry.author != author { page.add("From here on entered by\u{A0}\(entry.author.text):") }
      author = entry.author
      add(entry, to: &page)
      if let hold = HoldPhrase(words).below(entry) { page.add(hold, indent: 4) }
    }
    for session in sharing { page.add(inSameRoom(session)) }
    ChangePhrases(words: words, changes: changes).add(to: &page)
    EarlyRepeats(words, new: new).add(to: &page)
    GivenSoFar(words, new: new).add(to: &page)
    AnswerEnd(words).add(to: &page)
    return page.text
  }

  private static func givenWay(_ usual: ClinicianCode, to author: ClinicianCode) -> Phrase {
    Phrase(
      "VIGIL_BY names \(usual), who handed this session over, so it is entered by \(author), who is on "
        + "duty. Otherwise name who enters it, as --by \(usual)."
    )
  }

  private func inSameRoom(_ session: Session) -> Phrase {
    Phrase(
      "Room \(session.room ?? "") has another open session: \(session.label), "
        + "\(session.opening.patient)."
    )
  }

  private func addAlreadySaved(_ number: EntryNumber, to page: inout Page) {
    guard let entry = words.entry(number) else { return }
    page.add("Already saved as #\(number). Nothing was added.")
    let story = EntryStory(entry, in: words)
    for line in EntryPhrases(words: words).lines(story) { page.add(line, after: label(story)) }
  }

  private func add(_ entry: Entry, to page: inout Page) {
    let story = EntryStory(entry, in: words)
    switch entry.content {
    case .amendment(let amendment): addCorrection(entry, amendment, to: &page)
    case .void(let void): addWithdrawal(entry, void, to: &page)
    case .closed: addClosing(story, to: &page)
    case .leaving(.decision(let decision)):
      page.add(Phrase(LeavingWords.outcome(decision)), after: label(story))
      if let record = DecisionRecord(words), record.entry.number == entry.number {
        for line in record.details { page.add(line, indent: 4) }
      }
    case .acknowledgement(let acknowledgement):
      page.add(words.standing.phrase(story.content, of: entry.number), after: label(story))
      addPlace(of: acknowledgement, by: entry.number, to: &page)
      addCovered(by: entry.number, to: &page)
      addWaiting(to: &page)
    case .presence(.handover(let handover)):
      let remark = handover.remark.map { " — \($0)" } ?? ""
      page.add("handed over to \(handover.to.text)\(remark)", after: label(story))
      HandoverText(handover, in: words).add(to: &page)
    case .verification(let number):
      page.add("#\(number) verified: the same line was typed again", after: label(story))
      addSaid(number, to: &page)
    case .opened, .vitals, .effect, .dose, .infusion, .check, .waste, .scale, .action, .note,
      .mark, .deferred, .leaving(.answers), .screening, .presence(.arrives), .presence(.leaves),
      .assigned, .review, .addendum, .followUp, .course, .moved, .clockStep:
      let phrases = EntryPhrases(words: words, saysUnverified: false)
      for line in phrases.lines(story) { page.add(line, after: label(story)) }
      addPutOff(by: entry.number, to: &page)
      if !story.isVoid, let help = RemoteHelp(words).phrase(after: story.content) {
        page.add(help, indent: 4)
      }
      for question in AnswerQuestions(words: words).questions(about: story) {
        page.add(question, indent: 4)
      }
    }
    for aside in AnswerAsides(words: words).asides(about: story) { page.add(aside, indent: 4) }
    if let hint = hints[entry.number] { page.add(Phrase(hint), indent: 4) }
  }

  /// `#18 14:05 `.
  private func label(_ story: EntryStory) -> Phrase {
    "#\(story.entry.number) \(words.clock.clock(story.observed.instant)) "
  }

  // MARK: - Corrections

  private func addCorrection(_ entry: Entry, _ amendment: Amendment, to page: inout Page) {
    page.add(
      "corrects #\(amendment.entry): \(amendment.reason)",
      after: "#\(entry.number) \(words.clock.clock(entry.recorded.instant)) "
    )
    addSaid(amendment.entry, to: &page)
    addPutOff(by: amendment.entry, to: &page)
    guard let original = words.entry(amendment.entry) else { return }
    let story = EntryStory(original, in: words)
    for question in AnswerQuestions(words: words).questions(about: story) {
      page.add(question, indent: 4)
    }
  }

  private func addWithdrawal(_ entry: Entry, _ void: Voiding, to page: inout Page) {
    let label: Phrase = "#\(entry.number) \(words.clock.clock(entry.recorded.instant)) "
    let reason =
      switch void.reason {
      case .undone: "undone"
      case .because(let reason): reason
      }
    guard void.entry != EntryNumber(1) else {
      page.add("session struck out: \(reason)", after: label)
      page.add("It is kept, and out of every count.", indent: 4)
      return
    }
    page.add("#\(void.entry) voided: \(reason)", after: label)
    addSaid(void.entry, to: &page)
    addPutOff(by: void.entry, to: &page)
    guard words.entry(void.entry)?.content == .closed else { return }
    if words.chart.closing == nil { page.add("The session is open again.", indent: 4) }
    addTakenBack(with: void.entry, to: &page)
  }

  /// The decision that goes with a closing, struck out.
  private func addTakenBack(with closing: EntryNumber, to page: inout Page) {
    for entry in words.file.log {
      guard case .leaving(.decision) = entry.content else { continue }
      if EntryStory(entry, in: words).wentWith == closing { addSaid(entry.number, to: &page) }
    }
  }

  /// Which slots a deferral puts off as the session stands.
  private func addPutOff(by number: EntryNumber, to page: inout Page) {
    if let putOff = PutOffText(number, in: words) { page.add(putOff.phrase, indent: 4) }
  }

  /// What another entry says now, and what it said.
  private func addSaid(_ number: EntryNumber, to page: inout Page) {
    guard let entry = words.entry(number) else { return }
    let story = EntryStory(entry, in: words)
    for line in EntryPhrases(words: words).lines(story) {
      page.add(line, after: label(story), indent: 2)
    }
  }

  // MARK: - Acknowledgements

  /// Where an acknowledgement stands, if a flag that it names is retracted.
  private func addPlace(
    of acknowledgement: Acknowledgement,
    by entry: EntryNumber,
    to page: inout Page
  ) {
    let gone = acknowledgement.flags.compactMap { named in
      words.file.assessment.flags.first { $0.number == named.number && $0.retractedBy != nil }
    }
    guard !gone.isEmpty else { return }
    let on = words.flags(acknowledgedBy: entry).filter { $0.retractedBy == nil }
    let place =
      on.isEmpty
      ? "it stands as an entry, on no flag" : "it stands on \(numbered(on.map(\.number)))"
    let retracted = gone.map { "flag \($0.number) is \(words.text($0).state)" }
    page.add(Phrase("\(retracted.joined(separator: ", ")): \(place)."), indent: 4)
  }

  /// The worst flags that still wait, so that nobody takes all for done.
  private func addWaiting(to page: inout Page) {
    let waiting = words.unacknowledged.filter { $0.isOpen && $0.priority == .high }
    guard !waiting.isEmpty else { return }
    page.add(
      "Not acknowledged, high\u{A0}priority: \(numbered(waiting.map(\.number))).",
      indent: 4
    )
  }

  private func addCovered(by entry: EntryNumber, to page: inout Page) {
    let covered = words.flags(acknowledgedBy: entry).filter { flag in
      flag.acknowledgements.contains { $0.entry == entry && $0.covering }
    }
    guard !covered.isEmpty else { return }
    page.add(
      "It covers the milder \(numbered(covered.map(\.number))), raised with it.",
      indent: 4
    )
  }

  private func addClosing(_ story: EntryStory, to page: inout Page) {
    page.add("session closed", after: label(story))
    let open = words.file.assessment.flags.filter(\.isOpen)
    if !open.isEmpty {
      page.add(
        "Still open at closing: \(numbered(open.map(\.number))).",
        indent: 4
      )
    }
    let waiting = words.unacknowledged
    if !waiting.isEmpty {
      page.add("Not acknowledged: \(numbered(waiting.map(\.number))).", indent: 4)
    }
    let unverified = words.unverified
    if !unverified.isEmpty {
      let numbers = unverified.map { "#\($0)" }.joined(separator: ", ")
      page.add("Never verified: \(numbers).", indent: 4)
    }
    for line in OpenCountersignatures(words).lines { page.add(line, indent: 4) }
    page.add("It still takes fix, void, ack, addendum and review.", indent: 4)
  }
}

extension SessionWords {
  /// Standing flags that nobody has acknowledged.
  var unacknowledged: [Flag] {
    file.assessment.flags.filter { $0.retractedBy == nil && !$0.isAcknowledged }
  }

  /// Standing entries that still wait to be typed again.
  var unverified: [EntryNumber] {
    chart.entries.filter { !$0.isVoid && $0.verifiedBy == nil && $0.content.isDoubted }
      .map(\.number)
  }
}
