extension BadTerm {
  /// What every gate has.
  static let gates: [BadTerm] = [
    BadTerm(
      #""screening": {"#,
      #""screening": { "when": "before", "#,
      path: "screening.when",
      at: #""when": "before""#,
      says: "Unknown key; expected no other here."
    ),
    BadTerm(
      #""gates": ["#,
      #""gate": ["#,
      path: "screening.gate",
      at: #""gate": ["#,
      says: "Unknown key; expected gates."
    ),
    BadTerm(
      #""id": "suitable", "#,
      "",
      path: "screening.gates[0]",
      at: #"{ "kind": "answer", "title": "suitable today""#,
      says: "The key “id” is missing."
    ),
    BadTerm(
      #""id": "suitable""#,
      #""id": "so suitable""#,
      path: "screening.gates[0].id",
      at: #""so suitable""#,
      says: "Expected a gate's id of 1 to 64 letters, digits, . - or _, found “so suitable”."
    ),
    BadTerm(
      #""id": "eyes""#,
      #""id": "suitable""#,
      path: "screening.gates[1].id",
      at: #""suitable", "kind": "answer", "title": "eye pressure""#,
      says: "Another gate has the id “suitable” already."
    ),
    BadTerm(
      #""kind": "age""#,
      #""kind": "ages""#,
      path: "screening.gates[2].kind",
      at: #""ages""#,
      says:
        "Expected one of answer, age, consent, tests, scores, contact, rules, found “ages”; the"
        + " nearest is “age”."
    ),
    BadTerm(
      #""title": "eye pressure""#,
      #""title": """#,
      path: "screening.gates[1].title",
      at: #""", "level": "soft""#,
      says: "Expected a title, found “”."
    ),
    BadTerm(
      #""level": "info""#,
      #""level": "mild""#,
      path: "screening.gates[2].level",
      at: #""mild", "remoteLevel""#,
      says: "Expected one of none, info, soft, hard, required, found “mild”."
    ),
    BadTerm(
      #""level": "info", "#,
      "",
      path: "screening.gates[2]",
      at: #"{ "id": "grown""#,
      says: "The key “level” is missing."
    ),
    BadTerm(
      #""remoteLevel": "hard""#,
      #""remoteLevel": 3"#,
      path: "screening.gates[1].remoteLevel",
      at: #"3, "clear": "no""#,
      says: "Expected one of none, info, soft, hard, required, found 3."
    ),
    BadTerm(
      #""level": "info", "remoteLevel": "none""#,
      #""level": "none""#,
      path: "screening.gates[2].level",
      at: #""none",\#n        "years""#,
      says: "A gate that is asked in no setting says nothing; give “level” or “remoteLevel” another"
        + " word than “none”, or take the gate out."
    ),
    BadTerm(
      #""standing": "general", "source": ["ours"]"#,
      #""standing": "general""#,
      path: "screening.gates[1]",
      at: #"{ "id": "eyes""#,
      says: "The key “source” is missing."
    ),
    BadTerm(
      #""standing": "general", "source": ["ours"]"#,
      #""source": ["ours"]"#,
      path: "screening.gates[1]",
      at: #"{ "id": "eyes""#,
      says: "The key “standing” is missing."
    ),
    BadTerm(
      #""standing": "general", "source": ["ours"]"#,
      #""standing": "general", "source": ["yours"]"#,
      path: "screening.gates[1].source[0]",
      at: #""yours""#,
      says: "Expected a key of sources (ours), found “yours”; the nearest is “ours”."
    ),
  ]

  /// What is a kind's own.
  static let requirements: [BadTerm] = [
    BadTerm(
      #""clear": "no", "#,
      "",
      path: "screening.gates[1]",
      at: #"{ "id": "eyes""#,
      says: "The key “clear” is missing."
    ),
    BadTerm(
      #""clear": "no""#,
      #""clear": "unknown""#,
      path: "screening.gates[1].clear",
      at: #""unknown""#,
      says: "Expected one of yes, no, found “unknown”."
    ),
    BadTerm(
      #""words": true"#,
      #""words": "yes""#,
      path: "screening.gates[0].words",
      at: #""yes", "valid""#,
      says: "Expected true or false, found “yes”."
    ),
    BadTerm(
      #""valid": "day""#,
      #""valid": "week""#,
      path: "screening.gates[0].valid",
      at: #""week", "standing""#,
      says: "Expected “day”, found “week”."
    ),
    BadTerm(
      #""valid": { "days": 90 }"#,
      #""valid": 90"#,
      path: "screening.gates[1].valid",
      at: #"90, "standing""#,
      says: "Expected “day”, or an object with “days”, found 90."
    ),
    BadTerm(
      #""valid": { "days": 90 }"#,
      #""valid": { "days": 3651 }"#,
      path: "screening.gates[1].valid.days",
      at: "3651",
      says: "Expected days from 1 to 3650, found 3651."
    ),
    BadTerm(
      #""valid": { "days": 90 }"#,
      #""valid": { "hours": 90 }"#,
      path: "screening.gates[1].valid.hours",
      at: #""hours": 90"#,
      says: "Unknown key; expected days."
    ),
    BadTerm(
      #""years": 18"#,
      #""years": 17.5"#,
      path: "screening.gates[2].years",
      at: "17.5",
      says: "Expected years, whole, found 17.5."
    ),
    BadTerm(
      #""years": 18, "#,
      #""years": 18, "clear": "yes", "#,
      path: "screening.gates[2].clear",
      at: #""clear": "yes", "standing""#,
      says: "Unknown key; expected no other here."
    ),
    BadTerm(
      #""tests": ["ecg", "drug-screen"]"#,
      #""tests": []"#,
      path: "screening.gates[4].tests",
      at: #"[], "days": 60"#,
      says: "Expected at least one test."
    ),
    BadTerm(
      #""tests": ["ecg", "drug-screen"]"#,
      #""tests": ["ecg", "ecg"]"#,
      path: "screening.gates[4].tests[1]",
      at: #""ecg"], "days""#,
      says: "“ecg” is listed twice."
    ),
    BadTerm(
      #""tests": ["ecg", "drug-screen"]"#,
      #""tests": ["ekg"]"#,
      path: "screening.gates[4].tests[0]",
      at: #""ekg""#,
      says:
        "Expected one of ecg, renal, liver, drug-screen, pregnancy, urinary, pdmp,"
        + " response-review, found “ekg”; the nearest is “ecg”."
    ),
    BadTerm(
      #""days": 60, "#,
      "",
      path: "screening.gates[4]",
      at: #"{ "id": "blood""#,
      says: "The key “days” is missing."
    ),
    BadTerm(
      #""scales": ["phq-9", "nrs-pain"]"#,
      #""scales": ["phq-8"]"#,
      path: "screening.gates[5].scales[0]",
      at: #""phq-8""#,
      says: "Expected one of the protocol's scales, found “phq-8”; the nearest is “phq-9”."
    ),
    BadTerm(
      #""scales": ["phq-9", "nrs-pain"]"#,
      #""scales": ["moaas"]"#,
      path: "screening.gates[5].scales[0]",
      at: #""moaas"], "days""#,
      says: "MOAA/S is a sign; name a scale whose scores are kept as such."
    ),
    BadTerm(
      #""scales": ["phq-9", "nrs-pain"]"#,
      #""scales": []"#,
      path: "screening.gates[5].scales",
      at: #"[], "days": 28"#,
      says: "Expected at least one scale."
    ),
    BadTerm(
      #""remoteLevel": "required", "#,
      #""remoteLevel": "required", "days": 5, "#,
      path: "screening.gates[6].days",
      at: #""days": 5, "#,
      says: "Unknown key; expected no other here."
    ),
    BadTerm(
      #""rules": ["sys", "mean"]"#,
      #""rules": ["syst"]"#,
      path: "screening.gates[7].rules[0]",
      at: #""syst""#,
      says: "Expected the id of a rule, found “syst”; the nearest is “sys”."
    ),
    BadTerm(
      #""rules": ["sys", "mean"]"#,
      #""rules": []"#,
      path: "screening.gates[7].rules",
      at: #"[], "repeatAfter""#,
      says: "Expected the id of at least one rule."
    ),
    BadTerm(
      #""repeatAfter": 5"#,
      #""repeatAfter": 61"#,
      path: "screening.gates[7].repeatAfter",
      at: "61, ",
      says: "Expected minutes from 1 to 60, found 61."
    ),
  ]
}
