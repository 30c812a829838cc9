import Testing

@testable import PhaseLoomCommands

@Suite struct OverlaySpecificationTests {
    @Test(arguments: [
        ("cctv", "cctv", [:]),
        ("cctv:retention=30", "cctv", ["retention": "30"]),
        ("cctv:a=1,b=2", "cctv", ["a": "1", "b": "2"]),
        ("cctv:a=x=y", "cctv", ["a": "x=y"]),
        ("cctv:a=", "cctv", ["a": ""]),
        (#"cctv:a=one\,two,b=3"#, "cctv", ["a": "one,two", "b": "3"]),
        (#"cctv:a=end\\,b=3"#, "cctv", ["a": #"end\"#, "b": "3"]),
        (#"cctv:a=C:\new"#, "cctv", ["a": #"C:\new"#]),
        ("cctv:url=http://x:80/?q=1", "cctv", ["url": "http://x:80/?q=1"]),
        ("cctv:städte=Köln", "cctv", ["städte": "Köln"]),
    ])
    func `reads an overlay`(text: String, name: String, options: [String: String]) throws {
        let specification = try OverlaySpecification(parsing: text)
        #expect(specification.name == name)
        #expect(specification.options == options)
    }

    @Test(arguments: [
        ("", "an overlay's id is missing: write 'id' or 'id:key=value'"),
        (":a=1", "':a=1' names no overlay: write its id before ':'"),
        ("cctv:", "'' is not an option of 'cctv': write 'key=value'"),
        ("cctv:retention", "'retention' is not an option of 'cctv': write 'key=value'"),
        ("cctv:=3", "'=3' is not an option of 'cctv': write 'key=value'"),
        ("cctv:a=1,,b=2", "'' is not an option of 'cctv': write 'key=value'"),
        ("cctv:a=1,a=2", "'cctv' is given the option 'a' twice"),
    ])
    func `refuses what is no overlay`(text: String, message: String) {
        #expect(throws: UsageError(message)) { try OverlaySpecification(parsing: text) }
    }

    @Test(arguments: [
        ("", []),
        ("a", ["a"]),
        ("a,b", ["a", "b"]),
        ("a:x=1,y=2,b", ["a x=1 y=2", "b"]),
        ("a:x=1,b:y=2,z=3,c", ["a x=1", "b y=2 z=3", "c"]),
        ("a:x=1,url=http://h:1,b", ["a url=http://h:1 x=1", "b"]),
        (#"a:x=1\,y=2,b"#, ["a x=1,y=2", "b"]),
    ])
    func `reads a list of overlays`(text: String, expected: [String]) throws {
        let list = try OverlaySpecification.list(parsing: text)
        let texts = list.map { specification in
            ([specification.name] + specification.options.map { "\($0.key)=\($0.value)" }.sorted())
                .joined(separator: " ")
        }
        #expect(texts == expected)
    }

    @Test(arguments: [
        ("a,x=1", "'x=1' belongs to no overlay: options follow the overlay's id after ':'"),
        ("a,", "an overlay's id is missing: write 'id' or 'id:key=value'"),
        (",a", "an overlay's id is missing: write 'id' or 'id:key=value'"),
    ])
    func `refuses what is no list`(text: String, message: String) {
        #expect(throws: UsageError(message)) { try OverlaySpecification.list(parsing: text) }
    }
}
