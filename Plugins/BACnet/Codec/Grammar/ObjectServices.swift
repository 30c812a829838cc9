/// The services of files, lists and objects.
///
/// Source: ANSI/ASHRAE 135-2020, clauses 14, 15 and 21.
enum ObjectServices {
    static let readFile: [Shape.Field] = [
        .part("file-identifier", nil, .object),
        .part(
            "access-method", nil,
            .choice([
                .part(
                    "stream-access", 0,
                    .fields([
                        .part("file-start-position", nil, .signed), .part("requested-octet-count", nil, .unsigned),
                    ])),
                .part(
                    "record-access", 1,
                    .fields([
                        .part("file-start-record", nil, .signed), .part("requested-record-count", nil, .unsigned),
                    ])),
            ])),
    ]
    private static let content = Shape.choice([
        .part(
            "stream-access", 0,
            .fields([.part("file-start-position", nil, .signed), .part("file-data", nil, .octets)])),
        .part(
            "record-access", 1,
            .fields([
                .part("file-start-record", nil, .signed), .part("record-count", nil, .unsigned),
                .part("file-record-data", nil, .list(.octets)),
            ])),
    ])
    static let readFileAck: [Shape.Field] = [
        .part("end-of-file", nil, .boolean), .part("access-method", nil, content),
    ]
    static let writeFile: [Shape.Field] = [
        .part("file-identifier", nil, .object), .part("access-method", nil, content),
    ]
    static let writeFileAck: [Shape.Field] = [
        .part(
            "start", nil,
            .choice([.part("file-start-position", 0, .signed), .part("file-start-record", 1, .signed)]))
    ]
    static let changeList: [Shape.Field] = [
        .part("object-identifier", 0, .object), .part("property-identifier", 1, .enumerated),
        .optional("property-array-index", 2, .unsigned), .part("list-of-elements", 3, .any),
    ]
    static let firstFailedElement: [Shape.Field] = [
        .part("error-type", 0, .error), .part("first-failed-element-number", 1, .unsigned),
    ]
    static let createObject: [Shape.Field] = [
        .part(
            "object-specifier", 0,
            .choice([.part("object-type", 0, .enumerated), .part("object-identifier", 1, .object)])),
        .optional("list-of-initial-values", 1, .list(.propertyValue)),
    ]
    static let objectIdentifier: [Shape.Field] = [.part("object-identifier", nil, .object)]
    static let writeMultipleError: [Shape.Field] = [
        .part("error-type", 0, .error),
        .part(
            "first-failed-write-attempt", 1,
            .fields([
                .part("object-identifier", 0, .object), .part("property-identifier", 1, .enumerated),
                .optional("property-array-index", 2, .unsigned),
            ])),
    ]
    static let readConditional: [Shape.Field] = [
        .part(
            "object-selection-criteria", 0,
            .fields([
                .part("selection-logic", 0, .enumerated),
                .optional(
                    "list-of-selection-criteria", 1,
                    .list(
                        .fields([
                            .part("property-identifier", 0, .enumerated),
                            .optional("property-array-index", 1, .unsigned),
                            .part("relation-specifier", 2, .enumerated), .part("comparison-value", 3, .any),
                        ]))),
            ])),
        .optional("list-of-property-references", 1, .list(.propertyReference)),
    ]
    static let readConditionalAck: [Shape.Field] = [.part("list-of-read-access-results", nil, .any)]
}
