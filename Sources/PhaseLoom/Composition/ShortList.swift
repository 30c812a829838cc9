/// A list of numbers that is nearly always one long, for which nothing is allocated.
struct ShortList: RandomAccessCollection, ExpressibleByArrayLiteral {
    private var first: Int?
    private var rest: [Int] = []

    init(arrayLiteral elements: Int...) { append(contentsOf: elements) }

    init(_ element: Int) { first = element }

    init(_ elements: some Sequence<Int>) { append(contentsOf: elements) }

    var startIndex: Int { 0 }
    var endIndex: Int { first == nil ? 0 : rest.count + 1 }

    subscript(place: Int) -> Int { place == 0 ? first ?? 0 : rest[place - 1] }

    mutating func append(_ element: Int) {
        if first == nil { first = element } else { rest.append(element) }
    }

    mutating func append(contentsOf elements: some Sequence<Int>) {
        for element in elements { append(element) }
    }
}
