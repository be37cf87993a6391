import SessionRecord

/// Why a file was not made, where what there is of it could not be taken away.
struct PartLeft: Refusal {
  let part: String
  let after: any Refusal

  var kind: RefusalKind { after.kind }

  var problem: String {
    "\(after.problem)\nOnly \(part) could not be taken away; it is no copy: rm -- '\(part)'"
  }

  var remedy: String? { after.remedy }
}
