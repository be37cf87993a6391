import Foundation
import Monitoring
import SessionRecord
import Supervision
import Testing

extension WrongInputs {
  static let imports = [
    WrongInput(
      "importedElsewhere",
      "1 entry of this file is already in S-2026-0001. Nothing was added. "
        + "To add the others there: vigil import csv … -s S-2026-0001"
    ) { ward in
      try ward.know("P-014")
      try bring([("13:30:00", "first")], to: ward)
      try bring([("13:30:00", "first"), ("13:40:00", "second")], to: ward)
    },
    WrongInput(
      "importBesideOpen",
      "P-014 has an open session, S-2026-0001. Nothing was imported. Add the rows to it with "
        + "-s S-2026-0001, or give --end for a session of their own that is closed at once."
    ) { ward in
      try ward.open()
      try bring([("13:30:00", "first")], to: ward)
    },
    WrongInput(
      "notADose",
      "“@13:30 nausea mild” is not a dose or the start of an infusion. Nothing was imported. "
        + "As: --dose '@13:30 ketamine 36 mg iv over 40 min'"
    ) { ward in
      try ward.know("P-014")
      try bring([("13:30:00", "first")], doses: ["@13:30 nausea mild"], to: ward)
    },
    WrongInput(
      "doseWithoutTime",
      "“start infusion” does not say when. Nothing was imported. "
        + "As: --dose '@13:30 ketamine 36 mg iv over 40 min'"
    ) { ward in
      try ward.know("P-014")
      try bring([("13:30:00", "first")], doses: ["start infusion"], to: ward)
    },
  ]

  private static func bring(
    _ notes: [(String, String)],
    doses: [String] = [],
    to ward: Ward
  ) throws {
    _ = try ward.supervision.importObservations(
      notes.map { clock, note in
        ImportedObservation(
          observed: Stamp(try Ward.instant(clock), in: Ward.berlin),
          contents: [.note(note)],
          words: note
        )
      },
      document: "notes.csv",
      doses: doses,
      into: nil,
      opening: ward.request(),
      author: nil,
      closing: false,
      dryRun: false
    )
  }
}
