/// The services of remote management, virtual terminals and the security that the standard no longer has.
///
/// Source: ANSI/ASHRAE 135-2020, clauses 16, 17 and 21; for the removed ones ANSI/ASHRAE 135-2001, clause 24.
enum RemoteServices {
    static let communicationControl: [Shape.Field] = [
        .optional("time-duration", 0, .unsigned), .part("enable-disable", 1, .enumerated),
        .optional("password", 2, .text),
    ]
    static let privateTransfer: [Shape.Field] = [
        .part("vendor-id", 0, .unsigned), .part("service-number", 1, .unsigned),
        .optional("service-parameters", 2, .any),
    ]
    static let privateTransferError: [Shape.Field] = [
        .part("error-type", 0, .error), .part("vendor-id", 1, .unsigned), .part("service-number", 2, .unsigned),
        .optional("error-parameters", 3, .any),
    ]
    static let textMessage: [Shape.Field] = [
        .part("text-message-source-device", 0, .object),
        .optional("message-class", 1, .choice([.part("numeric", 0, .unsigned), .part("character", 1, .text)])),
        .part("message-priority", 2, .enumerated), .part("message", 3, .text),
    ]
    static let reinitialize: [Shape.Field] = [
        .part("reinitialized-state-of-device", 0, .enumerated), .optional("password", 1, .text),
    ]
    static let terminalOpen: [Shape.Field] = [
        .part("vt-class", nil, .enumerated), .part("local-vt-session-identifier", nil, .unsigned),
    ]
    static let terminalOpenAck: [Shape.Field] = [.part("remote-vt-session-identifier", nil, .unsigned)]
    static let terminalClose: [Shape.Field] = [
        .part("list-of-remote-vt-session-identifiers", nil, .list(.unsigned))
    ]
    static let terminalCloseError: [Shape.Field] = [
        .part("error-type", 0, .error), .optional("list-of-vt-session-identifiers", 1, .list(.unsigned)),
    ]
    static let terminalData: [Shape.Field] = [
        .part("vt-session-identifier", nil, .unsigned), .part("vt-new-data", nil, .octets),
        .part("vt-data-flag", nil, .unsigned),
    ]
    static let terminalDataAck: [Shape.Field] = [
        .part("all-new-data-accepted", 0, .boolean), .optional("accepted-octet-count", 1, .unsigned),
    ]
    static let authenticate: [Shape.Field] = [
        .part("pseudo-random-number", 0, .unsigned), .optional("expected-invoke-id", 1, .unsigned),
        .optional("operator-name", 2, .text), .optional("operator-password", 3, .text),
        .optional("start-enciphered-session", 4, .boolean),
    ]
    static let authenticateAck: [Shape.Field] = [.part("modified-random-number", nil, .unsigned)]
    static let requestKey: [Shape.Field] = [
        .part("requesting-device-identifier", nil, .object), .part("requesting-device-address", nil, .address),
        .part("remote-device-identifier", nil, .object), .part("remote-device-address", nil, .address),
    ]
    static let writeGroup: [Shape.Field] = [
        .part("group-number", 0, .unsigned), .part("write-priority", 1, .unsigned),
        .part(
            "change-list", 2,
            .list(
                .fields([
                    .part("channel", 0, .unsigned), .optional("overriding-priority", 1, .unsigned),
                    .part("value", nil, .one),
                ]))),
        .optional("inhibit-delay", 3, .boolean),
    ]
    static let whoAmI: [Shape.Field] = [
        .part("vendor-id", nil, .unsigned), .part("model-name", nil, .text), .part("serial-number", nil, .text),
    ]
    static let youAre: [Shape.Field] =
        whoAmI + [
            .optional("device-identifier", nil, .object), .optional("device-mac-address", nil, .octets),
        ]
}
