import SessionRecord

/// What is said where something was done, and the record's log of accesses does not say so, or may not.
struct NotNoted {
  /// As in *it was made*.
  let what: String
  let refusal: any Refusal
  /// What follows from that, where it surely is not noted.
  var so = ""

  var text: String {
    guard refusal.kind == .notConfirmed else {
      return "That it was \(what) could not be noted in the record: \(refusal.problem)\(so)"
    }
    return
      "It could not be confirmed that the record notes that it was \(what); vigil accesses shows whether it does."
  }
}
