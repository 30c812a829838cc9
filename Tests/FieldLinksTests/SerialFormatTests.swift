import FieldLinks
import Testing

@Suite struct SerialFormatTests {
    /// The times of section 2.5 of MODBUS over Serial Line V1.02 follow from bits and baud.
    @Test(arguments: [
        ("9600-8N1", 10, Duration.nanoseconds(1_041_666)), ("19200-8E1", 11, .nanoseconds(572_916)),
        ("38400-8N2", 11, .nanoseconds(286_458)), ("1200-7O1", 10, .nanoseconds(8_333_333)),
    ])
    func `it tells how long a character takes`(text: String, bits: Int, time: Duration) {
        let format = SerialFormat(text)
        #expect(format?.bitsPerCharacter == bits)
        #expect(format?.characterTime == time)
        #expect(format?.description == text)
    }

    @Test(arguments: [
        "", "9600", "9600-", "9600-8N", "9600-8N3", "9600-9N1", "9600-8X1", "0-8N1", "-1-8N1", "9600-8N11",
    ])
    func `it refuses anything else`(text: String) { #expect(SerialFormat(text) == nil) }
}
