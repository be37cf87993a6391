extension BadTerm {
  /// Tasks after a session.
  static let afterCare: [BadTerm] = [
    BadTerm(
      #""id": "talk""#,
      #""id": "call""#,
      path: "afterCare[1].id",
      at: #""call", "title": "talk it over""#,
      says: "Another task has the id “call” already."
    ),
    BadTerm(
      #""occasion": "serious""#,
      #""occasion": "review""#,
      path: "afterCare[3].occasion",
      at: #""review", "opensHours""#,
      says: "Expected one of dose, serious, found “review”."
    ),
    BadTerm(
      #""opensHours": 12, "#,
      "",
      path: "afterCare[0]",
      at: #"{ "id": "call""#,
      says: "The key “opensHours” is missing."
    ),
    BadTerm(
      #""opensHours": 12, "dueHours": 24"#,
      #""opensHours": 12, "dueHours": 11"#,
      path: "afterCare[0].dueHours",
      at: #"11,\#n"#,
      says: "The task is due before it opens, which is at 12 hours."
    ),
    BadTerm(
      #""dueHours": 168"#,
      #""dueHours": 8761"#,
      path: "afterCare[2].dueHours",
      at: "8761",
      says: "Expected hours from 0 to 8760, found 8761."
    ),
    BadTerm(
      #"[{ "afterHours": 25, "priority": "low" }, { "afterHours": 48, "priority": "high" }]"#,
      "[]",
      path: "afterCare[0].grows",
      at: #"[],\#n"#,
      says: "Expected at least one step; leave the key out for none."
    ),
    BadTerm(
      #""afterHours": 25"#,
      #""afterHours": 11"#,
      path: "afterCare[0].grows[0].afterHours",
      at: #"11, "priority""#,
      says: "The task grows before it opens, which is at 12 hours."
    ),
    BadTerm(
      #""afterHours": 48"#,
      #""afterHours": 25"#,
      path: "afterCare[0].grows[1].afterHours",
      at: #"25, "priority": "high""#,
      says: "A task grows later than the step before."
    ),
    BadTerm(
      #""priority": "low" }"#,
      #""priority": "high" }"#,
      path: "afterCare[0].grows[1].priority",
      at: #""high" }],"#,
      says: "A task grows to a higher priority than the step before."
    ),
    BadTerm(
      #""priority": "low" }"#,
      #""priority": "info" }"#,
      path: "afterCare[0].grows[0].priority",
      at: #""info" }"#,
      says: "Expected one of high, medium, low, found “info”."
    ),
    BadTerm(
      #""closing": "integration""#,
      #""closing": "talk""#,
      path: "afterCare[1].closing",
      at: #""talk", "standing""#,
      says: "Expected one of follow-up, integration, found “talk”."
    ),
    BadTerm(
      #""closing": "integration""#,
      #""closing": true"#,
      path: "afterCare[1].closing",
      at: #"true, "standing""#,
      says: "Expected “follow-up”, “integration”, or an object with “scores”, found true."
    ),
    BadTerm(
      #"{ "scores": ["phq-9", "itq"] }"#,
      #"{ "scores": [] }"#,
      path: "afterCare[2].closing.scores",
      at: #"[] }, "standing""#,
      says: "Expected at least one scale."
    ),
    BadTerm(
      #"["phq-9", "itq"]"#,
      #"["phq-9", "pcl-5"]"#,
      path: "afterCare[2].closing.scores[1]",
      at: #""pcl-5""#,
      says: "Expected one of the protocol's scales, found “pcl-5”."
    ),
    BadTerm(
      #""id": "report", "title": "report""#,
      #""id": "report", "kind": "report", "title": "report""#,
      path: "afterCare[3].kind",
      at: #""kind": "report""#,
      says: "Unknown key; expected grows."
    ),
  ]
}
