extension BadProtocol {
  /// Versions that could not be named on a command line, and names of signs and sources that are none.
  static let names: [BadProtocol] = [
    version("1@2"), version("1 beta"), version(""), version("ä"),
    version("v123456789.123456789-123456789_123"),
    sign("sys", near: "systolic"), sign("Heart-Rate", near: "heartRate"),
    sign("systolc", near: "systolic"), sign("s", near: nil), sign("hear", near: "heartRate"),
    BadProtocol(
      #""source": ["ours"],\#n      "text""#,
      #""source": ["Our-s"],\#n      "text""#,
      says:
        "21:78: rules[0].source[0]: Expected a key of sources (ours), found “Our-s”; the nearest is “ours”."
    ),
  ]

  private static func version(_ version: String) -> BadProtocol {
    BadProtocol(
      #""version": "1""#,
      #""version": "\#(version)""#,
      says:
        "4:14: version: Expected a version of 1 to 32 letters, digits, . - or _, found “\(version)”."
    )
  }

  private static func sign(_ sign: String, near: String?) -> BadProtocol {
    BadProtocol(
      #""sign": "systolic", "comparison": "at-or-over",\#n      "limit""#,
      #""sign": "\#(sign)", "comparison": "at-or-over",\#n      "limit""#,
      says:
        "19:45: rules[0].sign: Expected one of systolic, diastolic, map, heartRate, spo2, respiratoryRate, temperature, etco2, oxygenFlow, weight, moaas, rass, found “\(sign)”\(near.map { "; the nearest is “\($0)”" } ?? "")."
    )
  }
}
