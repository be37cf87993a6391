import Foundation

/// A session that has something to review, under a protocol that asks nothing before it.
extension VigilProgram {
  /// Session 1 of P-014, open: flags 1 and on, chest pain at #3, vomiting at #5, nausea at #8.
  func openReviewable() throws {
    let text = try must("protocol", "show", "iv-0.5-40", "--raw").output
    guard
      var own = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    else { throw Missing() }
    own["id"] = "own"
    own["screening"] = nil
    own["course"] = nil
    let whole = try JSONSerialization.data(withJSONObject: own, options: .prettyPrinted)
    try write(String(decoding: whole, as: UTF8.self), to: "own.json")
    try adopt("own.json")
    try must("patient", "add", "P-014", "--name", "Alex Rivera", "--birth-date", "1984-03-12")
    try must(
      "start",
      "P-014",
      "--protocol",
      "own",
      "--by",
      "KO",
      "--prescriber",
      "LH",
      "--weight",
      "72"
    )
    let lines = [
      "124/78 72 98%", "chest pain mild", "no nausea", "vomited -- once", "182/112 90 91%",
      "148/92 48 96%", "nausea mod",
    ]
    try must("add", "-", input: lines.joined(separator: "\n"))
  }

  /// The same, closed.
  func closeReviewable() throws {
    try openReviewable()
    try must("end", "1", "--because", "goes to the ward")
  }
}
