import Monitoring
import SessionRecord

/// The head of a session's report: what and when, whose, and what it takes the place of.
struct SessionPageHead {
  private let words: SessionWords
  private let state: String
  private let letterhead: Letterhead

  init(_ words: SessionWords, state: String, letterhead: Letterhead) {
    self.words = words
    self.state = state
    self.letterhead = letterhead
  }

  var markup: Markup {
    var markup = PageHead(
      letterhead: letterhead,
      title: "Supervised \(words.file.monitoringProtocol.formulary.ownDrug) session",
      state: state,
      lines: lines,
      box: box
    ).markup
    if let struck = StruckOut(words) {
      markup.element("div", .class("struck-out p")) { $0.lines([Phrase(struck.sentence)]) }
      markup.line()
    }
    let notice = ScreeningNotice(words).lines
    if !notice.isEmpty {
      markup.element("div", .class("over-gates p")) { $0.lines(notice) }
      markup.line()
    }
    if let superseded = Superseded(words.file, heads: letterhead.heads) {
      markup.element("div", .class("supersedes p")) { $0.lines(superseded.lines(words)) }
      markup.line()
    }
    return markup
  }

  private var lines: [Phrase] {
    let session = words.file.session
    let start = session.opened.instant
    let end = words.chart.closing.map { "–" + words.clock.clock($0.observed.instant, near: start) }
    return [
      "Session \(session.label) · \(PaperDate.whole(words.clock.stamp(start).civil)), "
        + "\(words.clock.clock(start))\(end ?? "") \(words.clock.offset(start))"
    ]
  }

  private var box: [Phrase] { whose + [ScreeningNotice(words).short].compactMap(\.self) }

  private var whose: [Phrase] {
    let patient = words.file.patient
    guard let identity = patient.identity else {
      return [Phrase(patient.code.text), "identity erased", Phrase(SessionFacts(words).weight)]
    }
    return [
      Phrase(identity.name ?? "name not given"),
      [
        "MRN \(identity.medicalRecordNumber ?? "not given")", Phrase(patient.code.text),
      ].joined(" · "),
      Phrase("born \(birth(identity))"),
      Phrase("allergies: \(identity.allergies ?? "not given")"),
      Phrase(SessionFacts(words).weight),
    ]
  }

  /// `12 Mar 1984 (42 y)` on the day of the session.
  private func birth(_ identity: Identity) -> String {
    guard let stored = identity.birthDate else { return "not given" }
    let date = PaperDate.date(stored)
    guard let born = CivilTime(date: stored) else { return date }
    let day = words.clock.stamp(words.file.session.opened.instant).civil
    let hadBirthday = (day.month, day.day) >= (born.month, born.day)
    let years = day.year - born.year - (hadBirthday ? 0 : 1)
    return years < 0 ? date : "\(date) (\(years) y)"
  }
}
