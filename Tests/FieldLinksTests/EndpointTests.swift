import FieldLinks
import Testing

@Suite struct EndpointTests {
    @Test(arguments: [
        ("192.168.1.10:47808", 0xC0A8_010A as UInt32, 47808 as UInt16), ("0.0.0.0:0", 0, 0),
        ("255.255.255.255:65535", 0xFFFF_FFFF, 65535),
    ])
    func `it reads what it writes`(text: String, address: UInt32, port: UInt16) {
        let endpoint = Endpoint(text)
        #expect(endpoint == Endpoint(address: address, port: port))
        #expect(endpoint?.description == text)
    }

    @Test func `a port may be understood`() {
        #expect(Endpoint("10.0.0.1", port: 502)?.port == 502)
        #expect(Endpoint("10.0.0.1:503", port: 502)?.port == 503)
        #expect(Endpoint("10.0.0.1") == nil)
    }

    @Test(arguments: [
        "", ":", "1.2.3", "1.2.3.4.5:1", "1.2.3.256:1", "1.2.3.04:1", "1.2.3.4:", "1.2.3.4:65536", "1.2.3.4:-1",
        "+1.2.3.4:1", " 1.2.3.4:1", "1.2.3.4:1:2", "1..3.4:1", "plant:502", "１.2.3.4:1",
    ])
    func `it refuses anything else`(text: String) { #expect(Endpoint(text) == nil) }

    @Test func `it orders by address, then by port`() {
        let texts = ["10.0.0.2:1", "9.255.255.255:9", "10.0.0.1:2", "10.0.0.1:1"]
        let sorted = texts.compactMap { Endpoint($0) }.sorted().map(\.description)
        #expect(sorted == ["9.255.255.255:9", "10.0.0.1:1", "10.0.0.1:2", "10.0.0.2:1"])
    }
}
