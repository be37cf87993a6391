import SessionRecord
import TestSupport

/// The contents of the golden vectors about scores: SpO2 scale 2, expected confusion, items.
func scoreContents() throws -> [Content] {
  let confused = try Vitals(
    [
      .consciousness: .measured(Quantity(.confused), verified: true),
      .respiratoryRate: .measured(try Quantity(.respiratoryRate, 14), verified: true),
    ],
    isConfusionExpected: true,
    remark: "drifting"
  )
  return [
    .amendment(
      Amendment(
        of: EntryNumber(1),
        content: .opened(
          Opening(
            patient: try PatientCode("P-014"),
            identity: .zero,
            monitoringProtocol: ProtocolReference(
              id: ProtocolID("iv-0.5-40"),
              version: "3",
              digest: .zero
            ),
            setting: .telehealth,
            zone: "Europe/Berlin",
            prescriber: try ClinicianCode("LH"),
            spo2Scale: .two
          )
        ),
        observed: nil,
        reason: "target 88 to 92 %"
      )
    ),
    .vitals(confused),
    .scale(
      ScaleScore(scale: "phq-9", score: 11, items: [1, 2, 1, 1, 2, 1, 1, 2, 0], remark: "before")
    ),
    .scale(ScaleScore(scale: "rass-like", score: -2, of: 4, items: [-2, 0])),
    .effect(SideEffect(EffectName("line lost"))),
  ]
}
