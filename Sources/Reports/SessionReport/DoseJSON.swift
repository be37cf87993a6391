import Monitoring
import SessionRecord

/// The doses that stand, each with who checked it, as a member of a document.
struct DoseJSON {
  let words: SessionWords

  var value: JSONValue {
    let checks = SecondChecks(words.chart)
    let doses = words.chart.standingInObservedOrder.filter { entry in
      if case .dose = entry.content { true } else { false }
    }
    return .array(
      doses.map { dose in
        .object([
          "entry": .integer(dose.number.value),
          "checks": .array(
            checks[dose.number].map { check in
              .object(["entry": .integer(check.entry.value), "by": .string(check.by)])
            }
          ),
        ])
      }
    )
  }
}
