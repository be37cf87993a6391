import RecordStore
import SessionRecord

/// What is said of a record that was restored: what is in it, what is not, and how to use it.
struct RestoredText {
  private let restored: Restored
  private let file: String

  init(_ restored: Restored, from file: String) {
    self.restored = restored
    self.file = file
  }

  var text: String {
    let extent = restored.verification.extent
    let quoted = TypedPath(restored.path).text
    return
      [
        "\(restored.path) is restored from \(file)\(restored.isEncrypted ? ", which was encrypted" : "").",
        "\(CountedWords.of(extent.sessions, "session")), "
          + "\(CountedWords.of(extent.entries, "entry", "entries")), up to commit \(extent.commit).",
        VerifiedWords(restored.verification).text,
        "SHA-256 of the file: \(restored.digest)",
        missing,
        older,
        "Look into it: vigil sessions --record \(quoted)",
        "To go on with it, set VIGIL_RECORD to it, or move it to where the record was, once that is out of "
          + "the way; keep the other one as it is.",
      ].compactMap(\.self).joined(separator: "\n")
  }

  /// What this machine sealed that the copy has not.
  private var missing: String? {
    let end =
      restored.newest.map { "This copy ends with seal \($0.number) of \(said($0.at))" }
      ?? "This copy has no seal"
    switch restored.remembered {
    case .nothingMore: return nil
    case .more(let witness):
      let count = witness.number - (restored.newest?.number ?? 0)
      return
        "\(end); this machine has made \(count) more since, the last on \(said(witness.at)): the "
        + "sessions that \(count == 1 ? "it was" : "they were") made over are not in it as they were then. "
        + "Prints and the record that was lost may have them."
    case .another(let witness):
      return "\(end), and seal \(witness.number) in it is not the one that this machine made on "
        + "\(said(witness.at)): the record went two ways, and what went the other way is not in it."
    }
  }

  private var older: String? {
    restored.isLogged
      ? nil
      : "It is a record of version \(restored.version): it does not say that it was restored, and is "
        + "carried over when something is first entered."
  }

  private func said(_ stamp: Stamp) -> String { "\(stamp.civil.date) \(stamp.clock)" }
}
