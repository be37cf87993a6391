package import SessionRecord

/// A hold limit that nobody could look at: the dose was given, and no usable reading came before it.
package struct UnreadHold: Hashable {
  package let gate: Gate
  /// The signs that its rules watch, in the order of a set.
  package let signs: [VitalSign]
  /// When the dose was given.
  package let dose: Instant
}

extension SessionFile {
  /// In the protocol's order; none before a dose was given.
  ///
  /// A limit of two signs is unread where either was not read: half a pressure is none.
  package var unreadHolds: [UnreadHold] {
    guard let dose = assessment.timeZero else { return [] }
    let read = Set(
      assessment.chart.entries.lazy.filter { !$0.isVoid && $0.observed.instant <= dose }
        .flatMap { entry -> [VitalSign] in
          guard case .vitals(let vitals) = entry.content else { return [] }
          return vitals.readings.filter { $0.value.quantity != nil || $0.value == .unrecordable }
            .map(\.key)
        }
    )
    return monitoringProtocol.gates.compactMap { gate in
      guard case .rules(let rules, _) = gate.requirement,
        let level = gate.level(in: session.opening.setting), level != .info
      else { return nil }
      let watched = Set(
        monitoringProtocol.rules.filter { rules.contains($0.id) }.flatMap(\.condition.inputs)
          .compactMap { need -> VitalSign? in
            guard case .sign(let sign) = need else { return nil }
            return sign
          }
      )
      let unread = VitalSign.allCases.filter { watched.contains($0) && !read.contains($0) }
      return unread.isEmpty ? nil : UnreadHold(gate: gate, signs: unread, dose: dose)
    }
  }
}
