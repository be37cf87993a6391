/// How a shape is filled and stroked: its own attributes for paper, a class for dark screens.
///
/// Renderers of paper do not apply a page's stylesheet inside an inline drawing, so that every
/// shape carries its colours; whatever a colour says, a shape, a fill or a word says too.
struct Paint {
  /// A name of `ChartSVG.darkRules`.
  let name: String
  var fill = "none"
  var stroke: String?
  var width = 1.0
  var dash: String?

  static let ink = "#14202b"
  static let muted = "#56646f"
  static let frameGrey = "#33424f"
  static let blue = "#0b5573"
  static let vermilion = "#a8320a"
  static let paper = "#ffffff"

  // Grid and frames.
  static let lightGrid = Paint(name: "g1", stroke: "#e6ebee", width: 0.8)
  static let strongGrid = Paint(name: "g2", stroke: "#cdd6dc", width: 0.9)
  static let frame = Paint(name: "frame", stroke: frameGrey)
  static let lane = Paint(name: "lane", stroke: "#cdd6dc", width: 0.8)
  static let ground = Paint(name: "back", fill: paper)
  static let turn = Paint(name: "mute-s", stroke: muted, width: 1, dash: "5 3")
  static let infusion = Paint(name: "inf", fill: "#e9f0f3")
  static let gap = Paint(name: "mute-s", stroke: muted, width: 0.9)

  // Words.
  static let words = Paint(name: "ink-f", fill: ink)
  static let mutedWords = Paint(name: "mute-f", fill: muted)
  static let redWords = Paint(name: "red-f", fill: vermilion)
  static let wordsOnInk = Paint(name: "inv-f", fill: paper)

  // Values.
  static let halo = Paint(name: "halo", stroke: paper, width: 5)
  static let pressure = Paint(name: "ink-s", stroke: ink, width: 2)
  static let pressureOutside = Paint(name: "red-s", stroke: vermilion, width: 2.8)
  static let pressureUnverified = Paint(name: "ink-h", fill: paper, stroke: ink, width: 1.1)
  static let between = Paint(name: "ink-s", stroke: ink, width: 0.9, dash: "1.5 2")
  static let pulse = Paint(name: "blue-fs", fill: blue, stroke: paper, width: 1.1)
  static let pulseOutside = Paint(name: "red-fs", fill: vermilion, stroke: paper, width: 1.4)
  static let pulseUnverified = Paint(name: "blue-h", fill: paper, stroke: blue, width: 1.2)
  static let pulseLine = Paint(name: "blue-s", stroke: blue, width: 1.3)
  static let oxygen = Paint(name: "ink-h", fill: paper, stroke: ink, width: 1.4)
  static let oxygenOutside = Paint(name: "red-h", fill: paper, stroke: vermilion, width: 2.2)
  static let oxygenUnverified = Paint(
    name: "ink-h",
    fill: paper,
    stroke: ink,
    width: 1,
    dash: "1.6 1.4"
  )
  static let oxygenLine = Paint(name: "mute-s", stroke: muted, width: 1)

  // Limits and flags.
  static func limit(dash: String) -> Paint {
    Paint(name: "red-s", stroke: vermilion, width: 1.1, dash: dash)
  }
  static let leader = Paint(name: "red-s", stroke: vermilion, width: 1)
  static let flag = Paint(name: "red-fs", fill: vermilion, stroke: paper, width: 1)
  static let flagRim = Paint(name: "red-h", fill: paper, stroke: vermilion, width: 1.8)
  static let flagHollow = Paint(name: "red-h", fill: paper, stroke: vermilion, width: 1.6)

  // Lanes.
  static func level(_ depth: Int) -> Paint {
    let fills = ["#ffffff", "#eef2f4", "#dfe6ea", "#c4ced5", "#a9b6bf"]
    let place = min(max(0, depth), fills.count - 1)
    return Paint(name: "lev\(place)", fill: fills[place], stroke: frameGrey, width: 0.9)
  }
  static let levelUnverified = Paint(
    name: "lev0",
    fill: paper,
    stroke: frameGrey,
    width: 0.9,
    dash: "2 1.5"
  )
  static let tick = Paint(name: "mute-s", stroke: muted, width: 0.9)
  static let medicine = Paint(name: "med", fill: frameGrey)
  static let medicineLine = Paint(name: "med-s", stroke: frameGrey, width: 1.2)
  static let solid = Paint(name: "ink-fo", fill: ink)
  static let edge = Paint(name: "ink-s", stroke: ink, width: 1.6)
  static let ungraded = Paint(
    name: "sev0",
    fill: paper,
    stroke: frameGrey,
    width: 0.9,
    dash: "2.5 1.5"
  )
  static let mild = Paint(name: "sev1", fill: "#c4ced5", stroke: frameGrey, width: 0.9)
  static let moderate = Paint(name: "sev2", fill: paper, stroke: frameGrey, width: 0.9)
  static let hatch = Paint(name: "hatch", stroke: frameGrey, width: 1.7)
  static let severe = Paint(name: "sev3", fill: ink, stroke: ink, width: 0.9)
  static let event = Paint(name: "ink-h", fill: paper, stroke: ink, width: 1.1)
}
