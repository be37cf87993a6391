import Foundation
import SessionRecord
import Supervision
import Testing

@Suite struct `Every refusal of supervision` {
  /// One wrong input, and all that a person is told.
  struct WrongInput: CustomTestStringConvertible, Sendable {
    let refusal: String
    let told: String
    let act: @Sendable (Ward) throws -> Void

    init(
      _ refusal: String,
      _ told: String,
      _ act: @escaping @Sendable (Ward) throws -> Void
    ) {
      self.refusal = refusal
      self.told = told
      self.act = act
    }

    var testDescription: String { refusal }
  }

  @Test(arguments: WrongInputs.all)
  func `has one wrong input and its exact message`(_ input: WrongInput) throws {
    let ward = try Ward()
    try ward.at("14:00:00")
    do {
      try input.act(ward)
      Issue.record("\(input.refusal): not refused")
    } catch let refusal as SupervisionRefusal {
      #expect(refusal.name == input.refusal)
      #expect(refusal.description == input.told)
    }
  }

  @Test func `is in the table`() {
    #expect(Set(WrongInputs.all.map(\.refusal)) == SupervisionRefusal.names)
  }
}

extension SupervisionRefusal {
  /// Every case once; a new case has to be added here, and then to the table.
  fileprivate static let names: Set<String> = [
    "noSuchPatient", "noSuchSession", "noOpenSession", "severalOpen", "ambiguousSession", "notOpen",
    "protocolTextMissing", "unknownZone", "settingNotServed", "openElsewhere", "importBesideOpen",
    "sessionVoid", "sessionClosed", "alreadyClosed", "noSuchEntry", "nothingYet", "entryVoid",
    "cannotFix",
    "weightNotExpected", "cannotVoid", "cannotBecome", "nothingToUndo", "undoTooLate",
    "undoOfCorrection",
    "undoOfFinal", "nothingChanges", "noOpenFlag", "severalOpenFlags", "noSuchFlag",
    "onlyHighFlags", "reasonMissing", "onlyOneLineForID", "idTaken", "importedElsewhere",
    "notADose",
    "doseWithoutTime", "nothingToDefer", "nothingLeftToDefer", "deferralUnderFlag",
    "deferredBefore", "deferralOfPeak",
    "noSuchCriterion", "criterionComputed", "criterionNeedsWords", "criterionMet", "criteriaUnmet",
    "reasonForNothing", "reasonLeftOver", "reasonIsCriterion",
    "witnessDecides", "decisionOfClosing", "deciderMissing",
    "protocolNotAdopted", "protocolHasFindings", "adoptionNeedsNoReason",
    "spo2ScaleWithoutPrescriber", "otherDrugOrRoute", "noSessionUnder",
  ]

  fileprivate var name: String {
    switch self {
    case .noSuchPatient: "noSuchPatient"
    case .noSuchSession: "noSuchSession"
    case .noOpenSession: "noOpenSession"
    case .severalOpen: "severalOpen"
    case .ambiguousSession: "ambiguousSession"
    case .notOpen: "notOpen"
    case .protocolTextMissing: "protocolTextMissing"
    case .unknownZone: "unknownZone"
    case .settingNotServed: "settingNotServed"
    case .protocolNotAdopted: "protocolNotAdopted"
    case .protocolHasFindings: "protocolHasFindings"
    case .otherDrugOrRoute: "otherDrugOrRoute"
    case .noSessionUnder: "noSessionUnder"
    case .adoptionNeedsNoReason: "adoptionNeedsNoReason"
    case .spo2ScaleWithoutPrescriber: "spo2ScaleWithoutPrescriber"
    case .weightNotExpected: "weightNotExpected"
    case .openElsewhere: "openElsewhere"
    case .importBesideOpen: "importBesideOpen"
    case .sessionVoid: "sessionVoid"
    case .sessionClosed: "sessionClosed"
    case .alreadyClosed: "alreadyClosed"
    case .noSuchEntry: "noSuchEntry"
    case .nothingYet: "nothingYet"
    case .entryVoid: "entryVoid"
    case .cannotFix: "cannotFix"
    case .cannotVoid: "cannotVoid"
    case .cannotBecome: "cannotBecome"
    case .nothingToUndo: "nothingToUndo"
    case .undoTooLate: "undoTooLate"
    case .undoOfCorrection: "undoOfCorrection"
    case .undoOfFinal: "undoOfFinal"
    case .nothingChanges: "nothingChanges"
    case .noOpenFlag: "noOpenFlag"
    case .severalOpenFlags: "severalOpenFlags"
    case .noSuchFlag: "noSuchFlag"
    case .onlyHighFlags: "onlyHighFlags"
    case .reasonMissing: "reasonMissing"
    case .onlyOneLineForID: "onlyOneLineForID"
    case .idTaken: "idTaken"
    case .importedElsewhere: "importedElsewhere"
    case .notADose: "notADose"
    case .doseWithoutTime: "doseWithoutTime"
    case .nothingToDefer: "nothingToDefer"
    case .deferralUnderFlag: "deferralUnderFlag"
    case .deferredBefore: "deferredBefore"
    case .deferralOfPeak: "deferralOfPeak"
    case .noSuchCriterion: "noSuchCriterion"
    case .criterionComputed: "criterionComputed"
    case .criterionNeedsWords: "criterionNeedsWords"
    case .criterionMet: "criterionMet"
    case .criteriaUnmet: "criteriaUnmet"
    case .nothingLeftToDefer: "nothingLeftToDefer"
    case .reasonForNothing: "reasonForNothing"
    case .reasonLeftOver: "reasonLeftOver"
    case .reasonIsCriterion: "reasonIsCriterion"
    case .witnessDecides: "witnessDecides"
    case .decisionOfClosing: "decisionOfClosing"
    case .deciderMissing: "deciderMissing"
    }
  }
}
