/// Leaves open what is written with words that nobody knows, and what is only asked.
extension Segmenter {
  mutating func applyDoubts() {
    let billed = Set(segments.filter(\.isBilling).map(\.statement))
    var isQuestion = false
    for index in segments.indices {
      if index == 0 || segments[index].statement != segments[index - 1].statement {
        isQuestion = segments[index].isQuestion && !billed.contains(segments[index].statement)
      }
      if isQuestion {
        leaveOpen(index)
      } else if !segments[index].foreign.isEmpty {
        if isAboutOthers(index) || beginsWithForeignAct(index) {
          segments[index].isDoubted = isShort
          leaveOpen(index)
        } else {
          leaveCompoundsOpen(index)
        }
      }
    }
  }

  /// Whether a segment with foreign words does not say what is done with a thing that is known, nor how that is
  /// billed: "the ceph machine needs calibration", "mounted the TV". In a long sentence only the word next to a
  /// thing says so, since there most segments have words that matter to nobody.
  private func isAboutOthers(_ index: Int) -> Bool {
    let segment = segments[index]
    guard !segment.isBilling, !(segment.hasAct && (segment.hasThing || segment.hasDoer)) else { return false }
    return isShort || segment.hasAct
      || segment.parts.contains { part in
        part.kinds.contains(.thing)
          && (isFollowedByForeign(part, index) || segment.foreign.contains(part.units.lowerBound - 1))
      }
  }

  /// Whether a foreign word follows a part at once, as in "the model number".
  private func isFollowedByForeign(_ part: Part, _ index: Int) -> Bool {
    segments[index].foreign.contains(part.units.upperBound)
  }

  /// Whether a foreign word is what is done to things that an act only describes: "shelved printed models".
  private func beginsWithForeignAct(_ index: Int) -> Bool {
    let segment = segments[index]
    guard let first = segment.parts.first, first.kinds.contains(.act), segment.parts.count > 1 else {
      return false
    }
    return segment.foreign.contains(first.units.lowerBound - 1) && segment.parts[1].kinds.contains(.thing)
  }

  private mutating func leaveOpen(_ index: Int) {
    for part in segments[index].parts.indices where segments[index].parts[part].day == nil {
      segments[index].parts[part].status = .open
    }
  }

  /// Leaves open what a foreign word follows at once, or is one's of: "the model number", "storage of the models".
  private mutating func leaveCompoundsOpen(_ index: Int) {
    for part in segments[index].parts.indices where isNaming(segments[index].parts[part]) {
      let named = segments[index].parts[part]
      if isFollowedByForeign(named, index) || segments[index].ofForeign.contains(named.units.lowerBound) {
        segments[index].parts[part].status = .open
        segments[index].isDoubted = isShort
      }
    }
  }

  /// Whether a part names a service or states an answer by itself.
  private func isNaming(_ part: Part) -> Bool {
    lexicon.signals(of: part.meanings).contains { lexicon.topicOfSignal[$0] != nil }
      || part.meanings.contains { if case .saying = $0 { true } else { false } }
  }
}
