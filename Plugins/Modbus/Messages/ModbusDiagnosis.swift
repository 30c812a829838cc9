/// A test of a serial line and the device at it, or its result (clause 6.8).
public struct ModbusDiagnosis: Hashable, Sendable {
    /// What is tested.
    public let test: Test
    /// What the request gives and the response returns.
    public let data: [UInt16]

    /// The tests.
    public enum Test: UInt16, Hashable, Sendable, CaseIterable {
        /// Returns what it was given.
        case returnQueryData = 0
        /// Starts the port of the line afresh.
        case restartCommunications = 1
        /// Returns the register of diagnosis.
        case returnDiagnosticRegister = 2
        /// Changes the character that ends a message of ASCII.
        case changeASCIIDelimiter = 3
        /// Silences the device; it answers nothing more.
        case forceListenOnly = 4
        /// Clears the counters and the register of diagnosis.
        case clearCounters = 10
        /// Returns how many messages were on the line.
        case busMessageCount = 11
        /// Returns how many of them had a wrong checksum.
        case busCommunicationErrorCount = 12
        /// Returns how many exceptions the device answered.
        case busExceptionErrorCount = 13
        /// Returns how many messages were for the device.
        case serverMessageCount = 14
        /// Returns how many messages for it the device did not answer.
        case serverNoResponseCount = 15
        /// Returns how often the device refused.
        case serverNAKCount = 16
        /// Returns how often the device was busy.
        case serverBusyCount = 17
        /// Returns how many messages came too fast.
        case busCharacterOverrunCount = 18
        /// Clears the counter of messages that came too fast.
        case clearOverrunCounter = 20
    }

    /// Describes a test.
    public init(_ test: Test, data: [UInt16] = [0]) {
        self.test = test
        self.data = data
    }
}
