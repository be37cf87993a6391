import Foundation

/// Records in which the examples of the commands' help work.
extension VigilProgram {
  /// A session of 20 entries with four flags: #17 is a set of vital signs, #18 a note.
  func fillSession() throws {
    try openSession()
    try fill()
  }

  private func fill() throws {
    let lines =
      ["124/78 72 98%", "chest pain mild", "no nausea", "vomited -- once", "182/112 90 91%"]
      + (7...16).map { "note line \($0)" } + ["148/92 48 96%", "note eighteenth", "nausea mod"]
    try must("add", "-", "-s", "1", input: lines.joined(separator: "\n"))
  }

  /// Makes the record and the files that an example of a command supposes; what is to be typed instead
  /// of it, with this test's folder and a day that is over.
  func prepare(for command: [String], typed: String) throws -> String {
    var typed = typed.replacingOccurrences(of: "/tmp/", with: folder.path + "/")
    switch command[0] {
    case "demo", "init", "protocol": break
    case "import": try prepareImport(typed)
    case "screening", "start": try prepareScreening(typed)
    case "override":
      try addScreened()
      try start()
      // A decision is about a limit that still holds after a rest.
      try must("add", "-", input: "@-7m 146/88 72\n146/88 72\n")
    case "countersign":
      try addScreened(but: ["glaucoma"])
      try must(
        "start",
        "P-014",
        "--protocol",
        "iv-0.5-40",
        "--prescriber",
        "LH",
        "--override",
        "glaucoma=treated",
        "--read-back"
      )
    case "move":
      try openSession()
      try start("P-015", room: "8")
      try fill()
      if !typed.contains("--entry") { try must("void-session", "2", "--because", "opened twice") }
    case "addendum":
      try fillSession()
      try must("end", "1", "--because", "goes to the ward")
    case "add" where typed.contains("--from-paper"):
      try openFromPaper()
      try write("@13:10 124/78 72 98%\n", to: "chart.txt")
    case "end" where typed.contains("--from-paper"),
      "leaving" where typed.contains("--from-paper"):
      try openFromPaper()
      let dose = ["@13:10", "ketamine", "36", "mg", "iv"]
      _ = try run(["add", "--from-paper", "--date", VigilProgram.dayBefore] + dose)
    case "end":
      try openSession()
      // A reason is for a criterion that is not met, which is asked only where something was given.
      if typed.contains("--because") { try must("add", "@-5m ketamine 36 mg iv") }
    case "course": try prepareCourse(typed)
    case "clinician":
      try must("clinician", "add", "LH", "--role", "administrator", "--by", "LH")
      try must("clinician", "add", "MB", "--by", "LH")
    case "key": try prepareKeys(typed)
    case "sign":
      try closeSession()
      try makeKey(of: "LH")
    case "backup", "restore":
      try fillSession()
      try write("four words or more\n", to: "passphrase")
      _ = try shell("chmod 600 passphrase")
      if command == ["restore"] { try must("backup", "record-2026-11-26.vigil") }
    case "seal", "verify":
      try closeSession()
      // A course begins with its first entry.
      try must("course", "lab", "P-014", "ecg", "unremarkable")
    case "patient":
      if command != ["patient", "add"] { try addPatients() }
      // On a terminal the code is typed again.
      if command == ["patient", "forget"] { typed += " --yes" }
    default: try fillSession()
    }
    guard typed.contains("--from-paper") || command[0] == "course" else { return typed }
    return typed.replacing(/2026-11-\d\d/, with: VigilProgram.dayBefore)
  }

  private func prepareImport(_ typed: String) throws {
    if typed.contains("--patient") { try addPatients() } else { try fillSession() }
    let time = typed.contains("--date") ? "13:20" : "2026-01-05T13:20:00Z"
    try write("time,systolic,diastolic\n\(time),120,80\n", to: "readings.csv")
  }

  private func prepareScreening(_ typed: String) throws {
    let isRemote = typed.contains("sl-remote")
    let held = typed.contains("--override") ? ["glaucoma", "sud-remission"] : []
    try addScreened(but: held, under: isRemote ? "sl-remote" : "iv-0.5-40")
    try write("glaucoma yes\nsud-remission yes\n", to: "today.txt")
    try write("chaperone yes -- D. Example\n", to: "answers.txt")
  }

  private func prepareCourse(_ typed: String) throws {
    try addPatients()
    if typed.contains("follow-up") {
      let isSpray = typed.contains("rems-form")
      let name = isSpray ? "esketamine-in" : "iv-0.5-40"
      try must("start", "P-014", "--protocol", name, "--prescriber", "LH")
      try must("add", isSpray ? "@-5m esketamine 28 mg intranasal" : "@-5m ketamine 36 mg iv")
      try must("end", "--because", "goes to the ward")
    }
    if typed.contains("--withdrawn") { try clearGates(under: "iv-0.5-40") }
    guard typed.contains("course void") else { return }
    for test in ["ecg", "renal", "liver"] {
      try must("course", "lab", "P-014", test, "unremarkable")
    }
  }

  private func prepareKeys(_ typed: String) throws {
    try closeSession()
    for name in ["mine.txt", "old.txt"] { try passphraseFile(named: name) }
    try passphraseFile("another four words", named: "new.txt")
    if typed.contains("rotate LH") { try makeKey(of: "LH") }
    guard typed.contains("lost MB") else { return }
    try makeKey(of: "MB")
    try must("clinician", "add", "LH", "--role", "administrator", "--by", "LH")
  }

  private func openFromPaper() throws {
    try addPatients()
    try must(
      "start",
      "P-014",
      "--protocol",
      "iv-0.5-40",
      "--prescriber",
      "LH",
      "--from-paper",
      "--opened",
      "\(VigilProgram.dayBefore) 13:05"
    )
  }

  /// Two days ago, whichever zone is meant.
  private static var dayBefore: String {
    Date(timeIntervalSinceNow: -2 * 86_400).formatted(.iso8601.year().month().day())
  }
}
