/// All of them, in the order of the table in SECURITY.md.
enum Attacks {
  static let groups: [(title: String, attacks: [Attack])] = [
    ("Without touching the schema", RefusedAttacks.all),
    ("The log", LogAttacks.all),
    ("Seals and accesses", SealAttacks.all),
    ("Beside the log", BesideAttacks.all),
    ("What was derived", ReadModelAttacks.all),
    ("Rows that there cannot be", OddAttacks.all),
    ("The schema", SchemaAttacks.all),
    ("The file", FileAttacks.all),
    ("What cannot be detected", UnseenAttacks.all),
  ]

  static let all = groups.flatMap(\.attacks)
}
