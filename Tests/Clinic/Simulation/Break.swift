/// A fault that a run is given on purpose, and has to see.
package enum Break: String, CaseIterable {
  /// An entry that was saved is gone from the log.
  case dropEntry = "drop-entry"
  /// Two entries stand in each other's places.
  case swapEntries = "swap-entries"
  /// A stored flag is gone.
  case forgetFlag = "forget-flag"
  /// *Saved* is said of a commit that is undone by a power cut.
  case answerEarly = "answer-early"
  /// A seal is gone.
  case forgetSeal = "forget-seal"
}

extension Break {
  /// What does it to the record, with the triggers that refuse it taken away; nil where it is no statement.
  func sql(session: Int) -> String? {
    let last = "(SELECT max(number) FROM entry WHERE stream_kind = 1 AND stream_key = \(session))"
    let entry = "stream_kind = 1 AND stream_key = \(session)"
    switch self {
    case .dropEntry:
      return
        "DROP TRIGGER entry_is_not_deleted; DELETE FROM entry WHERE \(entry) AND number = \(last)"
    case .swapEntries:
      return """
        DROP TRIGGER entry_is_not_updated;
        CREATE TEMP TABLE swapped AS SELECT number, kind, body FROM entry
          WHERE \(entry) AND number IN (\(last), \(last) - 1);
        UPDATE entry SET
          kind = (SELECT kind FROM swapped WHERE swapped.number <> entry.number),
          body = (SELECT body FROM swapped WHERE swapped.number <> entry.number)
          WHERE \(entry) AND number IN (\(last), \(last) - 1)
        """
    case .forgetFlag: return "DELETE FROM flag WHERE session = \(session)"
    case .forgetSeal:
      return """
        DROP TRIGGER seal_is_not_deleted;
        DELETE FROM seal WHERE number = (SELECT max(number) FROM seal)
        """
    case .answerEarly: return nil
    }
  }
}
