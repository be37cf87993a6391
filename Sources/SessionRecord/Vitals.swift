/// What one sign of a set says: a value, or why there is none.
package enum Reading: Hashable {
  /// A value; *verified* false means that it is outside what is expected and shown with `?`.
  case measured(Quantity, verified: Bool)
  /// Looked for and not obtained, with the reason that was typed.
  case notObtained(because: String)
  /// Imported, but impossible or a device's zero: what was written.
  case notUsable(written: String)
  /// A blood pressure too low to read: stands at systolic and diastolic, and is flagged.
  case unrecordable
  /// Breathing room air: stands at oxygen flow.
  case roomAir

  /// The value, verified or not.
  package var quantity: Quantity? {
    if case .measured(let quantity, _) = self { quantity } else { nil }
  }

  package var isVerified: Bool {
    if case .measured(_, let verified) = self { verified } else { false }
  }
}

/// One set of readings: any subset of the signs, taken at one time.
package struct Vitals: Hashable {
  package let readings: [VitalSign: Reading]
  /// The confusion in this set is a change in mentation that the drug is expected to bring (`C expected`).
  package let isConfusionExpected: Bool
  package let remark: String?

  /// Refuses a set with nothing in it, whose diastolic is not below its systolic, or in which anything
  /// but confusion is said to be expected.
  package init(
    _ readings: [VitalSign: Reading],
    isConfusionExpected: Bool = false,
    remark: String? = nil
  ) throws(ValueRefusal) {
    guard !readings.isEmpty else { throw .nothingMeasured }
    guard !isConfusionExpected || readings[.consciousness]?.quantity?.level == .confused else {
      throw .onlyConfusionExpected
    }
    if let systolic = readings[.systolic]?.quantity?.thousandths,
      let diastolic = readings[.diastolic]?.quantity?.thousandths
    {
      guard diastolic < systolic else {
        throw .diastolicNotBelowSystolic(systolic / 1_000, diastolic / 1_000)
      }
      if let mean = readings[.meanArterial]?.quantity?.thousandths {
        guard (diastolic...systolic).contains(mean) else {
          throw .meanOutsidePressures(mean / 1_000)
        }
      }
    }
    self.readings = readings
    self.isConfusionExpected = isConfusionExpected
    self.remark = remark
  }

  /// The signs of this set in the order in which they are read back.
  package var signs: [VitalSign] { readings.keys.sorted() }

  package func value(_ sign: VitalSign) -> Quantity? { readings[sign]?.quantity }

  /// The signs whose value waits to be verified.
  package var unverified: [VitalSign] {
    signs.filter { readings[$0]?.quantity != nil && readings[$0]?.isVerified == false }
  }

  /// Mean arterial pressure computed from the pair, in thousands of a mmHg times three, so exact:
  /// systolic + 2 × diastolic.
  ///
  /// Nil without a pair.
  package var computedMeanTimesThree: Int? {
    guard let systolic = value(.systolic), let diastolic = value(.diastolic) else { return nil }
    return systolic.thousandths + 2 * diastolic.thousandths
  }

  /// The same set with these signs marked unverified and all others verified.
  package func marking(unverified doubtful: Set<VitalSign>) -> Vitals {
    Vitals(
      marked: readings.mapValues { reading in
        switch reading {
        case .measured(let quantity, _):
          .measured(quantity, verified: !doubtful.contains(quantity.sign))
        case .notObtained, .notUsable, .unrecordable, .roomAir: reading
        }
      },
      isConfusionExpected: isConfusionExpected,
      remark: remark
    )
  }

  /// The same set with every value verified.
  package var verified: Vitals { marking(unverified: []) }

  private init(
    marked readings: [VitalSign: Reading],
    isConfusionExpected: Bool,
    remark: String?
  ) {
    self.readings = readings
    self.isConfusionExpected = isConfusionExpected
    self.remark = remark
  }
}
