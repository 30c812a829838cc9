@testable import PhaseLoom
import PhaseLoomFormats
import Testing

@Suite struct ReportJSONTests {
    @Test func conflictsAsTheDesignHasThem() {
        let report = ConflictReport(conflicts: [
            Conflict(
                code: .bound, target: "criterion:validation/retention.bound",
                claims: [
                    .init(by: "gdpr", value: "at most 30 d", cites: ["Art. 5"]),
                    .init(by: "pci", value: "at least 90 d", cites: []),
                ],
                message: "no value meets both", waysOut: ["leave one out"])
        ])
        #expect(
            ConflictsJSON.write(report) == """
                {
                  "conflicts": [
                    {
                      "claims": [
                        {
                          "by": "gdpr",
                          "cites": [
                            "Art. 5"
                          ],
                          "value": "at most 30 d"
                        },
                        {
                          "by": "pci",
                          "cites": [],
                          "value": "at least 90 d"
                        }
                      ],
                      "code": "bound",
                      "message": "no value meets both",
                      "target": "criterion:validation/retention.bound",
                      "waysOut": [
                        "leave one out"
                      ]
                    }
                  ],
                  "format": "phaseloom.conflicts/1"
                }

                """)
    }

    private struct Sample: ConfigurableOverlay {
        static let identity = OverlayIdentity(
            id: "sample", version: "1.2.3", title: "Sample", summary: "S.", cites: ["ISO 1"], requires: ["r"])
        static let days = OverlayOption.integer("days", help: "days kept", default: 30, in: 1...90)
        static let options = [days.descriptor]
        let values: OptionValues
        init(_ values: OptionValues) throws(InvalidValue) { self.values = values }
        var body: OverlayBody { OverlayBody() }
        static var collectors: [any Collector.Type] { [Scan.self] }
    }

    private struct Scan: Collector {
        static let id: ID = "scan"
        static let help = "Scans."
        static let host = OverlayOption.text("host", help: "what is scanned")
        static let options = [host.descriptor]
        init(_ values: OptionValues) {}
        func collect(in context: CollectorContext) -> CollectorReport { CollectorReport(evidence: []) }
    }

    @Test func cataloguesAsTheDesignHasThem() throws {
        let text = CatalogueJSON.write(Catalogue(overlays: [Sample.self]))
        let value = try JSONReader.read(Array(text.utf8)).value
        guard case .array(let collectors)? = value["collectors"], case .object(let members) = value else {
            Issue.record("not a catalogue")
            return
        }
        #expect(members.map(\.key) == ["bases", "collectors", "format", "overlays"])
        #expect(value["format"] == "phaseloom.catalogue/1")
        #expect(
            value["bases"] == [
                ["id": "standard", "title": "Standard service engagement"],
                ["id": "delivery", "title": "Greenfield delivery"],
                ["id": "professional", "title": "Professional services"],
                ["id": "adoption", "title": "Adoption of a standard"],
            ])
        #expect(collectors.map { $0["id"] } == ["core/file", "core/measurements"])
        #expect(
            value["overlays"] == [
                [
                    "cites": ["ISO 1"],
                    "collectors": [
                        [
                            "help": "Scans.", "id": "scan",
                            "options": [["default": nil, "help": "what is scanned", "name": "host"]],
                        ]
                    ],
                    "excludes": [], "id": "sample",
                    "options": [["default": "30", "help": "days kept", "name": "days"]], "requires": ["r"],
                    "summary": "S.", "title": "Sample", "version": "1.2.3",
                ]
            ])
    }
}
