extension ServiceMessage {
    /// The parameters of the message; `nil` if it has a type of its own, or none is described.
    var fields: [Shape.Field]? {
        switch self {
        case .request(let service): service.requestFields
        case .acknowledgement(let service): service.ackFields
        case .unconfirmed(let service): service.fields
        case .error(let service): service.errorFields
        }
    }
}

extension ConfirmedService {
    fileprivate var requestFields: [Shape.Field]? {
        switch self {
        case .acknowledgeAlarm: AlarmServices.acknowledgeAlarm
        case .confirmedEventNotification: AlarmServices.eventNotification
        case .getAlarmSummary: []
        case .getEnrollmentSummary: AlarmServices.enrollmentSummaryRequest
        case .getEventInformation: AlarmServices.eventInformationRequest
        case .lifeSafetyOperation: AlarmServices.lifeSafetyOperation
        case .subscribeCovPropertyMultiple: AlarmServices.subscribeMultiple
        case .confirmedCovNotificationMultiple: AlarmServices.notificationMultiple
        case .confirmedAuditNotification: AlarmServices.auditNotification
        case .auditLogQuery: AlarmServices.auditLogQuery
        case .atomicReadFile: ObjectServices.readFile
        case .atomicWriteFile: ObjectServices.writeFile
        case .addListElement, .removeListElement: ObjectServices.changeList
        case .createObject: ObjectServices.createObject
        case .deleteObject: ObjectServices.objectIdentifier
        case .readPropertyConditional: ObjectServices.readConditional
        default: remoteRequestFields
        }
    }

    private var remoteRequestFields: [Shape.Field]? {
        switch self {
        case .deviceCommunicationControl: RemoteServices.communicationControl
        case .confirmedPrivateTransfer: RemoteServices.privateTransfer
        case .confirmedTextMessage: RemoteServices.textMessage
        case .reinitializeDevice: RemoteServices.reinitialize
        case .vtOpen: RemoteServices.terminalOpen
        case .vtClose: RemoteServices.terminalClose
        case .vtData: RemoteServices.terminalData
        case .authenticate: RemoteServices.authenticate
        case .requestKey: RemoteServices.requestKey
        default: nil
        }
    }

    fileprivate var ackFields: [Shape.Field]? {
        switch self {
        case .getAlarmSummary: AlarmServices.alarmSummary
        case .getEnrollmentSummary: AlarmServices.enrollmentSummary
        case .getEventInformation: AlarmServices.eventInformation
        case .auditLogQuery: AlarmServices.auditLogQueryAck
        case .atomicReadFile: ObjectServices.readFileAck
        case .atomicWriteFile: ObjectServices.writeFileAck
        case .createObject: ObjectServices.objectIdentifier
        case .readPropertyConditional: ObjectServices.readConditionalAck
        case .confirmedPrivateTransfer: RemoteServices.privateTransfer
        case .vtOpen: RemoteServices.terminalOpenAck
        case .vtData: RemoteServices.terminalDataAck
        case .authenticate: RemoteServices.authenticateAck
        default: nil
        }
    }

    fileprivate var errorFields: [Shape.Field]? {
        switch self {
        case .addListElement, .removeListElement, .createObject: ObjectServices.firstFailedElement
        case .writePropertyMultiple: ObjectServices.writeMultipleError
        case .confirmedPrivateTransfer: RemoteServices.privateTransferError
        case .vtClose: RemoteServices.terminalCloseError
        case .subscribeCovPropertyMultiple: AlarmServices.subscribeMultipleError
        default: nil
        }
    }
}

extension UnconfirmedService {
    fileprivate var fields: [Shape.Field]? {
        switch self {
        case .unconfirmedEventNotification: AlarmServices.eventNotification
        case .unconfirmedCovNotificationMultiple: AlarmServices.notificationMultiple
        case .unconfirmedAuditNotification: AlarmServices.auditNotification
        case .unconfirmedPrivateTransfer: RemoteServices.privateTransfer
        case .unconfirmedTextMessage: RemoteServices.textMessage
        case .writeGroup: RemoteServices.writeGroup
        case .whoAmI: RemoteServices.whoAmI
        case .youAre: RemoteServices.youAre
        default: nil
        }
    }
}
