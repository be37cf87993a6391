extension BadTerm {
  /// Course rules.
  static let course: [BadTerm] = [
    BadTerm(
      #""id": "often""#,
      #""id": "gap""#,
      path: "course[1].id",
      at: #""gap", "kind": "frequency""#,
      says: "Another course rule has the id “gap” already."
    ),
    BadTerm(
      #""id": "gap""#,
      #""id": "eyes""#,
      path: "course[0].id",
      at: #""eyes", "kind": "interval""#,
      says: "A gate has the id “eyes” already."
    ),
    BadTerm(
      #""kind": "interval""#,
      #""kind": "gap""#,
      path: "course[0].kind",
      at: #""gap", "title""#,
      says:
        "Expected one of interval, frequency, count, amount, escalation, test, remarkable, concern,"
        + " outcome, found “gap”."
    ),
    BadTerm(
      #""title": "too soon", "#,
      "",
      path: "course[0]",
      at: #"{ "id": "gap""#,
      says: "The key “title” is missing."
    ),
    BadTerm(
      #""priority": "medium", "gate": "soft""#,
      #""gate": "soft""#,
      path: "course[0]",
      at: #"{ "id": "gap""#,
      says: "The key “priority” is missing."
    ),
    BadTerm(
      #""gate": "soft""#,
      #""gate": "required""#,
      path: "course[0].gate",
      at: #""required",\#n      "hours""#,
      says: "Expected one of info, soft, hard, found “required”."
    ),
    BadTerm(
      #""hours": 48"#,
      #""hours": 8761"#,
      path: "course[0].hours",
      at: "8761",
      says: "Expected hours from 1 to 8760, found 8761."
    ),
    BadTerm(
      #""hours": 48"#,
      #""minutes": 48"#,
      path: "course[0].minutes",
      at: #""minutes": 48"#,
      says: "Unknown key; expected hours."
    ),
    BadTerm(
      #""most": 3, "#,
      "",
      path: "course[1]",
      at: #"{ "id": "often""#,
      says: "The key “most” is missing."
    ),
    BadTerm(
      #""most": 3, "#,
      #""most": 0, "#,
      path: "course[1].most",
      at: #"0, "days": 7"#,
      says: "Expected a number of sessions from 1 to 1000, found 0."
    ),
    BadTerm(
      #""sessions": 6, "standing""#,
      #""sessions": 6.5, "standing""#,
      path: "course[2].sessions",
      at: "6.5",
      says: "Expected a number of sessions, whole, found 6.5."
    ),
    BadTerm(
      #""most": 2.5, "unit": "mg/kg""#,
      #""most": 2.5"#,
      path: "course[3]",
      at: #"{ "id": "much""#,
      says: "The key “unit” is missing."
    ),
    BadTerm(
      #""unit": "mg/kg""#,
      #""unit": "mg""#,
      path: "course[3].unit",
      at: #""mg""#,
      says: "Expected “mg/kg”, found “mg”."
    ),
    BadTerm(
      #""most": 2.5"#,
      #""most": 1000.001"#,
      path: "course[3].most",
      at: "1000.001",
      says: "Expected an amount in mg/kg from 0.001 to 1000, found 1000.001."
    ),
    BadTerm(
      #""runs": 3"#,
      #""runs": 1"#,
      path: "course[4].runs",
      at: #"1, "standing""#,
      says: "Expected a number of increases from 2 to 20, found 1."
    ),
    BadTerm(
      #""percent": 25"#,
      #""percent": -25"#,
      path: "course[4].percent",
      at: "-25",
      says: "Expected a percentage from 1 to 1000, found -25."
    ),
    BadTerm(
      #""days": 91, "sessions": 4, "#,
      "",
      path: "course[5]",
      at: #"{ "id": "kidneys""#,
      says: "The key “days” or “sessions” is missing."
    ),
    BadTerm(
      #""test": "renal""#,
      #""test": "kidney""#,
      path: "course[5].test",
      at: #""kidney""#,
      says:
        "Expected one of ecg, renal, liver, drug-screen, pregnancy, urinary, pdmp,"
        + " response-review, found “kidney”."
    ),
    BadTerm(
      #""test": "liver", "#,
      #""test": "liver", "days": 7, "#,
      path: "course[6].days",
      at: #""days": 7, "standing": "clinic", "source": ["ours"] },\#n    { "id": "early""#,
      says: "Unknown key; expected gate."
    ),
    BadTerm(
      #""days": 92"#,
      #""days": 0"#,
      path: "course[7].days",
      at: #"0, "standing": "clinic", "source": ["ours"] },\#n    { "id": "response""#,
      says: "Expected days from 1 to 3650, found 0."
    ),
    BadTerm(
      #""scale": "phq-9""#,
      #""scale": "gad-7""#,
      path: "course[8].scale",
      at: #""gad-7""#,
      says: "Expected one of the protocol's scales, found “gad-7”."
    ),
    BadTerm(
      #""points": 5, "#,
      #""points": 28, "#,
      path: "course[8].points",
      at: #"28, "percent""#,
      says: "Expected points of PHQ-9 from 1 to 27, found 28."
    ),
    BadTerm(
      #""points": 5, "percent": 20, "#,
      "",
      path: "course[8]",
      at: #"{ "id": "response""#,
      says: "The key “points” or “percent” is missing."
    ),
  ]
}
