import SessionRecord
import Testing

@Suite struct EffectEpisodeTests {
  private let nausea = EffectName("nausea")

  @Test func `runs from onset to end with its worst grade`() throws {
    var log = Log()
    let onset = try log.add(
      .effect(SideEffect(nausea, grade: .words(.mild))),
      observed: Log.at(10)
    )
    try log.add(
      .effect(SideEffect(nausea, grade: .rating(7), distressing: true)),
      observed: Log.at(20)
    )
    try log.add(
      .effect(SideEffect(nausea, grade: .words(.moderate))),
      observed: Log.at(30)
    )
    try log.add(.effect(SideEffect(nausea, course: .gone)), observed: Log.at(40))
    let episode = try #require(log.chart.effectEpisodes.first)
    #expect(log.chart.effectEpisodes.count == 1)
    #expect(episode.onset == onset)
    #expect(episode.began == Log.at(10))
    #expect(episode.worst == .severe)
    #expect(episode.worstAt == Log.at(20))
    #expect(episode.distressing)
    #expect(episode.ended == Log.at(40))
    #expect(episode.entries.count == 4)
  }

  @Test func `begins anew after it was gone`() throws {
    var log = Log()
    try log.add(.effect(SideEffect(nausea, grade: .words(.severe))), observed: Log.at(10))
    try log.add(.effect(SideEffect(nausea, course: .absent)), observed: Log.at(20))
    try log.add(.effect(SideEffect(nausea, grade: .words(.mild))), observed: Log.at(30))
    let episodes = log.chart.effectEpisodes
    #expect(episodes.map(\.worst) == [.severe, .mild])
    #expect(episodes.map(\.ended) == [Log.at(20), nil])
  }

  @Test func `does not begin with what was looked for and not there`() throws {
    var log = Log()
    try log.add(.effect(SideEffect(nausea, course: .absent)))
    try log.add(.effect(SideEffect(nausea, grade: .rating(0))))
    #expect(log.chart.effectEpisodes.isEmpty)
  }

  @Test func `ends with a rating of nothing and ignores what is void`() throws {
    var log = Log()
    try log.add(.effect(SideEffect(nausea, grade: .rating(3))), observed: Log.at(10))
    let wrong = try log.add(
      .effect(SideEffect(nausea, grade: .rating(9))),
      observed: Log.at(11)
    )
    try log.add(.voiding(wrong))
    try log.add(.effect(SideEffect(nausea, grade: .rating(0))), observed: Log.at(12))
    let episode = try #require(log.chart.effectEpisodes.first)
    #expect(episode.worst == .mild)
    #expect(episode.ended == Log.at(12))
  }

  @Test func `follows observed time and keeps effects apart`() throws {
    var log = Log()
    try log.add(.effect(SideEffect(nausea, course: .gone)), observed: Log.at(30))
    try log.add(.effect(SideEffect(.vomiting)), observed: Log.at(15))
    try log.add(.effect(SideEffect(nausea, grade: .words(.mild))), observed: Log.at(10))
    let episodes = log.chart.effectEpisodes
    #expect(episodes.map(\.name) == [nausea, .vomiting])
    #expect(episodes.map(\.ended) == [Log.at(30), nil])
    #expect(episodes.last?.worst == nil)
  }

  // MARK: - One observation

  @Test func `puts a rating into its band`() throws {
    let bands = try (0...10).map { try Grade(rating: $0).severity }
    #expect(
      bands == [
        nil, .mild, .mild, .mild, .moderate, .moderate, .moderate, .severe, .severe, .severe,
        .severe,
      ]
    )
    for rating in [-1, 11] {
      #expect(throws: ValueRefusal.ratingOutside(rating)) { try Grade(rating: rating) }
    }
  }

  @Test func `takes a crisis word and a severe headache for a crisis while it is there`() throws {
    let seizure = EffectName("seizure")
    #expect(SideEffect(seizure).isCrisis)
    #expect(SideEffect(seizure).severity == .severe)
    #expect(SideEffect(seizure, grade: .words(.mild)).severity == .mild)
    #expect(!SideEffect(seizure, course: .gone).isCrisis)
    #expect(SideEffect(.headache, grade: .words(.severe)).isCrisis)
    #expect(SideEffect(.headache, grade: .rating(7)).isCrisis)
    #expect(!SideEffect(.headache, grade: .rating(6)).isCrisis)
    #expect(!SideEffect(nausea, grade: .words(.severe)).isCrisis)
    #expect(EffectName.crises.count == 10)
    #expect(Set(EffectName.crises).isDisjoint(with: EffectName.common))
    #expect(EffectName.circumstances.map(\.text) == ["line lost", "chaperone away"])
    for name in EffectName.circumstances {
      #expect(name.isCircumstance)
      #expect(!name.isCrisis)
      #expect(!SideEffect(name).isCrisis)
      #expect(SideEffect(name).severity == nil)
    }
    for name in EffectName.crises + EffectName.common { #expect(!name.isCircumstance, "\(name)") }
  }
}
