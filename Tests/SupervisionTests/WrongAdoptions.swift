import Foundation
import SessionRecord
import Supervision

extension WrongInputs {
  static let adoptions = [
    WrongInput(
      "protocolNotAdopted",
      "Protocol iv-0.5-40 is an example until this clinic adopts it. No session was opened. "
        + "Adopt it: vigil protocol adopt iv-0.5-40 --by CODE"
    ) { ward in
      try ward.know("P-014")
      _ = try ward.supervision.open(ward.request(under: "iv-0.5-40", adopted: false))
    },
    WrongInput(
      "protocolNotAdopted",
      "Protocol iv-0.5-40 is an example until this clinic adopts it. No session was opened. "
        + "Adopt it: vigil protocol adopt iv-0.5-40 --by CODE"
    ) { ward in
      try ward.know("P-014")
      _ = try ward.supervision.importObservations(
        [],
        document: "bp.csv",
        doses: ["@13:30 ketamine 36 mg iv"],
        into: nil,
        opening: ward.request(under: "iv-0.5-40", adopted: false),
        author: nil,
        closing: true,
        dryRun: false
      )
    },
    WrongInput(
      "protocolNotAdopted",
      "Version older of protocol iv-0.5-40 is not the one that this clinic adopted last, which is "
        + "version newer. No session was opened. Adopt it: vigil protocol adopt mine.json --by CODE. "
        + "Or open with the adopted one: --protocol iv-0.5-40"
    ) { ward in
      try ward.know("P-014")
      try ward.adopt(version: "older")
      try ward.adopt(version: "newer")
      _ = try ward.supervision.open(ward.request(version: "older"))
    },
    WrongInput(
      "protocolNotAdopted",
      "Version mine of protocol iv-0.5-40 is not the one that this clinic adopted last, which is "
        + "version mine with another text. No session was opened. "
        + "Adopt it: vigil protocol adopt mine.json --by CODE. "
        + "Or open with the adopted one: --protocol iv-0.5-40"
    ) { ward in
      try ward.know("P-014")
      try ward.adopt(version: "mine")
      _ = try ward.supervision.open(ward.request(version: "mine", and: " "))
    },
    WrongInput(
      "protocolHasFindings",
      "Protocol iv-0.5-40 has a finding. Nothing was adopted. vigil protocol check mine.json lists "
        + "them. Mend the file, or say why it is adopted as it is: --because '…'"
    ) { try $0.adopt(version: "mine", effect: "sleep mild") },
    WrongInput(
      "adoptionNeedsNoReason",
      "Nothing was found in protocol iv-0.5-40, so it needs no reason. Nothing was adopted. "
        + "Adopt it without --because."
    ) { try $0.adopt(version: "mine", because: "in use for years") },
    WrongInput(
      "reasonMissing",
      "A reason is missing. Nothing was stored. Give it with --because, or after --."
    ) { try $0.adopt(version: "mine", effect: "sleep mild", because: " ") },
    WrongInput(
      "spo2ScaleWithoutPrescriber",
      "SpO2 scale 2 is a prescriber's decision, and none is named. No session was opened. "
        + "Name who decided it: --prescriber LH"
    ) { ward in
      try ward.know("P-014")
      _ = try ward.supervision.open(ward.request(spo2Scale: .two))
    },
  ]
}
