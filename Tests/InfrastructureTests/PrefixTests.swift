import Testing

@testable import Infrastructure

/// Expected values: `ipaddress.ip_network` of Python 3 (strict and not), examples of RFC 4291 2.2 and RFC 5737 among
/// them. A zone, which Python accepts, names an interface and has no place in a plan.
@Suite struct PrefixTests {
    @Test(arguments: [
        ("192.0.2.0/24", "c0000200/24"), ("0.0.0.0/0", "00000000/0"), ("255.255.255.255/32", "ffffffff/32"),
        ("10.0.0.1/8", "0a000000/8 host"), ("192.0.2.128/25", "c0000280/25"),
        ("2001:db8::/32", "20010db8000000000000000000000000/32"),
        ("2001:DB8:0:0:8:800:200C:417A/128", "20010db80000000000080800200c417a/128"),
        ("::/0", "00000000000000000000000000000000/0"), ("::1/128", "00000000000000000000000000000001/128"),
        ("ff01::101/128", "ff010000000000000000000000000101/128"),
        ("2001:db8::1/64", "20010db8000000000000000000000000/64 host"),
        ("1::8/16", "00010000000000000000000000000000/16 host"),
        ("1:2:3:4:5:6:7::/112", "00010002000300040005000600070000/112"),
        ("::2:3:4:5:6:7:8/128", "00000002000300040005000600070008/128"),
        ("::ffff:192.0.2.128/128", "00000000000000000000ffffc0000280/128"),
        ("::13.1.68.3/128", "0000000000000000000000000d014403/128"),
        ("fe80::/10", "fe800000000000000000000000000000/10"), ("64:ff9b::/96", "0064ff9b000000000000000000000000/96"),
        ("1:2:3:4:5:6:1.2.3.4/128", "00010002000300040005000601020304/128"),
    ])
    func `reads what is a prefix`(text: String, expected: String) throws {
        let prefix = try #require(Prefix(text))
        let digits = prefix.address.map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }
        #expect(digits.joined() + "/\(prefix.length)" + (prefix.hadHostBits ? " host" : "") == expected)
    }

    @Test(arguments: [
        "", "/", "192.0.2.0/33", "192.0.2/24", "192.0.2.0.0/24", "192.0.2.256/32", "01.2.3.4/32", "1.2.3.4", "1.2.3.4/",
        "/24", "1.2.3.4/-1", "1.2.3.4/+8", "1.2.3.4/24/24", "1:2:3:4:5:6:7:8::/128", "1::2::3/64", ":::/0", ":1::/16",
        "1:/16", "12345::/16", "g::/16", "1.2.3.4::/32", "::1.2.3/128", "2001:db8::/129", "1:2:3:4:5:6:7:1.2.3.4/128",
        "fe80::1%eth0/64", "1:2:3:4:5:6:7/64", "1.2.3.4 /24", "١.2.3.4/24", "::/１", "99999999999999999999.0.0.0/8",
    ])
    func `refuses what is none`(text: String) {
        #expect(Prefix(text) == nil)
    }

    @Test(arguments: [
        ("10.0.0.0/16", "10.0.5.0/24", true), ("10.0.5.0/24", "10.0.0.0/16", false),
        ("192.0.2.0/24", "192.0.2.0/24", true), ("198.51.100.0/25", "198.51.100.128/25", false),
        ("::/0", "2001:db9::/32", true), ("2001:db8::/32", "2001:db9::/32", false), ("0.0.0.0/0", "::/0", false),
        ("::/0", "10.0.0.0/8", false), ("2001:db8::/33", "2001:db8:8000::/33", false),
    ])
    func `contains what lies within, of its own family`(one: String, other: String, isInside: Bool) throws {
        #expect(try #require(Prefix(one)).contains(try #require(Prefix(other))) == isInside)
    }

    @Test func `stands behind all that contain it`() {
        let sorted = ["2001:db8::/32", "10.0.0.0/24", "::/0", "10.0.0.0/8", "9.255.255.255/32", "10.0.0.0/16"]
            .compactMap(Prefix.init).sorted()
        let expected = ["9.255.255.255/32", "10.0.0.0/8", "10.0.0.0/16", "10.0.0.0/24", "::/0", "2001:db8::/32"]
        #expect(sorted == expected.compactMap(Prefix.init))
    }
}
