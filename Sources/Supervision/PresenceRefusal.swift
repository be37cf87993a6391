package import SessionRecord

/// Why a line about who is there, a second person or a room is not taken.
package enum PresenceRefusal: Refusal, Hashable {
  /// Who takes over is the one who hands over.
  case takesOverFromSelf(ClinicianCode)
  case inRoomAlready(String)
  /// The one who entered or gave a dose checks it.
  case checksOwn(ClinicianCode, dose: EntryNumber)
  /// The one who throws away is the witness.
  case witnessesOwn(ClinicianCode)
  /// A correction would turn an arrival into a leaving, or the like.
  case otherAct(EntryNumber)
  case handoverStands(EntryNumber)

  package var kind: RefusalKind {
    switch self {
    case .takesOverFromSelf, .inRoomAlready, .checksOwn, .witnessesOwn, .otherAct: .badInput
    case .handoverStands: .notAllowed
    }
  }

  package var problem: String {
    switch self {
    case .takesOverFromSelf(let who):
      "The session is \(who)'s already, and nobody hands over to themselves. Nothing was stored."
    case .inRoomAlready(let room): "The session is in room \(room) already. Nothing was stored."
    case .checksOwn(let who, let dose):
      "\(who) entered the dose #\(dose), and a second check is by another person. Nothing was stored."
    case .witnessesOwn(let who):
      "\(who) enters this waste, and a witness is another person. Nothing was stored."
    case .otherAct(let number):
      "#\(number) says something else of who is there, and a correction cannot turn one into the other. "
        + "Nothing was stored."
    case .handoverStands(let number):
      "#\(number) is a handover, with what was read back at it, and cannot be corrected. "
        + "Nothing was stored."
    }
  }

  package var remedy: String? {
    switch self {
    case .takesOverFromSelf:
      "Name the one who takes over, as handover MB. If another person hands over: --by and who."
    case .inRoomAlready: nil
    case .checksOwn: "Write who else checked it, as check LH. Without one, enter none."
    case .witnessesOwn: "Name who else saw it, as waste 14 mg witness LH, or write it without."
    case .otherAct(let number): "void \(number) -- reason, and enter the other anew."
    case .handoverStands(let number): "void \(number) -- reason, and hand over anew."
    }
  }
}
