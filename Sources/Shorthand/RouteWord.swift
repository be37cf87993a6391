import SessionRecord

/// The words for a route, and those that are refused because they are read as another.
enum RouteWord {
  static let routes: [String: Route] = {
    var routes = Dictionary(
      Route.allCases.map { ($0.word, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    routes["iv"] = .intravenous
    routes["im"] = .intramuscular
    routes["po"] = .oral
    return routes
  }()

  /// The shortest word for a route that is never read as another.
  static func word(for route: Route) -> String {
    switch route {
    case .intravenous: "iv"
    case .intramuscular: "im"
    case .subcutaneous, .intranasal, .sublingual, .oral, .inhaled, .rectal, .transdermal:
      route.word
    }
  }

  /// What to write instead.
  ///
  /// Source: the ISMP list of error-prone abbreviations, and near words.
  static let write: [String: String] = [
    "in": "intranasal", "nasal": "intranasal", "i.n.": "intranasal",
    "sc": "subcutaneous", "sq": "subcutaneous", "subq": "subcutaneous", "subcut": "subcutaneous",
    "sl": "sublingual", "pr": "rectal", "td": "transdermal", "patch": "transdermal",
    "inh": "inhaled", "neb": "inhaled", "i.v.": "iv", "i.m.": "im", "p.o.": "po",
    "mouth": "oral", "os": "oral",
  ]
}
