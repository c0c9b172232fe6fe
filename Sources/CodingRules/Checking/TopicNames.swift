extension Check {
  /// No two topics share a name.
  static let topicNamesUnique = Check { book in
    var owners: [String: String] = [:]
    return book.topics.flatMap { topic in
      topic.names.compactMap { name -> Finding? in
        let owner = owners.updateValue(topic.id, forKey: nameKey(name))
        guard let owner, owner != topic.id else { return nil }
        return topic.finding(.sharedName(name, owner, topic.id), "also")
      }
    }
  }
}
