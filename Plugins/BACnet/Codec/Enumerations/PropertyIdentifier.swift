/// The identifier of a property of an object.
///
/// Source of numbers and names: ANSI/ASHRAE 135-2020, clause 21, BACnetPropertyIdentifier.
public struct PropertyIdentifier: NumberedName {
    /// The number as it travels.
    public let number: UInt32

    /// Makes a value of any number.
    public init(_ number: UInt32) { self.number = number }

    /// The number of `acked-transitions`.
    public static let ackedTransitions = PropertyIdentifier(0)
    /// The number of `active-text`.
    public static let activeText = PropertyIdentifier(4)
    /// The number of `all`.
    public static let all = PropertyIdentifier(8)
    /// The number of `apdu-segment-timeout`.
    public static let apduSegmentTimeout = PropertyIdentifier(10)
    /// The number of `apdu-timeout`.
    public static let apduTimeout = PropertyIdentifier(11)
    /// The number of `application-software-version`.
    public static let applicationSoftwareVersion = PropertyIdentifier(12)
    /// The number of `notification-class`.
    public static let notificationClass = PropertyIdentifier(17)
    /// The number of `controlled-variable-units`.
    public static let controlledVariableUnits = PropertyIdentifier(20)
    /// The number of `controlled-variable-value`.
    public static let controlledVariableValue = PropertyIdentifier(21)
    /// The number of `cov-increment`.
    public static let covIncrement = PropertyIdentifier(22)
    /// The number of `description`.
    public static let description = PropertyIdentifier(28)
    /// The number of `device-address-binding`.
    public static let deviceAddressBinding = PropertyIdentifier(30)
    /// The number of `device-type`.
    public static let deviceType = PropertyIdentifier(31)
    /// The number of `event-enable`.
    public static let eventEnable = PropertyIdentifier(35)
    /// The number of `event-state`.
    public static let eventState = PropertyIdentifier(36)
    /// The number of `firmware-revision`.
    public static let firmwareRevision = PropertyIdentifier(44)
    /// The number of `high-limit`.
    public static let highLimit = PropertyIdentifier(45)
    /// The number of `inactive-text`.
    public static let inactiveText = PropertyIdentifier(46)
    /// The number of `list-of-group-members`.
    public static let listOfGroupMembers = PropertyIdentifier(53)
    /// The number of `local-date`.
    public static let localDate = PropertyIdentifier(56)
    /// The number of `local-time`.
    public static let localTime = PropertyIdentifier(57)
    /// The number of `location`.
    public static let location = PropertyIdentifier(58)
    /// The number of `low-limit`.
    public static let lowLimit = PropertyIdentifier(59)
    /// The number of `max-apdu-length-accepted`.
    public static let maxApduLengthAccepted = PropertyIdentifier(62)
    /// The number of `max-pres-value`.
    public static let maxPresValue = PropertyIdentifier(65)
    /// The number of `min-pres-value`.
    public static let minPresValue = PropertyIdentifier(69)
    /// The number of `model-name`.
    public static let modelName = PropertyIdentifier(70)
    /// The number of `notify-type`.
    public static let notifyType = PropertyIdentifier(72)
    /// The number of `number-of-apdu-retries`.
    public static let numberOfApduRetries = PropertyIdentifier(73)
    /// The number of `number-of-states`.
    public static let numberOfStates = PropertyIdentifier(74)
    /// The number of `object-identifier`.
    public static let objectIdentifier = PropertyIdentifier(75)
    /// The number of `object-list`.
    public static let objectList = PropertyIdentifier(76)
    /// The number of `object-name`.
    public static let objectName = PropertyIdentifier(77)
    /// The number of `object-type`.
    public static let objectType = PropertyIdentifier(79)
    /// The number of `optional`.
    public static let optional = PropertyIdentifier(80)
    /// The number of `out-of-service`.
    public static let outOfService = PropertyIdentifier(81)
    /// The number of `polarity`.
    public static let polarity = PropertyIdentifier(84)
    /// The number of `present-value`.
    public static let presentValue = PropertyIdentifier(85)
    /// The number of `priority-array`.
    public static let priorityArray = PropertyIdentifier(87)
    /// The number of `protocol-object-types-supported`.
    public static let protocolObjectTypesSupported = PropertyIdentifier(96)
    /// The number of `protocol-services-supported`.
    public static let protocolServicesSupported = PropertyIdentifier(97)
    /// The number of `protocol-version`.
    public static let protocolVersion = PropertyIdentifier(98)
    /// The number of `reliability`.
    public static let reliability = PropertyIdentifier(103)
    /// The number of `relinquish-default`.
    public static let relinquishDefault = PropertyIdentifier(104)
    /// The number of `required`.
    public static let required = PropertyIdentifier(105)
    /// The number of `resolution`.
    public static let resolution = PropertyIdentifier(106)
    /// The number of `segmentation-supported`.
    public static let segmentationSupported = PropertyIdentifier(107)
    /// The number of `setpoint`.
    public static let setpoint = PropertyIdentifier(108)
    /// The number of `state-text`.
    public static let stateText = PropertyIdentifier(110)
    /// The number of `status-flags`.
    public static let statusFlags = PropertyIdentifier(111)
    /// The number of `system-status`.
    public static let systemStatus = PropertyIdentifier(112)
    /// The number of `units`.
    public static let units = PropertyIdentifier(117)
    /// The number of `utc-offset`.
    public static let utcOffset = PropertyIdentifier(119)
    /// The number of `vendor-identifier`.
    public static let vendorIdentifier = PropertyIdentifier(120)
    /// The number of `vendor-name`.
    public static let vendorName = PropertyIdentifier(121)
    /// The number of `weekly-schedule`.
    public static let weeklySchedule = PropertyIdentifier(123)
    /// The number of `event-time-stamps`.
    public static let eventTimeStamps = PropertyIdentifier(130)
    /// The number of `log-buffer`.
    public static let logBuffer = PropertyIdentifier(131)
    /// The number of `log-device-object-property`.
    public static let logDeviceObjectProperty = PropertyIdentifier(132)
    /// The number of `protocol-revision`.
    public static let protocolRevision = PropertyIdentifier(139)
    /// The number of `record-count`.
    public static let recordCount = PropertyIdentifier(141)
    /// The number of `total-record-count`.
    public static let totalRecordCount = PropertyIdentifier(145)
    /// The number of `active-cov-subscriptions`.
    public static let activeCovSubscriptions = PropertyIdentifier(152)
    /// The number of `database-revision`.
    public static let databaseRevision = PropertyIdentifier(155)
    /// The number of `max-segments-accepted`.
    public static let maxSegmentsAccepted = PropertyIdentifier(167)
    /// The number of `profile-name`.
    public static let profileName = PropertyIdentifier(168)
    /// The number of `prescale`.
    public static let prescale = PropertyIdentifier(185)
    /// The number of `scale`.
    public static let scale = PropertyIdentifier(187)
    /// The number of `structured-object-list`.
    public static let structuredObjectList = PropertyIdentifier(209)
    /// The number of `subordinate-list`.
    public static let subordinateList = PropertyIdentifier(211)
    /// The number of `property-list`.
    public static let propertyList = PropertyIdentifier(371)
    /// The number of `serial-number`.
    public static let serialNumber = PropertyIdentifier(372)
    /// The number of `current-command-priority`.
    public static let currentCommandPriority = PropertyIdentifier(431)
    /// The number of `value-source`.
    public static let valueSource = PropertyIdentifier(433)
    /// The number of `tags`.
    public static let tags = PropertyIdentifier(486)

    /// The names that the standard gives.
    public static let names = NumberNames(
        """
        acked-transitions ack-required action action-text active-text active-vt-sessions alarm-value alarm-values all
        all-writes-successful apdu-segment-timeout apdu-timeout application-software-version archive bias
        change-of-state-count change-of-state-time notification-class 19 controlled-variable-reference
        controlled-variable-units controlled-variable-value cov-increment date-list daylight-savings-status deadband
        derivative-constant derivative-constant-units description description-of-halt device-address-binding
        device-type effective-period elapsed-active-time error-limit event-enable event-state event-type
        exception-schedule fault-values feedback-value file-access-method file-size file-type firmware-revision
        high-limit inactive-text in-process instance-of integral-constant integral-constant-units
        issue-confirmed-notifications limit-enable list-of-group-members list-of-object-property-references
        list-of-session-keys local-date local-time location low-limit manipulated-variable-reference maximum-output
        max-apdu-length-accepted max-info-frames max-master max-pres-value minimum-off-time minimum-on-time
        minimum-output min-pres-value model-name modification-date notify-type number-of-apdu-retries number-of-states
        object-identifier object-list object-name object-property-reference object-type optional out-of-service
        output-units event-parameters polarity present-value priority priority-array priority-for-writing
        process-identifier program-change program-location program-state proportional-constant
        proportional-constant-units 96 protocol-object-types-supported protocol-services-supported protocol-version
        read-only reason-for-halt 102 recipient-list reliability relinquish-default required resolution
        segmentation-supported setpoint setpoint-reference state-text status-flags system-status time-delay
        time-of-active-time-reset time-of-state-count-reset time-synchronization-recipients units update-interval
        utc-offset vendor-identifier vendor-name vt-classes-supported weekly-schedule attempted-samples average-value
        buffer-size client-cov-increment cov-resubscription-interval 130 event-time-stamps log-buffer
        log-device-object-property enable log-interval maximum-value minimum-value notification-threshold 139
        protocol-revision records-since-notification record-count start-time stop-time stop-when-full
        total-record-count valid-samples window-interval window-samples maximum-value-timestamp
        minimum-value-timestamp variance-value active-cov-subscriptions backup-failure-timeout configuration-files
        database-revision direct-reading last-restore-time maintenance-required member-of mode operation-expected
        setting silenced tracking-value zone-members life-safety-alarm-values max-segments-accepted profile-name
        auto-slave-discovery manual-slave-address-binding slave-address-binding slave-proxy-enable last-notify-record
        schedule-default accepted-modes adjust-value count count-before-change count-change-time cov-period
        input-reference limit-monitoring-interval logging-object logging-record prescale pulse-rate scale scale-factor
        update-time value-before-change value-set value-change-time align-intervals 195 interval-offset
        last-restart-reason logging-type 202 restart-notification-recipients time-of-device-restart
        time-synchronization-interval trigger utc-time-synchronization-recipients node-subtype node-type
        structured-object-list subordinate-annotations subordinate-list actual-shed-level duty-window
        expected-shed-level full-duty-baseline 218 requested-shed-level shed-duration shed-level-descriptions
        shed-levels state-description 226 door-alarm-state door-extended-pulse-time door-members
        door-open-too-long-time door-pulse-time door-status door-unlock-delay-time lock-status masked-alarm-values
        secured-status 244 absentee-limit access-alarm-events access-doors access-event
        access-event-authentication-factor access-event-credential access-event-time access-transaction-events
        accompaniment accompaniment-time activation-time active-authentication-policy assigned-access-rights
        authentication-factors authentication-policy-list authentication-policy-names authentication-status
        authorization-mode belongs-to credential-disable credential-status credentials credentials-in-zone
        days-remaining entry-points exit-points expiration-time extended-time-enable failed-attempt-events
        failed-attempts failed-attempts-time last-access-event last-access-point last-credential-added
        last-credential-added-time last-credential-removed last-credential-removed-time last-use-time lockout
        lockout-relinquish-time master-exemption max-failed-attempts members muster-point negative-access-rules
        number-of-authentication-policies occupancy-count occupancy-count-adjust occupancy-count-enable
        occupancy-exemption occupancy-lower-limit occupancy-lower-limit-enforced occupancy-state occupancy-upper-limit
        occupancy-upper-limit-enforced passback-exemption passback-mode passback-timeout positive-access-rules
        reason-for-disable supported-formats supported-format-classes threat-authority threat-level trace-flag
        transaction-notification-class user-external-identifier user-information-reference 317 user-name user-type
        uses-remaining zone-from zone-to access-event-tag global-identifier 326 verification-time
        base-device-security-policy distribution-key-revision do-not-hide key-sets last-key-server
        network-access-security-policies packet-reorder-time security-pdu-timeout security-time-window
        supported-security-algorithms update-key-set-timeout backup-and-restore-state backup-preparation-time
        restore-completion-time restore-preparation-time bit-mask bit-text is-utc group-members group-member-names
        member-status-flags requested-update-interval covu-period covu-recipients event-message-texts
        event-message-texts-config event-detection-enable event-algorithm-inhibit event-algorithm-inhibit-ref
        time-delay-normal reliability-evaluation-inhibit fault-parameters fault-type local-forwarding-only
        process-identifier-filter subscribed-recipients port-filter authorization-exemptions allow-group-delay-inhibit
        channel-number control-groups execution-delay last-priority write-status property-list serial-number
        blink-warn-enable default-fade-time default-ramp-rate default-step-increment egress-time in-progress
        instantaneous-power lighting-command lighting-command-default-priority max-actual-value min-actual-value power
        transition egress-active interface-value fault-high-limit fault-low-limit low-diff-limit strike-count
        time-of-strike-count-reset default-timeout initial-timeout last-state-change state-change-values timer-running
        timer-state apdu-length ip-address ip-default-gateway ip-dhcp-enable ip-dhcp-lease-time
        ip-dhcp-lease-time-remaining ip-dhcp-server ip-dns-server bacnet-ip-global-address bacnet-ip-mode
        bacnet-ip-multicast-address bacnet-ip-nat-traversal ip-subnet-mask bacnet-ip-udp-port
        bbmd-accept-fd-registrations bbmd-broadcast-distribution-table bbmd-foreign-device-table changes-pending
        command fd-bbmd-address fd-subscription-lifetime link-speed link-speeds link-speed-autonegotiate mac-address
        network-interface-name network-number network-number-quality network-type routing-table
        virtual-mac-address-table command-time-array current-command-priority last-command-time value-source
        value-source-array bacnet-ipv6-mode ipv6-address ipv6-prefix-length bacnet-ipv6-udp-port ipv6-default-gateway
        bacnet-ipv6-multicast-address ipv6-dns-server ipv6-auto-addressing-enable ipv6-dhcp-lease-time
        ipv6-dhcp-lease-time-remaining ipv6-dhcp-server ipv6-zone-index assigned-landing-calls car-assigned-direction
        car-door-command car-door-status car-door-text car-door-zone car-drive-status car-load car-load-units car-mode
        car-moving-direction car-position elevator-group energy-meter energy-meter-ref escalator-mode fault-signals
        floor-text group-id 467 group-mode higher-deck installation-id landing-calls landing-call-control
        landing-door-status lower-deck machine-room-id making-car-call next-stopping-floor operation-direction
        passenger-alarm power-mode registered-car-call active-cov-multiple-subscriptions protocol-level reference-port
        deployed-profile-location profile-location tags subordinate-node-types subordinate-tags
        subordinate-relationships default-subordinate-relationship represents default-present-value present-stage
        stages stage-names target-references audit-source-reporter audit-level audit-notification-recipient
        audit-priority-filter auditable-operations delete-on-forward maximum-send-delay monitored-objects send-now
        floor-number device-uuid additional-reference-ports certificate-signing-request-file command-validation-result
        issuer-certificate-files 4194304 max-bvlc-length-accepted max-npdu-length-accepted
        operational-certificate-file current-health sc-connect-wait-timeout sc-direct-connect-accept-enable
        sc-direct-connect-accept-uris sc-direct-connect-binding sc-direct-connect-connection-status
        sc-direct-connect-initiate-enable sc-disconnect-wait-timeout sc-failed-connection-requests
        sc-failover-hub-connection-status sc-failover-hub-uri sc-hub-connector-state sc-hub-function-accept-uris
        sc-hub-function-binding sc-hub-function-connection-status sc-hub-function-enable sc-heartbeat-timeout
        sc-primary-hub-connection-status sc-primary-hub-uri sc-maximum-reconnect-time sc-minimum-reconnect-time
        color-override color-reference default-color default-color-temperature override-color-reference 4194334
        color-command
        """, proprietary: 512...4_194_303)
}
