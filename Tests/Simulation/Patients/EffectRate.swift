import SessionRecord

/// How often a side effect comes, and from where that is known.
struct EffectRate {
  let effect: EffectName
  /// Of all sessions.
  let share: Double
  /// In words, for the page; nil where it is Vigil's own.
  let published: String?
  /// Minutes after the start between which it begins.
  let onset: ClosedRange<Double>
  /// Mean and deviation of the minute at which it is over.
  let end: (mean: Double, deviation: Double)

  init(
    _ effect: String,
    _ share: Double,
    published: String?,
    onset: ClosedRange<Double> = 8...35,
    end: (mean: Double, deviation: Double) = (70, 18)
  ) {
    self.effect = EffectName(effect)
    self.share = share
    self.published = published
    self.onset = onset
    self.end = end
  }
}

extension EffectRate {
  /// Of patients over the weeks of a trial, taken here as shares of sessions, which overstates them.
  ///
  /// Sources: docs/alert-burden.md (S40, 84 mg, n = 227; where named, S41, S42 or the pooled S43).
  static let published: [EffectRate] = [
    EffectRate("dizziness", 0.383, published: "38.3 % [S40]"),
    EffectRate(
      "dissociation",
      0.339,
      published: "33.9 % [S40]",
      onset: 5...15,
      end: (72, 22)
    ),
    EffectRate("nausea", 0.269, published: "26.9 % [S40]"),
    EffectRate("headache", 0.203, published: "20.3 % [S40]", onset: 15...80, end: (105, 25)),
    EffectRate("dysgeusia", 0.198, published: "19.8 % [S40]", onset: 3...10),
    EffectRate("vertigo", 0.129, published: "12.9 % [S43]"),
    EffectRate("blurred vision", 0.119, published: "11.9 % [S40]"),
    EffectRate("paraesthesia", 0.115, published: "11.5 % [S40]"),
    EffectRate("vomiting", 0.115, published: "11.5 % [S40]", onset: 20...80, end: (0, 0)),
    EffectRate("euphoria", 0.114, published: "11.4 % [S41]"),
    EffectRate("anxiety", 0.101, published: "10.1 % [S40]"),
  ]

  /// A crisis word; Vigil's own: in trials at most 2 % stopped for any reason.
  static let crises: [EffectRate] = ["chest pain", "dyspnoea", "syncope"].map {
    EffectRate($0, 0.001, published: nil, onset: 15...60, end: (0, 0))
  }

  /// Around a remote patient; Vigil's own.
  static let circumstances: [(name: EffectName, share: Double, minutes: Double)] = [
    (EffectName("line lost"), 0.10, 2.5), (EffectName("chaperone away"), 0.05, 4),
  ]

  /// Confused at the peak: 5.9 % [S42].
  static let confusion = 0.059
  /// The share of the effects that comes with a lozenge, so that 18.8 % of sessions have any [S79].
  static let sublingualPart = 0.1
  /// Of those who dissociate; Vigil's own.
  static let distressing = 0.05
  static let unsafeBehaviour = 0.01
  /// Agitation from RASS +2 to +4; Vigil's own.
  static let agitation: [(level: Int, share: Double)] = [(4, 0.0005), (3, 0.0025), (2, 0.007)]

  /// The least MOAA/S of a session.
  ///
  /// Half the patients are sedated at all and 0.3 to 0.4 % lose consciousness [S29]; the steps between
  /// are Vigil's own.
  static let deepest: [(level: Int, share: Double)] = [
    (0, 0.0035), (1, 0.008), (2, 0.03), (3, 0.10), (4, 0.36),
  ]
  /// Of sedation, the part that comes with a lozenge; Vigil's own.
  static let sublingualSedation = 0.3

  /// How a rating from 1 to 10 is drawn: mild, moderate, severe; Vigil's own.
  static let grades: [(ratings: ClosedRange<Int>, share: Double)] = [
    (7...10, 0.05), (4...6, 0.30), (1...3, 0.65),
  ]
}
