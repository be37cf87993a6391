import Monitoring
import SessionRecord

/// Who was present as a member of a document.
struct PresentJSON {
  let words: SessionWords

  var value: JSONValue { .array(Present(words.file).people.map(person)) }

  private func person(_ person: Present.Person) -> JSONValue {
    .object([
      "name": .string(person.name),
      "acts": .array(
        person.acts.map { act in
          .object([
            "act": .string(act.kind.rawValue),
            "entries": .array(act.entries.map { .integer($0.number.value) }),
          ])
        }
      ),
    ])
  }
}
