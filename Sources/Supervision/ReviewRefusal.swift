package import SessionRecord

/// Why a review is not stored.
package enum ReviewRefusal: Refusal, Hashable {
  /// A flag that needs no review, and the entry that took its cause away.
  package struct Retracted: Hashable {
    let number: FlagNumber
    let by: EntryNumber?
  }

  /// Where a side effect began.
  package struct Onset: Hashable {
    let name: EffectName
    let entry: EntryNumber
    let clock: String

    init(_ effect: EffectEpisode) {
      name = effect.name
      entry = effect.onset
      clock = effect.began.clock
    }
  }

  case subjectMissing
  case notASubject(String)
  /// The session stands where the flags belong.
  case sessionFirst(String)
  case verdictMissing
  case unknownVerdict(String, near: String?)
  case wordsMissing
  case reviewerMissing
  case sessionVoid(String)
  case nothingUnreviewed(String)
  case onlyHighFlags([FlagNumber], SessionNumber)
  case noSuchFlag(FlagNumber, of: String, SessionNumber, known: [FlagNumber])
  case retracted([Retracted], rest: [FlagNumber], SessionNumber)
  case noSuchEffect(EffectName, String, near: String?, known: [String])
  case effectReviewed(EffectName, [EntryNumber])
  case severalEpisodes([Onset])
  case notTheOnset(EntryNumber, of: EffectName, onset: EntryNumber)
  case noOnset(EntryNumber, String, known: [Onset])

  package var kind: RefusalKind {
    switch self {
    case .subjectMissing, .notASubject, .sessionFirst, .verdictMissing, .unknownVerdict,
      .wordsMissing,
      .reviewerMissing, .onlyHighFlags, .severalEpisodes, .notTheOnset:
      .usage
    case .noSuchFlag, .noSuchEffect, .noOnset, .nothingUnreviewed: .notFound
    case .sessionVoid, .retracted, .effectReviewed: .notAllowed
    }
  }

  package var problem: String {
    what + " Nothing was stored."
  }

  private var what: String {
    switch self {
    case .subjectMissing: "What is reviewed?"
    case .notASubject(let text): "“\(text)” names no flags and no side effect."
    case .sessionFirst(let session): "“\(session)” is a session, and is named with -s."
    case .verdictMissing: "What do you make of it?"
    case .unknownVerdict(let text, _): "“\(text)” is no verdict."
    case .wordsMissing: "A review says in words what was found."
    case .reviewerMissing: "Who reviews? A review is nobody's by default."
    case .sessionVoid(let session):
      "\(session) is struck out: it is in no count, and needs no review."
    case .nothingUnreviewed(let session): "Nothing of \(session) is unreviewed."
    case .onlyHighFlags(let flags, _):
      "“all” never covers a high flag, and only high ones are unreviewed: \(listed(flags))."
    case .noSuchFlag(let number, let session, _, let known):
      known.isEmpty
        ? "\(session) has no flag \(number): none was raised."
        : "\(session) has no flag \(number)."
    case .retracted(let flags, _, _):
      flags.map { flag in
        "Flag \(flag.number) is retracted\(flag.by.map { " (#\($0))" } ?? "")"
      }.joined(separator: ", ") + ": what was taken back needs no review."
    case .noSuchEffect(let name, let session, _, _):
      name.isCircumstance
        ? "\(name) is no side effect, and needs no review."
        : "No side effect \(name) was entered in \(session)."
    case .effectReviewed(let name, _): "\(name) is reviewed already."
    case .severalEpisodes(let onsets):
      "\(onsets.first?.name.text ?? "It") began \(onsets.count) times, none of them reviewed: "
        + "\(listed(onsets))."
    case .notTheOnset(let entry, let name, _): "#\(entry) is not where \(name) began."
    case .noOnset(let entry, let session, _): "No side effect of \(session) began at #\(entry)."
    }
  }

  package var remedy: String? {
    switch self {
    case .subjectMissing, .notASubject:
      "Name flags by number, a side effect by name or by its onset, or all, as: "
        + "vigil review -s S-2026-0012 3,5-7 expected --by LH 'known peak'"
    case .sessionFirst(let session):
      "As: vigil review -s \(session) 3 expected --by LH 'known peak'"
    case .verdictMissing: "Choose: \(ReviewRefusal.verdicts)."
    case .unknownVerdict(_, let near):
      (near.map { "Do you mean \($0)? " } ?? "") + "Choose: \(ReviewRefusal.verdicts)."
    case .wordsMissing:
      "As: vigil review -s S-2026-0012 3 expected --by LH 'known peak, settled by itself'"
    case .reviewerMissing: "Add --by LH, or set VIGIL_BY."
    case .sessionVoid: nil
    case .nothingUnreviewed: "vigil flags --unreviewed and vigil effects --unreviewed list what is."
    case .onlyHighFlags(let flags, let session):
      "Name each: vigil review -s \(session) \(typed(flags)) …"
    case .noSuchFlag(_, _, let session, let known):
      known.isEmpty ? nil : "Known: \(listed(known)). vigil report \(session) shows them."
    case .retracted(_, let rest, let session):
      rest.isEmpty ? nil : "Of the others: vigil review -s \(session) \(typed(rest)) …"
    case .noSuchEffect(let name, _, _, _) where name.isCircumstance: nil
    case .noSuchEffect(_, _, let near, let known):
      known.isEmpty
        ? "There is none to review."
        : (near.map { "Do you mean \($0)? " } ?? "")
          + "Entered: \(known.joined(separator: ", "))."
    case .effectReviewed(_, let onsets):
      "To review it anew name its onset: \(onsets.map { "'#\($0)'" }.joined(separator: " or "))."
    case .severalEpisodes(let onsets):
      "Name one by its onset, as '#\(onsets.first?.entry.value ?? 1)', or several, as "
        + "'\(onsets.map { "#\($0.entry)" }.joined(separator: ","))'."
    case .notTheOnset(_, _, let onset): "It began at '#\(onset)'."
    case .noOnset(_, _, let known):
      known.isEmpty
        ? "There is none to review."
        : "Known: \(known.map { "\($0.name) #\($0.entry)" }.joined(separator: ", "))."
    }
  }

  private static let verdicts = ReviewVerdict.allCases.map(\.word).joined(separator: ", ")

  private func listed(_ flags: [FlagNumber]) -> String {
    flags.map { String($0.value) }.joined(separator: ", ")
  }

  private func typed(_ flags: [FlagNumber]) -> String {
    flags.map { String($0.value) }.joined(separator: ",")
  }

  private func listed(_ onsets: [Onset]) -> String {
    onsets.map { "#\($0.entry) \($0.clock)" }.joined(separator: ", ")
  }
}
