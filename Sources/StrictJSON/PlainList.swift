/// A list in memory of its own, whose elements are reached without any check.
public struct PlainList<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline var start: UnsafeMutablePointer<Element>
  @usableFromInline var used = 0
  @usableFromInline var capacity = 16

  /// Creates a list without elements.
  public init() { start = .allocate(capacity: capacity) }

  /// Creates a list of these elements.
  public init(_ elements: some Sequence<Element>) {
    self.init()
    for element in elements { append(element) }
  }

  deinit { start.deallocate() }

  /// The first element's address; it holds until the next element is added.
  @inlinable public var base: UnsafeMutablePointer<Element> { start }

  /// How many elements there are.
  @inlinable public var count: Int { used }

  /// The elements; they stay until the next change.
  @inlinable public var elements: UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: start, count: used)
  }

  /// The element at a place, counted from 0.
  @inlinable public subscript(place: Int) -> Element {
    @inline(__always) get { start[place] }
    @inline(__always) nonmutating set { start[place] = newValue }
  }

  /// Adds an element.
  @inlinable @inline(__always)
  public mutating func append(_ element: Element) {
    if used == capacity { grow() }
    (start + used).initialize(to: element)
    used &+= 1
  }

  /// Keeps only the first elements.
  @inlinable @inline(__always)
  public mutating func keep(first count: Int) { used = count }

  @usableFromInline @inline(never)
  mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: 2 * capacity)
    larger.initialize(from: start, count: used)
    start.deallocate()
    start = larger
    capacity *= 2
  }
}
