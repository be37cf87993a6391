/// A protocol that is accepted, small enough to break by hand.
enum SmallProtocol {
  static let text = """
    {
      "schema": "vigil/protocol/1",
      "id": "small",
      "version": "1",
      "title": "A small protocol",
      "notice": "For tests.",
      "settings": ["clinic", "telehealth"],
      "drug": {
        "name": "ketamine", "route": "intravenous",
        "most": { "value": 0.525, "unit": "mg/kg", "standing": "clinic", "source": ["ours"] },
        "sameClass": ["esketamine"]
      },
      "medicines": ["ketamine", "ondansetron"],
      "effects": ["hiccups"],
      "baseline": "first-reading",
      "sources": { "ours": "Our own policy of 2026." },
      "rules": [
        {
          "id": "sys", "kind": "limit", "sign": "systolic", "comparison": "at-or-over",
          "limit": 180, "unit": "mmHg", "priority": "medium", "repeat": true,
          "clear": { "count": 3, "margin": 5 }, "standing": "clinic", "source": ["ours"],
          "text": "Call the prescriber."
        },
        {
          "id": "rise", "kind": "change", "sign": "systolic", "comparison": "at-or-over",
          "percent": 33.333, "priority": "low", "repeat": false, "clear": { "margin": 2.5 },
          "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "sleepy", "kind": "limit", "sign": "moaas", "comparison": "under", "limit": 3,
          "priority": "info", "repeat": false, "clear": { "margin": 0 }, "standing": "clinic",
          "source": ["ours"]
        },
        {
          "id": "acvpu", "kind": "consciousness", "level": "V", "priority": "low",
          "repeat": true, "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "word", "kind": "crisis", "priority": "high", "clear": { "count": 1 },
          "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "bad", "kind": "severity", "atLeast": "moderate", "only": ["hiccups", "nausea"],
          "priority": "low", "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "upset", "kind": "distressing", "except": ["dissociation"], "priority": "low",
          "repeat": false, "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "doubt", "kind": "unverified", "priority": "info", "standing": "clinic",
          "source": ["ours"]
        }
      ]
    }
    """
}
