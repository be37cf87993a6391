import SessionRecord

extension LeavingCriterion {
  var fields: [ProtocolField] {
    [ProtocolField("title", .text(title))] + requirement.fields + .basis(basis)
  }
}

extension LeavingRequirement {
  fileprivate var fields: [ProtocolField] {
    switch self {
    case .minutesSinceStart(let minutes):
      [.kind("minutes-since-start"), ProtocolField("minutes", .minutes(minutes))]
    case .minutesSinceInfusion(let minutes):
      [.kind("minutes-since-infusion"), ProtocolField("minutes", .minutes(minutes))]
    case .pressure(let pressure): [.kind("pressure")] + pressure.fields
    case .value(let value): [.kind("value")] + value.fields
    case .effect(let effect): effect.fields
    case .noOpenFlag(let priority):
      [.kind("no-open-flag"), ProtocolField("at least", .text(priority.word))]
    case .noRecent(let recent):
      [
        .kind("no-recent"), ProtocolField("medicines", .members(recent.medicines)),
        ProtocolField("oxygen", .flag(recent.orOxygen)),
        ProtocolField("within", .span(recent.within)),
      ]
    case .answered: [.kind("answered")]
    case .escort: [.kind("escort")]
    case .instructions: [.kind("instructions")]
    }
  }
}

extension ProtocolField {
  fileprivate static func kind(_ kind: String) -> ProtocolField {
    ProtocolField("kind", .text(kind))
  }

  fileprivate static func pressure(_ name: String, _ thousandths: Int) -> ProtocolField {
    ProtocolField(name, .amount(thousandths, of: VitalSign.systolic))
  }
}

extension SettledPressure {
  fileprivate var fields: [ProtocolField] {
    [
      ProtocolField("apart", .span(apart)), ProtocolField("no older than", .span(noOlderThan)),
      .pressure("least systolic", leastSystolic), .pressure("least mean", leastMean),
      ProtocolField("percent of baseline", .amount(percentOfBaseline, "%")),
      .pressure("systolic under", underSystolic), .pressure("diastolic under", underDiastolic),
    ]
  }
}

extension SettledValue {
  fileprivate var fields: [ProtocolField] {
    [
      ProtocolField("sign", .text(sign.name)),
      ProtocolField("at least", atLeast.map { .amount($0, of: sign) }),
      ProtocolField("at most", atMost.map { .amount($0, of: sign) }),
      ProtocolField("no older than", .span(noOlderThan)),
      ProtocolField("or baseline", .flag(orBaseline)),
      ProtocolField("on room air", .flag(onRoomAir)),
    ]
  }
}

extension SettledEffect {
  fileprivate var fields: [ProtocolField] {
    let own: [ProtocolField] =
      switch limit {
      case .rating(let most): [.kind("effect"), ProtocolField("at most", .count(most))]
      case .absentFor(let span): [.kind("effect-absent"), ProtocolField("absent for", .span(span))]
      }
    return own + [
      ProtocolField("effect", .text(effect.text)),
      ProtocolField("no older than", .span(noOlderThan)),
    ]
  }
}
