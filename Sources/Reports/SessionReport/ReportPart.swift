import Monitoring

/// A part of a session's report; each writes itself on any sheet.
enum ReportPart: CaseIterable {
  case screening, doses, schedule, extremes, flags, effects, vitals, news2, scores, events, leaving,
    present
  case corrections, addenda

  func add(_ words: SessionWords, to sheet: inout some Sheet) {
    switch self {
    case .screening: ScreeningSection(words).add(to: &sheet)
    case .doses: DoseSection(words).add(to: &sheet)
    case .schedule: ScheduleSection(words).add(to: &sheet)
    case .extremes: ExtremesSection(words).add(to: &sheet)
    case .flags: FlagSection(words).add(to: &sheet)
    case .effects: EffectSection(words).add(to: &sheet)
    case .vitals:
      sheet.heading("Every set of vital signs")
      sheet.add(VitalsTable(words))
    case .news2: NEWS2Section(words).add(to: &sheet)
    case .scores: ScoreSection(words).add(to: &sheet)
    case .events: EventSection(words).add(to: &sheet)
    case .leaving: LeavingSection(words).add(to: &sheet)
    case .present: PresentSection(words).add(to: &sheet)
    case .corrections: CorrectionSection(words).add(to: &sheet)
    case .addenda: AddendumSection(words).add(to: &sheet)
    }
  }
}
