extension ChartSVG {
  /// Rules of the drawings for a dark screen; a page puts them under
  /// `@media screen and (prefers-color-scheme: dark)`.
  static let darkRules: StaticString = """
    .chart .g1 { stroke: #1d2831; }
    .chart .g2, .chart .lane { stroke: #31404c; }
    .chart .frame { stroke: #9fb0bc; }
    .chart .inf { fill: #1a2d38; }
    .chart .back { fill: #141c23; }
    .chart .halo { stroke: #141c23; }
    .chart .ink-s { stroke: #dde5ea; }
    .chart .ink-f, .chart .ink-fo { fill: #dde5ea; }
    .chart .ink-h { fill: #141c23; stroke: #dde5ea; }
    .chart .inv-f { fill: #141c23; }
    .chart .mute-s { stroke: #9fb0bc; }
    .chart .mute-f { fill: #9fb0bc; }
    .chart .red-s { stroke: #ff9b73; }
    .chart .red-f { fill: #ff9b73; }
    .chart .red-fs { fill: #ff9b73; stroke: #141c23; }
    .chart .red-h { fill: #141c23; stroke: #ff9b73; }
    .chart .blue-s { stroke: #7cc7e8; }
    .chart .blue-fs { fill: #7cc7e8; stroke: #141c23; }
    .chart .blue-h { fill: #141c23; stroke: #7cc7e8; }
    .chart .lev0 { fill: #141c23; stroke: #9fb0bc; }
    .chart .lev1 { fill: #1d2831; stroke: #9fb0bc; }
    .chart .lev2 { fill: #2b3944; stroke: #9fb0bc; }
    .chart .lev3 { fill: #3b4b58; stroke: #9fb0bc; }
    .chart .lev4 { fill: #4d606f; stroke: #9fb0bc; }
    .chart .med { fill: #b9c7d1; }
    .chart .med-s { stroke: #b9c7d1; }
    .chart .sev0, .chart .sev2 { fill: #141c23; stroke: #b9c7d1; }
    .chart .sev1 { fill: #465663; stroke: #b9c7d1; }
    .chart .sev3 { fill: #dde5ea; stroke: #dde5ea; }
    .chart .hatch { stroke: #b9c7d1; }
    .event-key .letter { border-color: #dde5ea; }

    """

  /// Rules of the key of events for paper and screen; a page adds them to its own.
  static let keyRules: StaticString = """
    .chart { display: block; width: 100%; height: auto; }
    .event-key {
      columns: 3; column-gap: 18px; margin: 4px 0 0; padding: 0; list-style: none; font-size: 11px;
    }
    .event-key li {
      break-inside: avoid; padding-left: 26px; text-indent: -26px; overflow-wrap: anywhere;
    }
    .event-key .letter {
      display: inline-block; min-width: 16px; margin-right: 7px; border: 1px solid #14202b;
      border-radius: 8px; font-size: 10px; line-height: 14px; text-align: center; text-indent: 0;
    }
    @media print { .event-key { font-size: 8pt; } .event-key .letter { font-size: 7pt; } }

    """
}
