/// How many octets requests and answers for several properties take, to fill them without going over.
///
/// What identifiers and tags take is exact, by ANSI/ASHRAE 135-2020, clauses 20.1, 20.2 and 21; what values take is
/// known only for some, and guessed for texts and lists.
enum MessageSizes {
    /// The header of a request.
    static let requestHeader = 4
    /// The header of an answer.
    static let answerHeader = 3
    /// An object with the tags around its properties.
    static let object = 7

    /// The octets that name a property.
    static func reference(_ reference: PropertyReference) -> Int {
        1 + octets(reference.property.number) + (reference.index.map { 1 + octets($0) } ?? 0)
    }

    /// The octets that name a property and hold its value.
    static func result(_ reference: PropertyReference) -> Int { self.reference(reference) + 2 + value(reference) }

    private static func octets(_ number: UInt32) -> Int { number < 1 << 8 ? 1 : number < 1 << 16 ? 2 : 4 }

    private static func value(_ reference: PropertyReference) -> Int {
        if reference.index != nil { return 5 }
        return switch reference.property {
        case .outOfService: 1
        case .reliability, .eventState, .numberOfStates: 2
        case .units, .statusFlags: 3
        case .presentValue, .covIncrement, .minPresValue, .maxPresValue: 5
        case .priorityArray: 32
        case .stateText: 60
        default: 24
        }
    }
}
