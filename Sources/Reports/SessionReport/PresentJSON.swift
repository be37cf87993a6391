import Monitoring
import SessionRecord

/// Who was present as a member of a document.
struct PresentJSON {
  let words: SessionWords
  private var names: PresentNames { PresentNames(words.file.clinicians) }

  var value: JSONValue { .array(Present(words.file).people.map(person)) }

  /// Of coming, going and handing over only.
  private func moment(_ moment: PresentMoments.Moment) -> JSONValue {
    .object([
      "entry": .integer(moment.entry.value),
      "at": .string(words.clock.stamp(moment.at).rfc3339),
      "role": .optional(moment.role),
      "other": .optional(moment.other?.code.text),
    ])
  }

  private func person(_ person: Present.Person) -> JSONValue {
    let clinician = names[person.name]
    return .object([
      "name": .string(person.name),
      "fullName": .optional(clinician?.name),
      "roles": .array((clinician?.roles ?? []).map { .string($0.word) }),
      "acts": .array(
        person.acts.map { act in
          .object([
            "act": .string(act.kind.rawValue),
            "entries": .array(act.entries.map { .integer($0.number.value) }),
            "moments": .array(PresentMoments(act, in: words).moments.map(moment)),
          ])
        }
      ),
    ])
  }
}
