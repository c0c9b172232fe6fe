/// A list with unique ownership whose indices are checked only in debug builds.
@safe @usableFromInline package struct UncheckedList<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<Element>
  /// The number of elements.
  @usableFromInline package internal(set) var count = 0
  @usableFromInline var capacity: Int

  /// Creates a list of these elements.
  @inlinable package init(_ elements: [Element] = []) {
    capacity = max(16, elements.count)
    unsafe base = .allocate(capacity: capacity)
    for element in elements { append(element) }
  }

  @inlinable deinit { unsafe base.deallocate() }

  /// The element at an index.
  @inlinable package subscript(index: Int) -> Element {
    @inline(__always) get {
      assert(index >= 0 && index < count)
      return unsafe base[index]
    }
    @inline(__always) nonmutating _modify {
      assert(index >= 0 && index < count)
      yield unsafe &base[index]
    }
  }

  /// Appends an element.
  @inlinable @inline(__always)
  package mutating func append(_ element: Element) {
    if count == capacity { grow() }
    unsafe (base + count).initialize(to: element)
    count &+= 1
  }

  /// Removes the elements from an index.
  @inlinable @inline(__always)
  package mutating func truncate(to newCount: Int) {
    assert(newCount <= count)
    count = newCount
  }

  @usableFromInline @inline(never)
  mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: 2 * capacity)
    unsafe larger.initialize(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = unsafe larger
    capacity *= 2
  }
}
