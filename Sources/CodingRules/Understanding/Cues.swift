/// Marks what cues deny, plan or place in the past.
extension Segmenter {
  mutating func applyCues() {
    var late: [Int] = []
    for segment in segments.indices {
      for part in segments[segment].parts.indices where segments[segment].parts[part].kinds.contains(.cue) {
        for case .cue(let cue) in segments[segment].parts[part].meanings {
          apply(lexicon.cues[cue], at: segment, part)
          if lexicon.cues[cue].effect == .yet { late.append(segment) }
        }
      }
    }
    for segment in late {
      for part in segments[segment].parts.indices where segments[segment].parts[part].status == .denied {
        segments[segment].parts[part].status = .open
      }
    }
    for segment in segments.indices { carryOut(at: segment) }
  }

  /// States the things of a plan, or of an earlier denial, that were done after all: "due for a pano,
  /// took it", "no pano since 2018, took one today".
  private mutating func carryOut(at index: Int) {
    let segment = segments[index]
    guard segment.hasPronoun, !segment.hasThing,
      segment.parts.contains(where: { $0.status == .stated && lexicon.isCreating($0.meanings) }),
      let plan = segments[..<index].lastIndex(where: \.hasThing), !isPast(segments[plan])
    else { return }
    for part in segments[plan].parts.indices where segments[plan].parts[part].kinds.contains(.thing) {
      let status = segments[plan].parts[part].status
      if status == .open || status == .denied && segment.isNow { segments[plan].parts[part].status = .stated }
    }
  }

  private func isPast(_ segment: Segment) -> Bool {
    segment.parts.flatMap(\.meanings).contains { meaning in
      if case .cue(let cue) = meaning { lexicon.cues[cue].effect == .past } else { false }
    }
  }

  private mutating func apply(_ cue: Cue, at segment: Int, _ part: Int) {
    let count = segments[segment].parts.count
    switch cue.reach {
    case .ahead:
      let next = segments[segment].parts[(part + 1)...].first {
        !$0.kinds.isDisjoint(with: [.act, .thing, .billing])
      }
      if cue.effect == .planned, next?.kinds.contains(.billing) == true { return }
      mark(segment, part + 1..<count, cue.effect)
      spreadAhead(from: segment, part, cue.effect)
    case .within:
      let actor = segments[segment].parts[(part + 1)...].firstIndex { $0.kinds.contains(.actor) }
      mark(segment, part + 1..<(cue.effect == .not ? actor ?? count : count), cue.effect)
    case .back:
      mark(segment, 0..<part, cue.effect)
      let isOfOther =
        !segments[segment].hasThing
        && segments[segment].unknown.contains { $0 < segments[segment].parts[part].units.lowerBound }
      if !isOfOther { spreadBack(from: segment, cue.effect) }
    case .around:
      let isOwnPlan = segments[segment].parts.contains { $0.kinds.contains(.act) && $0.status == .open }
      let isOwnDenial = segments[segment].parts[..<part].contains { $0.status == .denied }
      mark(segment, 0..<count, cue.effect)
      if !isOwnDenial, !isOwnPlan || !isClause(segment) {
        spreadBack(from: segment, cue.effect, sharesTime: !isOwnPlan)
      }
      if part == 0 { spreadAhead(from: segment, part, cue.effect) }
    case .next:
      let following = segments[segment].parts[(part + 1)...]
      let next = following.firstIndex { $0.kinds.contains(.thing) }
      if following.first?.day != nil {
        mark(segment, part + 1..<part + 2, .planned)
      } else if let next, cue.effect != .planned, isNear(segments[segment].parts[part], next, segment) {
        mark(segment, next..<next + 1, cue.effect, isSingle: true)
      }
    case .previous: markThing(before: part, of: segment, cue.effect)
    case .heading: markList(after: segment, cue.effect)
    }
  }

  /// Marks the last thing before a part, and that of a preceding segment joined by "and".
  private mutating func markThing(before part: Int, of segment: Int, _ effect: Cue.Effect) {
    let previous = segments[segment].parts[..<part].lastIndex { $0.kinds.contains(.thing) }
    if let previous { mark(segment, previous..<previous + 1, effect, isSingle: true) }
    if !segments[segment].hasAct, segments[segment].link == .and, segment > 0, !segments[segment - 1].isNow,
      let other = segments[segment - 1].parts.lastIndex(where: { $0.kinds.contains(.thing) })
    {
      mark(segment - 1, other..<other + 1, effect, isSingle: true)
    }
  }

  /// Marks the list that a heading begins.
  private mutating func markList(after heading: Int, _ effect: Cue.Effect) {
    let isHeading = segments.indices.contains(heading + 1) && segments[heading + 1].link == .list
    for index in segments.indices.dropFirst(heading + 1) where isHeading {
      guard index == heading + 1 || segments[index].link != .new, !segments[index].isNow else { break }
      mark(index, segments[index].parts.indices, effect)
    }
  }

  /// Whether a segment says nothing of the things before it: "will send to lab later", "lab will
  /// print models later", but not "will take later".
  private func isClause(_ segment: Int) -> Bool {
    let segment = segments[segment]
    let first = segment.parts.first { !$0.kinds.isDisjoint(with: [.actor, .act, .thing]) }
    return segment.hasThing
      ? first?.kinds.contains(.actor) == true
      : !segment.parts.contains { lexicon.isCreating($0.meanings) }
  }

  /// Whether no unknown word comes between a cue and a thing, as in "a broken cusp had an exam".
  private func isNear(_ cue: Part, _ thing: Int, _ segment: Int) -> Bool {
    let between = cue.units.upperBound..<segments[segment].parts[thing].units.lowerBound
    return !segments[segment].unknown.contains(where: between.contains)
  }

  /// Extends a cue before a thing, or before an act whose denial denies its things, to the rest of a list,
  /// up to a new act, unless after "or" or in the same plan: "will scan and pour", but not "needs night
  /// guard, took alginates".
  private mutating func spreadAhead(from start: Int, _ part: Int, _ effect: Cue.Effect) {
    let first = segments[start].parts[(part + 1)...].first { !$0.kinds.isDisjoint(with: [.act, .thing]) }
    let isOfThing = first?.kinds.contains(.thing) ?? false
    let isOfThings = isOfThing || lexicon.isCreating(first?.meanings ?? [])
    for index in segments.indices.dropFirst(start + 1) {
      let segment = segments[index]
      guard segment.link != .new else { return }
      let isSamePlan =
        effect != .not && segment.link == .and && (!isOfThing || segment.isJoined) && !segment.hasActor
        && segment.beginsWithAct
      guard !segment.hasAct && isOfThings || segment.link == .or || isSamePlan else { return }
      guard !segment.isNow || segment.link == .or else { return }
      markSharers(index, effect)
    }
  }

  /// Extends a cue back to the things of the list, and to an act at the same time as the next one:
  /// "took and traced a ceph last year", but not "took one, will trace it next week".
  private mutating func spreadBack(from start: Int, _ effect: Cue.Effect, sharesTime: Bool = true) {
    var index = start
    while index > 0, segments[index].link != .new {
      index -= 1
      let segment = segments[index]
      let next = segments[index + 1]
      let isSameTime =
        sharesTime && effect != .not && next.hasAct && next.beginsWithAct && !next.hasThing
        && !next.hasActor
      guard !segment.hasAct || isSameTime, !segment.isNow else { return }
      markSharers(index, effect)
    }
  }

  /// Marks the things and acts that a list shares.
  private mutating func markSharers(_ segment: Int, _ effect: Cue.Effect) {
    for part in segments[segment].parts.indices
    where !segments[segment].parts[part].kinds.isDisjoint(with: [.thing, .act]) {
      mark(segment, part..<part + 1, effect)
    }
  }

  private mutating func mark(
    _ segment: Int, _ parts: Range<Int>, _ effect: Cue.Effect, isSingle: Bool = false
  ) {
    let status: Part.Status? =
      switch effect {
      case .not: .denied
      case .planned: .open
      case .past: isSingle ? .old : .open
      case .yet, .now, .recent: nil
      }
    guard let status else { return }
    for part in parts {
      segments[segment].parts[part].status = max(segments[segment].parts[part].status, status)
    }
  }
}
