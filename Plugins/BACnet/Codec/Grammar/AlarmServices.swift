/// The services of alarms and events.
///
/// Source: ANSI/ASHRAE 135-2020, clauses 13 and 21.
enum AlarmServices {
    static let acknowledgeAlarm: [Shape.Field] = [
        .part("acknowledging-process-identifier", 0, .unsigned), .part("event-object-identifier", 1, .object),
        .part("event-state-acknowledged", 2, .enumerated), .part("time-stamp", 3, .timeStamp),
        .part("acknowledgment-source", 4, .text), .part("time-of-acknowledgment", 5, .timeStamp),
    ]
    static let eventNotification: [Shape.Field] = [
        .part("process-identifier", 0, .unsigned), .part("initiating-device-identifier", 1, .object),
        .part("event-object-identifier", 2, .object), .part("time-stamp", 3, .timeStamp),
        .part("notification-class", 4, .unsigned), .part("priority", 5, .unsigned),
        .part("event-type", 6, .enumerated), .optional("message-text", 7, .text),
        .part("notify-type", 8, .enumerated), .optional("ack-required", 9, .boolean),
        .optional("from-state", 10, .enumerated), .part("to-state", 11, .enumerated),
        .optional("event-values", 12, .any),
    ]
    static let alarmSummary: [Shape.Field] = [
        .part(
            "alarms", nil,
            .list(
                .fields([
                    .part("object-identifier", nil, .object), .part("alarm-state", nil, .enumerated),
                    .part("acknowledged-transitions", nil, .bits),
                ])))
    ]
    static let enrollmentSummaryRequest: [Shape.Field] = [
        .part("acknowledgment-filter", 0, .enumerated), .optional("enrollment-filter", 1, .recipientProcess),
        .optional("event-state-filter", 2, .enumerated), .optional("event-type-filter", 3, .enumerated),
        .optional(
            "priority-filter", 4,
            .fields([.part("min-priority", 0, .unsigned), .part("max-priority", 1, .unsigned)])),
        .optional("notification-class-filter", 5, .unsigned),
    ]
    static let enrollmentSummary: [Shape.Field] = [
        .part(
            "enrollments", nil,
            .list(
                .fields([
                    .part("object-identifier", nil, .object), .part("event-type", nil, .enumerated),
                    .part("event-state", nil, .enumerated), .part("priority", nil, .unsigned),
                    .optional("notification-class", nil, .unsigned),
                ])))
    ]
    static let eventInformationRequest: [Shape.Field] = [.optional("last-received-object-identifier", 0, .object)]
    static let eventInformation: [Shape.Field] = [
        .part(
            "list-of-event-summaries", 0,
            .list(
                .fields([
                    .part("object-identifier", 0, .object), .part("event-state", 1, .enumerated),
                    .part("acknowledged-transitions", 2, .bits), .part("event-time-stamps", 3, .list(.timeStamp)),
                    .part("notify-type", 4, .enumerated), .part("event-enable", 5, .bits),
                    .part("event-priorities", 6, .list(.unsigned)),
                ]))),
        .part("more-events", 1, .boolean),
    ]
    static let lifeSafetyOperation: [Shape.Field] = [
        .part("requesting-process-identifier", 0, .unsigned), .part("requesting-source", 1, .text),
        .part("request", 2, .enumerated), .optional("object-identifier", 3, .object),
    ]
    static let subscribeMultiple: [Shape.Field] = [
        .part("subscriber-process-identifier", 0, .unsigned),
        .optional("issue-confirmed-notifications", 1, .boolean), .optional("lifetime", 2, .unsigned),
        .optional("max-notification-delay", 3, .unsigned),
        .part(
            "list-of-cov-subscription-specifications", 4,
            .list(
                .fields([
                    .part("monitored-object-identifier", 0, .object),
                    .part("list-of-cov-references", 1, .list(.fields(monitored))),
                ]))),
    ]
    private static let monitored: [Shape.Field] = [
        .part("monitored-property", 0, .propertyReference), .optional("cov-increment", 1, .real),
        .part("timestamped", 2, .boolean),
    ]
    static let subscribeMultipleError: [Shape.Field] = [
        .part(
            "error", nil,
            .choice([
                .part("error-type", 0, .error),
                .part(
                    "first-failed-subscription", 1,
                    .fields([
                        .part("monitored-object-identifier", 0, .object),
                        .part("monitored-property-reference", 1, .propertyReference),
                        .part("error-type", 2, .error),
                    ])),
            ]))
    ]
    static let notificationMultiple: [Shape.Field] = [
        .part("subscriber-process-identifier", 0, .unsigned), .part("initiating-device-identifier", 1, .object),
        .part("time-remaining", 2, .unsigned), .optional("timestamp", 3, .dateTime),
        .part(
            "list-of-cov-notifications", 4,
            .list(
                .fields([
                    .part("monitored-object-identifier", 0, .object),
                    .part("list-of-values", 1, .list(.fields(changed))),
                ]))),
    ]
    private static let changed: [Shape.Field] = [
        .part("property-identifier", 0, .enumerated), .optional("array-index", 1, .unsigned),
        .part("value", 2, .any), .optional("time-of-change", 3, .time),
    ]
    static let auditNotification: [Shape.Field] = [.part("notifications", 0, .any)]
    static let auditLogQuery: [Shape.Field] = [
        .part("audit-log", 0, .object), .part("query-parameters", 1, .any),
        .optional("start-at-sequence-number", 2, .unsigned), .part("requested-count", 3, .unsigned),
    ]
    static let auditLogQueryAck: [Shape.Field] = [
        .part("audit-log", 0, .object), .part("records", 1, .any), .part("no-more-items", 2, .boolean),
    ]
}
