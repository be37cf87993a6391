package import SessionRecord

/// The newest entry of one person in a session.
package struct NewestOfOne: Hashable {
  package let by: ClinicianCode
  package let number: EntryNumber
  /// As it is typed, or what kind of entry it is.
  package let says: String
}

/// The last entry is to be taken back or corrected where the environment names one person and another
/// is on duty: whose it is has to be said.
package struct WhoseEntry: Refusal, Hashable {
  /// `undo`, `void` or `fix`.
  package let command: String
  package let session: String
  /// Whom the environment names, who has handed the session over.
  package let usual: ClinicianCode
  package let onDuty: ClinicianCode
  package let newest: [NewestOfOne]

  package var kind: RefusalKind { .usage }

  package var problem: String {
    "Whose entry? VIGIL_BY names \(usual), who handed this session over, and \(onDuty) is on duty. "
      + "Nothing was stored."
  }

  package var remedy: String? {
    let ways = newest.enumerated().map { place, own in
      (place == 0 ? "vigil \(command) -s \(session) --by \(own.by)" : "--by \(own.by)")
        + (command == "undo" ? "" : place == 0 ? " last …" : "") + " (#\(own.number) \(own.says))"
    }
    return ways.isEmpty ? nil : "\(ways.joined(separator: " or "))."
  }
}
