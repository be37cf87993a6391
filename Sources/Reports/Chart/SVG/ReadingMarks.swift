import SessionRecord

/// The symbols of values and the lines that join them.
struct ReadingMarks {
  let chart: SessionChart

  /// The points of a sign that are joined one after the other: no line goes over a time without a
  /// reading of it, over one that was looked for in vain, or to one that is not verified.
  func runs(_ sign: VitalSign, _ points: [ReadingPoint]) -> [[ReadingPoint]] {
    let bySet = Dictionary(
      points.filter { $0.sign == sign }.map { ($0.set.entry, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var runs: [[ReadingPoint]] = []
    var run: [ReadingPoint] = []
    func end() {
      if run.count > 1 { runs.append(run) }
      run = []
    }
    for set in chart.sets {
      if let last = run.last, chart.isGap(between: last.set.at, and: set.at) { end() }
      if let point = bySet[set.entry], !point.value.isUnverified {
        run.append(point)
      } else if bySet[set.entry] != nil || set.missing.contains(sign) {
        end()
      }
    }
    end()
    return runs
  }

  func addLines(
    _ sign: VitalSign,
    _ points: [ReadingPoint],
    _ paint: Paint,
    to drawing: inout Drawing
  ) {
    for run in runs(sign, points) {
      drawing.path(SVGNumber.path(run.map(\.spot)), paint)
    }
  }

  /// Tip at the value, away from it upwards for a systolic and downwards for a diastolic pressure.
  private static func chevron(_ point: ReadingPoint) -> String {
    let (x, y) = (point.spot.x, point.spot.y)
    let arm = point.sign == .systolic ? y - 8 : y + 8
    let spots = [Spot(x - 6, arm), point.spot, Spot(x + 6, arm)]
    return SVGNumber.path(spots, isClosed: point.value.isUnverified)
  }

  /// The white round a pressure, which keeps it apart from what lies under it.
  func addHalo(_ point: ReadingPoint, to drawing: inout Drawing) {
    guard point.sign == .systolic || point.sign == .diastolic else { return }
    drawing.path(ReadingMarks.chevron(point), .halo)
  }

  func add(_ point: ReadingPoint, to drawing: inout Drawing) {
    let isOutside = point.value.isOutside
    let isUnverified = point.value.isUnverified
    let (x, y) = (point.spot.x, point.spot.y)
    switch point.sign {
    case .systolic, .diastolic:
      let path = ReadingMarks.chevron(point)
      let paint =
        isUnverified
        ? Paint.pressureUnverified : isOutside ? Paint.pressureOutside : Paint.pressure
      drawing.path(path, paint, reading: point.name)
    case .meanArterial:
      var paint = isOutside ? Paint.pressureOutside : Paint.pressure
      if isUnverified { paint = .pressureUnverified }
      drawing.line(Spot(x - 5, y), Spot(x + 5, y), paint, reading: point.name)
    case .heartRate:
      let paint =
        isUnverified ? Paint.pulseUnverified : isOutside ? Paint.pulseOutside : Paint.pulse
      drawing.circle(point.spot, isOutside ? 4.3 : 3.7, paint, reading: point.name)
    case .spo2, .respiratoryRate, .temperature, .endTidalCO2, .oxygenFlow, .weight, .consciousness,
      .moaas, .rass:
      let paint =
        isUnverified ? Paint.oxygenUnverified : isOutside ? Paint.oxygenOutside : Paint.oxygen
      drawing.box(Box(around: point.spot, 3.1), paint, reading: point.name)
    }
  }

  /// The `?` of values that are not verified, beside them where there is room.
  func addDoubt(_ points: [ReadingPoint], to drawing: inout Drawing) {
    let type = Shape.Lettering(size: 12, isBold: true)
    for point in points where point.value.isUnverified {
      let (x, y) = (point.spot.x, point.spot.y)
      let spots = [
        Spot(x + 11, y + 4), Spot(x - 11, y + 4), Spot(x + 11, y - 7), Spot(x - 11, y - 7),
        Spot(x + 11, y + 14), Spot(x - 11, y + 14), Spot(x, y - 11), Spot(x, y + 19),
      ]
      guard let spot = drawing.best(spots, for: "?", type) else { continue }
      drawing.words("?", spot, type)
    }
  }
}
