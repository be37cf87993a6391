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
      "Protocol iv-0.5-40 has a finding:\n"
        + "  effects[0]: “sleep mild” ends in “mild”, which says how bad an effect is, or what became of "
        + "it. Choose a name without it: the grade is typed after the name.\n"
        + "Nothing was adopted. "
        + "Mend the file, or say why it is adopted as it is: --because '…'"
    ) { try $0.adopt(version: "mine", effect: "sleep mild") },
    WrongInput(
      "otherDrugOrRoute",
      "Protocol iv-0.5-40 version mine, which this clinic adopted, is for ketamine intravenous, and "
        + "this text is for ketamine intranasal. Nothing was adopted. Give it an id of its own, or say "
        + "why it takes the other's place: --because '…'. "
        + "vigil protocol diff iv-0.5-40@mine mine.json shows what differs."
    ) { ward in
      try ward.adopt(version: "mine")
      try ward.adopt(version: "nose", route: "intranasal")
    },
    WrongInput(
      "otherDrugOrRoute",
      "Protocol iv-0.5-40 version mine, which this clinic adopted, is for ketamine intravenous, and "
        + "this text is for ketamine intranasal. It also has a finding:\n"
        + "  effects[0]: “sleep mild” ends in “mild”, which says how bad an effect is, or what became of "
        + "it. Choose a name without it: the grade is typed after the name.\n"
        + "Nothing was adopted. Give it an id of its own, or say "
        + "why it takes the other's place: --because '…'. "
        + "vigil protocol diff iv-0.5-40@mine mine.json shows what differs."
    ) { ward in
      try ward.adopt(version: "mine")
      try ward.adopt(version: "nose", effect: "sleep mild", route: "intranasal")
    },
    WrongInput(
      "noSessionUnder",
      "No session was opened under protocol “nope”. Sessions were opened under: iv-0.5-40."
    ) { ward in
      try ward.open()
      _ = try ward.supervision.replayed(of: ProtocolID("nope"), since: nil)
    },
    WrongInput(
      "noSessionUnder",
      "No session was opened under protocol “im”. There is no session yet."
    ) { _ = try $0.supervision.replayed(of: ProtocolID("im"), since: nil) },
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
