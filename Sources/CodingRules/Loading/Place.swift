/// A place in a JSON text: the keys and indices that lead to it.
indirect enum Place {
  case root
  case key(Place, String)
  case index(Place, Int)
}

extension Place: CustomStringConvertible {
  /// The place as `questions[1].answers[0].next`; empty for the whole text.
  var description: String {
    switch self {
    case .root: ""
    case .key(.root, let key): key
    case .key(let parent, let key): "\(parent).\(key)"
    case .index(let parent, let index): "\(parent)[\(index)]"
    }
  }
}
