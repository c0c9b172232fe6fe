extension Picture {
  /// The style sheet, with a light, a dark and a forced-colors scheme.
  static let styleSheet = """
    text{font:\(Metrics.textSize)px Arial,Helvetica,"Liberation Sans",sans-serif;white-space:pre}
    .bold{font-weight:bold}
    .edge{fill:none;stroke-width:2}
    .frame{fill:none;stroke-width:1.5}
    .mark{stroke-width:1.5}
    .edge.lit,.frame.lit{stroke-width:4}
    .lit .report rect,.lit .included rect{stroke-width:3}
    g.dimmed{opacity:.65}
    .elsewhere rect,.notInForce rect{stroke-dasharray:5 3}
    \(colors(isDark: false))
    @media screen and (prefers-color-scheme:dark){
    \(colors(isDark: true))
    }
    @media print{
    @page{size:landscape;margin:10mm}
    svg{background:none}.ground{fill:none}
    }
    @media (forced-colors:active){
    rect,path,circle{fill:Canvas!important;stroke:CanvasText!important}
    text{fill:CanvasText!important}
    .edge,.frame{fill:none!important}
    .edge.lit,.frame.lit,.lit rect,.lit .mark{stroke:Highlight!important}
    .tip,.lit .mark{fill:CanvasText!important}
    }

    """

  private static func colors(isDark: Bool) -> String {
    let ground = isDark ? Palette.darkGround : Palette.ground
    let card = isDark ? Palette.darkCard : Palette.card
    let heading = isDark ? Palette.darkHeading : Palette.heading
    let dimmed = isDark ? Palette.darkDimmed : Palette.dimmed
    return """
      svg{background:\(ground.fill)}
      .ground{fill:\(ground.fill)}
      text{fill:\(ground.text)}
      .card{fill:\(card.fill)}
      .frame,.rule{stroke:\(card.line)}
      .heading{fill:\(heading.fill)}
      .mark{fill:\(card.fill);stroke:\(ground.line)}
      .edge{stroke:\(ground.line)}
      .tip{fill:\(ground.line)}
      .edge.dimmed,.frame.dimmed,.rule.dimmed{stroke:\(dimmed.line)}
      .tip.dimmed{fill:\(dimmed.line)}
      \(chipColors(isDark: isDark))
      """
  }

  /// Returns the colors of results, then their changes on and off a path.
  private static func chipColors(isDark: Bool) -> String {
    func palette(_ kind: Drawing.Outcome.Kind) -> Palette {
      isDark ? kind.darkPalette : kind.palette
    }
    let chips = Drawing.Outcome.Kind.allCases.map { kind in
      let palette = palette(kind)
      return """
        .\(kind.rawValue) rect{fill:\(palette.fill);stroke:\(palette.line)}
        .\(kind.rawValue) text{fill:\(palette.text)}

        """
    }
    let path = palette(.path).line
    return chips.joined() + """
      .edge.lit,.frame.lit,.lit .mark,.lit .report rect,.lit .included rect{stroke:\(path)}
      .tip.lit,.lit .mark{fill:\(path)}
      """
  }
}
