import Monitoring
import SessionRecord

extension SessionScript {
  /// What was given, under a protocol whose own drug is ketamine.
  func exposure(asOf: Instant) throws -> Exposure {
    try file(under: .leaving([]), asOf: asOf).exposure
  }
}

extension Content {
  static func stopped(_ milligrams: Int, _ unit: DoseUnit = .milligram) throws -> Content {
    .infusion(.stop(given: .amount(try Amount(thousandths: milligrams * 1_000, unit))))
  }

  static func rate(_ millilitres: Int) throws -> Content {
    .infusion(.rate(try Amount(thousandths: millilitres * 1_000, .millilitre), per: .hour))
  }

  static func weight(_ kilogramThousandths: Int) throws -> Content {
    try exact(.weight, thousandths: kilogramThousandths)
  }
}
