import Foundation
import Monitoring
import SessionRecord

/// An entry as a member of a document: what it says, what it said, and who changed it.
struct EntryJSON {
  let words: SessionWords

  func value(_ story: EntryStory) -> JSONValue {
    let entry = story.entry
    let number = entry.number
    let content = ContentJSON(
      words: words,
      marked: story.isVoid ? nil : number,
      isVerified: story.isVerified
    )
    let zero = words.file.assessment.timeZero
    return .object([
      "number": .integer(number.value),
      "id": .string(entry.id.uuid.uuidString),
      "commit": .integer(entry.commit.value),
      "kind": .string(ContentJSON.kind(story.content)),
      "observed": .string(time(story.observed)),
      "recorded": .string(time(entry.recorded)),
      "clockThen": clockThen(story),
      "minutesSinceTimeZero": .optional(
        zero.map { (story.observed.instant - $0).wholeMinutes }
      ),
      "author": .string(entry.author.text),
      "observer": .optional(entry.observer?.text),
      "source": source(entry.source),
      "room": .optional(entry.draft.room),
      "late": .bool(story.isLate),
      "content": content.value(story.content),
      "text": .string(said(story)),
      "flags": .array(
        story.isVoid ? [] : words.marks.flags(of: number).map { .integer($0.value) }
      ),
      "verifiedBy": .optional(story.standing?.verifiedBy?.value),
      "corrections": .array(story.past.map(correction)),
      "void": void(story),
    ])
  }

  /// What the clock showed then, where it was set since.
  private func clockThen(_ story: EntryStory) -> JSONValue {
    guard story.entry.clockMovedBy.milliseconds != 0 else { return .null }
    let observed = story.observedAsWritten ?? story.observed.instant
    return .object([
      "observed": .string(words.clock.stamp(observed).rfc3339),
      "recorded": .string(time(story.entry.asWritten.recorded)),
    ])
  }

  /// As a person would say it back, without marks.
  private func said(_ story: EntryStory) -> String {
    let text = words.struck.phrase(
      story.content,
      of: story.entry.number,
      isVerified: story.isVerified
    ).text
    return text.spaced
  }

  private func source(_ source: Source) -> JSONValue {
    switch source {
    case .typed: .object(["kind": .string("typed"), "name": .null])
    case .imported(let document):
      .object(["kind": .string("import"), "name": .string(document)])
    case .device(let name): .object(["kind": .string("device"), "name": .string(name)])
    case .page: .object(["kind": .string("page"), "name": .null])
    case .paper: .object(["kind": .string("paper"), "name": .null])
    case .copy(let session, let number):
      .object(["kind": .string("copy"), "name": .string("\(session)#\(number)")])
    }
  }

  private func correction(_ version: EntryStory.Version) -> JSONValue {
    .object([
      "by": .integer(version.replacedBy.number.value),
      "author": .string(version.replacedBy.author.text),
      "recorded": .string(time(version.replacedBy.recorded)),
      "reason": .string(version.reason),
      "was": ContentJSON(words: words, marked: nil, isVerified: false).value(version.content),
      "wasObserved": .string(time(version.observed)),
    ])
  }

  private func void(_ story: EntryStory) -> JSONValue {
    guard let void = story.void, case .void(let voiding) = void.content else { return .null }
    let reason: JSONValue =
      if case .because(let reason) = voiding.reason { .string(reason) } else { .null }
    return .object([
      "by": .integer(void.number.value),
      "author": .string(void.author.text),
      "recorded": .string(time(void.recorded)),
      "undone": .bool(voiding.reason == .undone),
      "reason": reason,
    ])
  }

  private func time(_ stamp: Stamp) -> String { words.clock.stamp(stamp.instant).rfc3339 }
}
