import SessionRecord

/// How high a panel is and what its scale spans, so that nothing in it is cut off.
struct PanelScale {
  let low: Int
  let high: Int
  /// Frame of the panel, with the room above and below the scale.
  let frame: Box
  let top: Double
  let bottom: Double

  /// What is asked of a panel.
  struct Demand {
    /// In thousandths.
    var low: Int
    var high: Int
    var step: Int
    /// The least value that a scale may reach down to.
    var floor: Int
    /// No scale reaches higher.
    var ceiling: Int
    /// Everything that is drawn in it: the value, and how far its symbol reaches above and below.
    var values: [(thousandths: Int, above: Double, below: Double)]
    /// Of flags above, of notes below.
    var head: Double
    var foot: Double
  }

  init(_ demand: Demand, top: Double, heightOf: (_ low: Int, _ high: Int) -> Double) {
    var low = demand.low
    var high = demand.high
    for value in demand.values {
      while value.thousandths < low, low > demand.floor { low -= demand.step }
      while value.thousandths > high, high < demand.ceiling { high += demand.step }
    }
    low = max(low, demand.floor)
    high = min(high, demand.ceiling)
    let height = heightOf(low, high)
    let unit = height / Double(high - low)
    let above = demand.values.map { Double(high - $0.thousandths) * unit - $0.above }.min()
    let below = demand.values.map { Double($0.thousandths - low) * unit - $0.below }.min()
    // Without values there is nothing that flags and notes could hide.
    let head = max(0, demand.head + 3 - (above ?? .infinity))
    let foot = max(0, demand.foot + 3 - (below ?? .infinity))
    self.low = low
    self.high = high
    self.top = top + head
    bottom = self.top + height
    frame = Box(PlotAxis.left, top, to: PlotAxis.right, bottom + foot)
  }

  func scale(_ limits: [BrokenLimit]) -> ValueScale {
    ValueScale(low: low, high: high, top: top, bottom: bottom, limits: limits)
  }
}
