import Foundation
import SessionRecord
import Supervision
import TestSupport
import Testing

/// Wrong inputs, each with all that a person is told.
enum WrongInputs {
  typealias WrongInput = `Every refusal of supervision`.WrongInput

  static let all = adoptions + sessions + entries + flags + imports + deferrals + leavings

  private static let sessions = [
    WrongInput(
      "noSuchPatient",
      "There is no patient “P-404”. Add them first: vigil patient add P-404"
    ) { _ = try $0.supervision.open($0.request("P-404")) },
    WrongInput("noSuchSession", "There is no session “99”. vigil sessions lists all.") {
      _ = try $0.supervision.session(meant: "99")
    },
    WrongInput("noSuchSession", "There is no session “7”. vigil sessions lists all.") {
      try $0.type("120/80", in: 7)
    },
    WrongInput(
      "noOpenSession",
      "No session is open. Nothing was stored. "
        + "Open one: vigil start P-014 --protocol iv-0.5-40 --by KO --prescriber LH\n"
        + "To correct or acknowledge in a closed one, name it with -s, as: vigil fix -s 12 17 hr 84 -- why"
    ) { _ = try $0.supervision.session(meant: nil) },
    WrongInput(
      "severalOpen",
      "Several sessions are open: 1 P-014, room A; 2 P-020. Nothing was stored. "
        + "Name one with -s and its number, patient code or room, as: -s 12"
    ) { ward in
      try ward.open("P-014", room: "A")
      try ward.open("P-020")
      _ = try ward.supervision.session(meant: nil)
    },
    WrongInput(
      "ambiguousSession",
      "“2” could be 2 P-020 or 1 P-014, room 2. Nothing was stored. Name the one that is meant in "
        + "full: S-2026-0002 for P-020, or S-2026-0001 for P-014."
    ) { ward in
      try ward.open("P-014", room: "2")
      try ward.open("P-020")
      _ = try ward.supervision.session(meant: "2")
    },
    WrongInput(
      "noOpenSession",
      "No session is open. Name a closed one by its number; vigil sessions lists all."
    ) { _ = try $0.supervision.session(meant: nil, for: .reading) },
    WrongInput(
      "severalOpen",
      "Several sessions are open: 1 P-014; 2 P-020. "
        + "Name one by its number, patient code or room: vigil timeline 12"
    ) { ward in
      try ward.open("P-014")
      try ward.open("P-020")
      _ = try ward.supervision.session(meant: nil, for: .reading)
    },
    WrongInput(
      "ambiguousSession",
      "“2” could be 2 P-020 or 1 P-014, room 2. Name the one that is meant in full: S-2026-0002 for "
        + "P-020, or S-2026-0001 for P-014."
    ) { ward in
      try ward.open("P-014", room: "2")
      try ward.open("P-020")
      _ = try ward.supervision.session(meant: "2", for: .reading)
    },
    WrongInput(
      "notOpen",
      "P-014 has no open session; the last is S-2026-0001. Nothing was stored. "
        + "Name it by its number 1."
    ) { ward in
      try ward.open("P-014")
      try ward.end()
      _ = try ward.supervision.session(meant: "P-014")
    },
    WrongInput(
      "notOpen",
      "Room A has no open session; the last is S-2026-0001. Name it by its number 1."
    ) { ward in
      try ward.open("P-014", room: "A")
      try ward.end()
      _ = try ward.supervision.session(meant: "A", for: .reading)
    },
    WrongInput(
      "protocolTextMissing",
      "The text of protocol lost, which S-2026-0009 is bound to, is not in this record. "
        + "The record is damaged; keep the file and restore a backup."
    ) { _ = try $0.supervision.monitoringProtocol(of: strange(zone: "UTC")) },
    WrongInput(
      "unknownZone",
      "This machine knows no time zone “Mars/Base”. "
        + "Give a name such as Europe/Berlin with --zone."
    ) { _ = try $0.supervision.zone(of: strange(zone: "Mars/Base")) },
    WrongInput(
      "settingNotServed",
      "Protocol iv-0.5-40 does not serve telehealth sessions. No session was opened. "
        + "It serves: clinic."
    ) { try $0.open(setting: .telehealth) },
    WrongInput(
      "weightNotExpected",
      "A weight of 272 kg is outside the expected 35 to 200 kg. No session was opened. "
        + "Read it again. If it is right, open the session without it and enter it there, twice: "
        + "vigil add weight 272"
    ) { try $0.open(weight: 272) },
    WrongInput(
      "openElsewhere",
      "P-014 already has an open session, S-2026-0001. No session was opened. "
        + "To go on with it: vigil add -s S-2026-0001 …; where it was opened for the wrong patient: "
        + "vigil move S-2026-0001 --to P-015 --because …; once the patient has left: "
        + "vigil end S-2026-0001"
    ) { ward in
      try ward.open()
      try ward.open()
    },
    WrongInput("sessionVoid", "S-2026-0001 is struck out. Nothing was stored.") { ward in
      try ward.open()
      try ward.strikeOut()
      try ward.type("120/80")
    },
    WrongInput("sessionVoid", "S-2026-0001 is struck out. Nothing was stored.") { ward in
      try ward.open()
      try ward.strikeOut()
      try ward.strikeOut()
    },
    WrongInput("sessionVoid", "S-2026-0001 is struck out. Nothing was stored.") { ward in
      try ward.open()
      try ward.strikeOut()
      try ward.end()
    },
    WrongInput(
      "sessionClosed",
      "S-2026-0001 is closed: it takes only fix, void, ack, addendum and review. Nothing was stored."
    ) { ward in
      try ward.open()
      try ward.end()
      try ward.type("120/80")
    },
    WrongInput("alreadyClosed", "S-2026-0001 is already closed.") { ward in
      try ward.open()
      try ward.end()
      try ward.end()
    },
    WrongInput(
      "reasonMissing",
      "A reason is missing. Nothing was stored. Give it with --because, or after --."
    ) { ward in
      try ward.open()
      try ward.strikeOut(because: " \t")
    },
  ]

  private static let entries = [
    WrongInput(
      "noSuchEntry",
      "There is no entry #9 in S-2026-0001. Nothing was stored. "
        + "vigil timeline S-2026-0001 lists the entries."
    ) { ward in
      try ward.open()
      try ward.type("fix #9 hr 70 -- never there")
    },
    WrongInput("nothingYet", "Nothing has been entered yet.") { ward in
      try ward.open()
      try ward.type("fix last hr 70 -- nothing there")
    },
    WrongInput("nothingYet", "Nothing has been entered yet.") { ward in
      try ward.open()
      try ward.type("120/80")
      try ward.type("void last -- not mine", by: "LH")
    },
    WrongInput(
      "entryVoid",
      "#2 is void, and a void is final. Nothing was stored. Enter it anew."
    ) { ward in
      try ward.open()
      try ward.type("120/80")
      try ward.type("undo")
      try ward.type("fix #2 122/80 -- after all")
    },
    WrongInput(
      "cannotFix",
      "#1 is the opening of the session and cannot be corrected. Nothing was stored. "
        + "If the patient is wrong: vigil void-session N --because …"
    ) { ward in
      try ward.open()
      try ward.type("fix #1 hr 70 -- no")
    },
    WrongInput(
      "cannotFix",
      "#3 is an acknowledgement and cannot be corrected. Nothing was stored. "
        + "Void it and acknowledge again."
    ) { ward in
      try ward.open()
      try ward.type("184/95")
      try ward.type("ack looking")
      try ward.type("fix last do head up -- no")
    },
    WrongInput(
      "cannotFix",
      "#3 is a withdrawal and cannot be corrected. Nothing was stored."
    ) { ward in
      try ward.open()
      try ward.type("120/80")
      try ward.type("undo")
      try ward.type("fix #3 122/80 -- no")
    },
    WrongInput(
      "cannotFix",
      "#2 is the closing of the session and cannot be corrected. Nothing was stored."
    ) { ward in
      try ward.open()
      try ward.end()
      try ward.type("fix #2 @13:50 -- closed before")
    },
    WrongInput(
      "cannotVoid",
      "#1 is the opening of the session and cannot be voided. Nothing was stored. "
        + "To strike out the whole session: vigil void-session N --because …"
    ) { ward in
      try ward.open()
      try ward.type("void #1 -- wrong patient")
    },
    WrongInput("cannotVoid", "#3 is a withdrawal and cannot be voided. Nothing was stored.") {
      ward in
      try ward.open()
      try ward.type("120/80")
      try ward.type("undo")
      try ward.type("void #3 -- it was right")
    },
    WrongInput(
      "cannotBecome",
      "#2 is a set of vital signs, and a correction cannot make it a side effect. "
        + "Nothing was stored. void 2 -- reason, and enter the other anew."
    ) { ward in
      try ward.open()
      try ward.type("120/80")
      try ward.type("fix last nausea mild -- wrong line")
    },
    WrongInput("nothingToUndo", "There is no entry of LH to undo in this session.") { ward in
      try ward.open()
      try ward.type("120/80")
      try ward.type("undo", by: "LH")
    },
    WrongInput("nothingToUndo", "There is no entry of KO to undo in this session.") { ward in
      try ward.open()
      try ward.type("undo")
    },
    WrongInput(
      "undoTooLate",
      "#2 was entered more than 60 seconds ago. Nothing was changed. "
        + "void 2 -- reason, or fix 2 … -- reason"
    ) { ward in
      try ward.open()
      try ward.type("120/80")
      try ward.at("14:01:01")
      try ward.type("undo")
    },
    WrongInput(
      "undoOfCorrection",
      "#3 corrected #2, and undo cannot take a correction back. "
        + "fix 2 … -- reason, or void 2 -- reason"
    ) { ward in
      try ward.open()
      try ward.type("120/80")
      try ward.type("fix last 122/80 -- read again")
      try ward.type("undo")
    },
    WrongInput(
      "undoOfFinal",
      "#3 withdrew an entry, and that is final. Enter the withdrawn line anew."
    ) { ward in
      try ward.open()
      try ward.type("120/80")
      try ward.type("undo")
      try ward.type("undo")
    },
    WrongInput("nothingChanges", "That changes nothing in #2. Nothing was stored.") { ward in
      try ward.open()
      try ward.type("120/80")
      try ward.type("fix last 120/80 -- the same")
    },
    WrongInput("nothingChanges", "That changes nothing in #2. Nothing was stored.") { ward in
      try ward.open()
      try ward.type("120/80")
      try ward.type("fix last @14:00 -- the same time")
    },
    WrongInput(
      "idTaken",
      "This id is that of #2 in S-2026-0001, which is not this line. Nothing was stored. "
        + "Give this line an id of its own, or none; vigil timeline S-2026-0001 shows #2."
    ) { ward in
      let id = EntryID(UUID())
      try ward.open()
      try ward.type("120/80", id: id)
      try ward.type("199/99", id: id)
    },
    WrongInput("onlyOneLineForID", "One id names one line. Nothing was stored.") { ward in
      try ward.open()
      try ward.type("120/80", "hr 70", id: EntryID(UUID()))
    },
  ]

  private static let flags = [
    WrongInput("noOpenFlag", "No flag is open. Nothing was stored.") { ward in
      try ward.open()
      try ward.type("ack looking")
    },
    WrongInput("noOpenFlag", "No flag is open. Nothing was stored.") { ward in
      try ward.open()
      try ward.type("ack all looking")
    },
    WrongInput(
      "severalOpenFlags",
      "Several flags are open: 1, 2. Nothing was stored. Name one: ack 1 what was done"
    ) { ward in
      try ward.open()
      try ward.type("184/112")
      try ward.type("ack looking")
    },
    WrongInput(
      "noSuchFlag",
      "There is no flag 1: none was raised yet. Nothing was stored."
    ) { ward in
      try ward.open()
      try ward.type("ack 1 looking")
    },
    WrongInput("noSuchFlag", "There is no flag 3. Nothing was stored. Known: 1, 2.") { ward in
      try ward.open()
      try ward.type("184/112")
      try ward.type("ack 3 looking")
    },
    WrongInput(
      "onlyHighFlags",
      "“all” never covers a high flag, and only high ones are open: 1. Nothing was stored. "
        + "Name each: ack 1 what was done"
    ) { ward in
      try ward.open()
      try ward.type("bp unrecordable")
      try ward.type("ack all looking")
    },
  ]

  /// A session that no record of ours could hold.
  private static func strange(zone: String) throws -> Session {
    Session(
      number: SessionNumber(9),
      opening: Opening(
        patient: try PatientCode("P-014"),
        identity: .zero,
        monitoringProtocol: ProtocolReference(
          id: ProtocolID("lost"),
          version: "1",
          digest: .zero
        ),
        setting: .clinic,
        zone: zone,
        prescriber: nil
      ),
      opened: Stamp(try Ward.instant("14:00:00"), in: Ward.berlin),
      closed: nil,
      state: .open,
      room: nil
    )
  }
}
