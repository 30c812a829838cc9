/// The error that a device answers with.
///
/// Source of numbers and names: ANSI/ASHRAE 135-2020, clause 18.
public struct ErrorCode: NumberedName {
    /// The number as it travels.
    public let number: UInt32

    /// Makes a value of any number.
    public init(_ number: UInt32) { self.number = number }

    /// The number of `other`.
    public static let other = ErrorCode(0)
    /// The number of `device-busy`.
    public static let deviceBusy = ErrorCode(3)
    /// The number of `file-access-denied`.
    public static let fileAccessDenied = ErrorCode(5)
    /// The number of `invalid-data-type`.
    public static let invalidDataType = ErrorCode(9)
    /// The number of `missing-required-parameter`.
    public static let missingRequiredParameter = ErrorCode(16)
    /// The number of `no-space-for-object`.
    public static let noSpaceForObject = ErrorCode(18)
    /// The number of `no-space-to-add-list-element`.
    public static let noSpaceToAddListElement = ErrorCode(19)
    /// The number of `no-space-to-write-property`.
    public static let noSpaceToWriteProperty = ErrorCode(20)
    /// The number of `property-is-not-a-list`.
    public static let propertyIsNotAList = ErrorCode(22)
    /// The number of `read-access-denied`.
    public static let readAccessDenied = ErrorCode(27)
    /// The number of `service-request-denied`.
    public static let serviceRequestDenied = ErrorCode(29)
    /// The number of `timeout`.
    public static let timeout = ErrorCode(30)
    /// The number of `unknown-object`.
    public static let unknownObject = ErrorCode(31)
    /// The number of `unknown-property`.
    public static let unknownProperty = ErrorCode(32)
    /// The number of `unsupported-object-type`.
    public static let unsupportedObjectType = ErrorCode(36)
    /// The number of `value-out-of-range`.
    public static let valueOutOfRange = ErrorCode(37)
    /// The number of `write-access-denied`.
    public static let writeAccessDenied = ErrorCode(40)
    /// The number of `character-set-not-supported`.
    public static let characterSetNotSupported = ErrorCode(41)
    /// The number of `invalid-array-index`.
    public static let invalidArrayIndex = ErrorCode(42)
    /// The number of `cov-subscription-failed`.
    public static let covSubscriptionFailed = ErrorCode(43)
    /// The number of `not-cov-property`.
    public static let notCovProperty = ErrorCode(44)
    /// The number of `optional-functionality-not-supported`.
    public static let optionalFunctionalityNotSupported = ErrorCode(45)
    /// The number of `datatype-not-supported`.
    public static let datatypeNotSupported = ErrorCode(47)
    /// The number of `duplicate-name`.
    public static let duplicateName = ErrorCode(48)
    /// The number of `property-is-not-an-array`.
    public static let propertyIsNotAnArray = ErrorCode(50)
    /// The number of `abort-buffer-overflow`.
    public static let abortBufferOverflow = ErrorCode(51)
    /// The number of `abort-segmentation-not-supported`.
    public static let abortSegmentationNotSupported = ErrorCode(54)
    /// The number of `unknown-device`.
    public static let unknownDevice = ErrorCode(70)
    /// The number of `value-not-initialized`.
    public static let valueNotInitialized = ErrorCode(72)
    /// The number of `unknown-subscription`.
    public static let unknownSubscription = ErrorCode(79)
    /// The number of `parameter-out-of-range`.
    public static let parameterOutOfRange = ErrorCode(80)
    /// The number of `list-element-not-found`.
    public static let listElementNotFound = ErrorCode(81)
    /// The number of `communication-disabled`.
    public static let communicationDisabled = ErrorCode(83)
    /// The number of `success`.
    public static let success = ErrorCode(84)
    /// The number of `abort-apdu-too-long`.
    public static let abortApduTooLong = ErrorCode(123)

    /// The names that the standard gives.
    public static let names = NumberNames(
        """
        other 2 configuration-in-progress device-busy dynamic-creation-not-supported file-access-denied 7
        inconsistent-parameters inconsistent-selection-criterion invalid-data-type invalid-file-access-method
        invalid-file-start-position 13 invalid-parameter-datatype invalid-timestamp 16 missing-required-parameter
        no-objects-of-specified-type no-space-for-object no-space-to-add-list-element no-space-to-write-property
        no-vt-sessions-available property-is-not-a-list object-deletion-not-permitted object-identifier-already-exists
        operational-problem password-failure read-access-denied 29 service-request-denied timeout unknown-object
        unknown-property 34 unknown-vt-class unknown-vt-session unsupported-object-type value-out-of-range
        vt-session-already-closed vt-session-termination-failure write-access-denied character-set-not-supported
        invalid-array-index cov-subscription-failed not-cov-property optional-functionality-not-supported
        invalid-configuration-data datatype-not-supported duplicate-name duplicate-object-id property-is-not-an-array
        abort-buffer-overflow abort-invalid-apdu-in-this-state abort-preempted-by-higher-priority-task
        abort-segmentation-not-supported abort-proprietary abort-other invalid-tag network-down reject-buffer-overflow
        reject-inconsistent-parameters reject-invalid-parameter-datatype reject-invalid-tag
        reject-missing-required-parameter reject-parameter-out-of-range reject-too-many-arguments
        reject-undefined-enumeration reject-unrecognized-service reject-proprietary reject-other unknown-device
        unknown-route value-not-initialized invalid-event-state no-alarm-configured log-buffer-full
        logged-value-purged no-property-specified not-configured-for-triggered-logging unknown-subscription
        parameter-out-of-range list-element-not-found busy communication-disabled success access-denied
        bad-destination-address bad-destination-device-id bad-signature bad-source-address bad-timestamp
        cannot-use-key cannot-verify-message-id correct-key-revision destination-device-id-required duplicate-message
        encryption-not-configured encryption-required incorrect-key invalid-key-data key-update-in-progress
        malformed-message not-key-server security-not-configured source-security-required too-many-keys
        unknown-authentication-type unknown-key unknown-key-revision unknown-source-message not-router-to-dnet
        router-busy unknown-network-message message-too-long security-error addressing-error write-bdt-failed
        read-bdt-failed register-foreign-device-failed read-fdt-failed delete-fdt-entry-failed
        distribute-broadcast-failed unknown-file-size abort-apdu-too-long abort-application-exceeded-reply-time
        abort-out-of-resources abort-tsm-timeout abort-window-size-out-of-range file-full inconsistent-configuration
        inconsistent-object-type internal-error not-configured out-of-memory value-too-long
        abort-insufficient-security abort-security-error duplicate-entry invalid-value-in-this-state 140
        list-item-not-numbered list-item-not-timestamped invalid-data-encoding bvlc-function-unknown
        bvlc-proprietary-function-unknown header-encoding-error header-not-understood message-incomplete
        not-a-bacnet-sc-hub payload-expected unexpected-data node-duplicate-vmac http-unexpected-response-code
        http-no-upgrade http-resource-not-local http-proxy-authentication-failed http-response-timeout
        http-response-syntax-error http-response-value-error http-response-missing-header http-websocket-header-error
        http-upgrade-required http-upgrade-error http-temporary-unavailable http-not-a-server http-error
        websocket-scheme-not-supported websocket-unknown-control-message websocket-close-error
        websocket-closed-by-peer websocket-endpoint-leaves websocket-protocol-error websocket-data-not-accepted
        websocket-closed-abnormally websocket-data-inconsistent websocket-data-against-policy websocket-frame-too-long
        websocket-extension-missing websocket-request-unavailable websocket-error tls-client-certificate-error
        tls-server-certificate-error tls-client-authentication-failed tls-server-authentication-failed
        tls-client-certificate-expired tls-server-certificate-expired tls-client-certificate-revoked
        tls-server-certificate-revoked tls-error dns-unavailable dns-name-resolution-failed dns-resolver-failure
        dns-error tcp-connect-timeout tcp-connection-refused tcp-closed-by-local tcp-closed-other tcp-error
        ip-address-not-reachable ip-error
        """, proprietary: 256...65535)
}
