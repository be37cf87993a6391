import Monitoring
import SessionRecord
import Supervision

/// What another system sends: blood pressures with their words.
let someRows = [("13:25:00", "126/79"), ("13:50:00", "150/92"), ("14:10:00", "168/98")]

func observations(_ rows: [(String, String)] = someRows) throws -> [ImportedObservation] {
  try rows.map { clock, words in
    let parts = words.split(separator: "/").compactMap { Int($0) }
    return ImportedObservation(
      observed: Stamp(try Ward.instant(clock), in: Ward.berlin),
      contents: [
        .vitals(
          try Vitals([
            .systolic: .measured(Quantity(.systolic, parts[0]), verified: true),
            .diastolic: .measured(Quantity(.diastolic, parts[1]), verified: true),
          ])
        )
      ],
      words: words
    )
  }
}

/// A ward the day after, with the patient known.
func wardOfTheDayAfter() throws -> Ward {
  let ward = try Ward()
  try ward.at("09:00:00", day: 1)
  try ward.know("P-014")
  return ward
}

/// Imports into the session, or into one of its own.
func bring(
  _ observations: [ImportedObservation],
  into session: Session? = nil,
  doses: [String] = [],
  closing: Bool = false,
  dryRun: Bool = false,
  to ward: Ward,
  weight: Int? = 72,
  prescriber: String? = nil
) throws -> ImportOutcome {
  try ward.supervision.importObservations(
    observations,
    document: "readings.csv",
    doses: doses,
    into: session,
    opening: session == nil ? try ward.request(weight: weight, prescriber: prescriber) : nil,
    author: nil,
    closing: closing,
    dryRun: dryRun
  )
}
