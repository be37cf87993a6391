/// What is before and after a session in the wide protocol: a gate, course rule and task of every kind.
enum WideCourse {
  static let text = """
    "screening": {
        "// for whom": "Everybody.",
        "gates": [
          { "id": "suitable", "kind": "answer", "title": "suitable today", "level": "hard",
            "clear": "yes", "words": true, "valid": "day", "standing": "clinic", "source": ["ours"] },
          { "id": "eyes", "kind": "answer", "title": "eye pressure", "level": "soft",
            "remoteLevel": "hard", "clear": "no", "valid": { "days": 90 }, "standing": "general", "source": ["ours"] },
          { "id": "grown", "kind": "age", "title": "grown up", "level": "info", "remoteLevel": "none",
            "years": 18, "standing": "clinic", "source": ["ours"] },
          { "id": "consent", "kind": "consent", "title": "consent", "level": "hard",
            "days": 365, "standing": "clinic", "source": ["ours"] },
          { "id": "blood", "kind": "tests", "title": "tests", "level": "soft",
            "tests": ["ecg", "drug-screen"], "days": 60, "standing": "clinic", "source": ["ours"] },
          { "id": "severity", "kind": "scores", "title": "scores", "level": "soft",
            "scales": ["phq-9", "nrs-pain"], "days": 28, "standing": "clinic", "source": ["ours"] },
          { "id": "where", "kind": "contact", "title": "address", "level": "none",
            "remoteLevel": "required", "standing": "clinic", "source": ["ours"] },
          { "id": "limits", "kind": "rules", "title": "limits", "level": "hard",
            "rules": ["sys", "mean"], "repeatAfter": 5, "standing": "clinic", "source": ["ours"] }
        ]
      },
      "course": [
        { "id": "gap", "kind": "interval", "title": "too soon", "priority": "medium", "gate": "soft",
          "hours": 48, "standing": "clinic", "source": ["ours"] },
        { "id": "often", "kind": "frequency", "title": "too often", "priority": "medium",
          "most": 3, "days": 7, "standing": "clinic", "source": ["ours"] },
        { "id": "many", "kind": "count", "title": "many", "priority": "low", "gate": "hard",
          "sessions": 6, "standing": "clinic", "source": ["ours"] },
        { "id": "much", "kind": "amount", "title": "much", "priority": "low", "gate": "info",
          "most": 2.5, "unit": "mg/kg", "days": 30, "standing": "clinic", "source": ["ours"] },
        { "id": "up", "kind": "escalation", "title": "rising", "priority": "high",
          "percent": 25, "runs": 3, "standing": "clinic", "source": ["ours"] },
        { "id": "kidneys", "kind": "test", "title": "renal", "priority": "info",
          "test": "renal", "days": 91, "sessions": 4, "standing": "clinic", "source": ["ours"] },
        { "id": "liver", "kind": "remarkable", "title": "liver", "priority": "medium",
          "test": "liver", "standing": "clinic", "source": ["ours"] },
        { "id": "early", "kind": "concern", "title": "a concern", "priority": "medium",
          "days": 92, "standing": "clinic", "source": ["ours"] },
        { "id": "response", "kind": "outcome", "title": "no better", "priority": "info",
          "scale": "phq-9", "points": 5, "percent": 20, "sessions": 6, "standing": "clinic", "source": ["ours"] }
      ],
      "afterCare": [
        { "id": "call", "title": "call", "occasion": "dose", "opensHours": 12, "dueHours": 24,
          "grows": [{ "afterHours": 25, "priority": "low" }, { "afterHours": 48, "priority": "high" }],
          "closing": "follow-up", "standing": "clinic", "source": ["ours"] },
        { "id": "talk", "title": "talk it over", "occasion": "dose", "opensHours": 36, "dueHours": 72,
          "closing": "integration", "standing": "clinic", "source": ["ours"] },
        { "id": "week", "title": "scores", "occasion": "dose", "opensHours": 0, "dueHours": 168,
          "closing": { "scores": ["phq-9", "itq"] }, "standing": "clinic", "source": ["ours"] },
        { "id": "report", "title": "report", "occasion": "serious", "opensHours": 6, "dueHours": 6,
          "closing": "follow-up", "standing": "clinic", "source": ["ours"] }
      ]
    """
}
