import Monitoring

/// The vectors of every built-in protocol, from its own numbers and an arithmetic that never asks the
/// engine.
enum VectorGenerator {
  static func file() throws -> RuleVectorFile {
    var vectors: [RuleVector] = []
    var places: [RuleVector: Int] = [:]
    for builtIn in BuiltInProtocol.allCases {
      for vector in try self.vectors(of: VectorProtocol(builtIn.text)) {
        // The same session and the same flags under several protocols are one vector.
        if let place = places[vector] {
          vectors[place].protocols.append(builtIn.name)
        } else {
          places[vector] = vectors.count
          vectors.append(vector)
          vectors[vectors.count - 1].protocols = [builtIn.name]
        }
      }
    }
    return RuleVectorFile(
      schema: RuleVectorFile.schema,
      about: about,
      vectors: vectors,
      news2: NEWS2Sets.vectors()
    )
  }

  /// Of one protocol; no protocol is named in them.
  static func vectors(of whole: VectorProtocol) throws -> [RuleVector] {
    var vectors: [RuleVector] = []
    for rule in whole.rules {
      var own = try self.vectors(of: rule, in: whole)
      if rule.off == true, var asItComes = own.first(where: { !$0.flags.isEmpty }) {
        asItComes.about = "off, as it comes"
        asItComes.on = nil
        asItComes.flags = []
        asItComes.not = [asItComes.rule]
        own.append(asItComes)
      }
      vectors += own
    }
    var seen: Set<RuleVector> = []
    return vectors.filter { seen.insert($0).inserted }
  }

  private static func vectors(
    of rule: VectorRule,
    in whole: VectorProtocol
  ) throws -> [RuleVector] {
    switch rule.kind {
    case "limit", "change", "derived", "consciousness":
      return try ValueVectors(rule: rule).vectors()
    case "rate", "not-falling": return try CourseVectors(rule: rule).vectors()
    case "effect", "lasting", "severity", "distressing", "crisis", "unverified":
      return try EffectVectors(rule).vectors()
    case "scale":
      guard let scale = whole.scales.first(where: { $0.name == rule.scale }) else {
        throw ValueVectors.NotMade(rule: rule.id ?? "")
      }
      return try ScaleVectors(rule: rule, scale: scale).vectors()
    case "news2": return try NEWS2Vectors(rule, within: whole.news2?.within ?? 0).vectors()
    case "combination": return try CombinationVectors(rule, in: whole).vectors()
    case "further-dose", "unattended": return try ProcessVectors(rule: rule).vectors()
    default: throw ValueVectors.NotMade(rule: rule.id ?? "")
    }
  }

  private static let about = [
    "Small sessions and the flags that the rules of the built-in protocols raise in them. docs/rules.md says what the rules mean.",
    "A session is opened at second 0. Every entry is observed and recorded at its second `at`, in this order, each in a commit of its own; asOf is the second at which the session is assessed.",
    "vitals: values by sign as decimals in words; `C expected` is confusion that the drug is expected to bring, `room air` is oxygenFlow without oxygen, `unrecordable` a pressure that could not be read; with unverified, the whole set waits to be verified.",
    "effect with grade (a word, or n of ten), course (gone, absent) and distressing; scale with score and items; dose `own` is the protocol's own drug by its own route, over so many minutes or at once; infusion start, pause, resume, stop; note is an entry that says nothing to any rule.",
    "protocols: under each of them the vector holds. on: the rule is off there and is switched on for this vector. spo2Scale: the opening's, 1 where it is not given.",
    "flags: of the rules that are named in flags and in not, exactly these flags stand, in the order of their numbers, raised at that second; at is when it was confirmed or cleared. Other rules may raise what they like.",
    "news2: a set of readings, its points by parameter, total, total without consciousness, the total that rules judge, and what is missing.",
  ]
}
