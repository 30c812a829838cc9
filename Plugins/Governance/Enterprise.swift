public import PhaseLoom

/// What a large client adds: boards that approve, several vendors, a term of years, and the right to audit.
public struct Enterprise: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "enterprise", title: "Enterprise governance",
        summary:
            "Boards approve proposal, design and going live; audit rights, vendors and a term of years are settled.",
        cites: [Source.delivery])

    static let quorum = OverlayOption<Int>.integer(
        "quorum", help: "per cent of a board's members who have to take part", default: 50, in: 1...100)
    static let term = OverlayOption<Int>.integer(
        "term", help: "months for which contracts and budget have to hold; more than 12", default: 36, in: 13...120)

    /// The options that it takes: `quorum` and `term`.
    public static let options = [quorum.descriptor, term.descriptor]

    /// The reasons for which it applies.
    public static let applicability: [Applicability] = [
        .byContract("The contract gives the client a right to audit", when: Fact.clauses.includes("audit-rights")),
        .byChoice("Boards decide, or several vendors take part", when: Fact.boards.holds).citing(Source.delivery),
        .byChoice(
            "An enterprise is bound for more than a year",
            when: Fact.client.includes("enterprise") && Fact.duration.isAtLeast(13)
        ).citing(Source.delivery),
        .excluded(
            "A small client has no boards to ask",
            when: Fact.client.includes("small-business", "household") && !Fact.boards.holds),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: terms and vendors in scoping, and a board after scoping, design and validation.
    public var body: OverlayBody {
        RiskScale.body
        terms
        vendors
        for board in Board.all { approval(board) }
        Together(with: "scope-governance") {
            Expect(
                "change-orders-at-board", "A board has decided on each change order",
                atGateOf: .producing("change-order-register")
            ).signed("change-order-register", by: "board-chair")
        }
    }

    /// A board that decides between two places.
    private struct Board {
        let id: ID
        let title: String
        let subject: ID
        let name: String
        let after: Anchor
        let before: Anchor

        static let all = [
            Board(
                id: "proposal-board", title: "Board approval of the proposal", subject: "statement-of-work",
                name: "proposal", after: .scoping, before: .design),
            Board(
                id: "design-board", title: "Board approval of the design", subject: "design-specification",
                name: "design", after: .design, before: .execution),
            Board(
                id: "go-live-board", title: "Board approval of going live", subject: "test-report", name: "go-live",
                after: .validation, before: .transfer),
        ]
    }
}

extension Enterprise {
    @OverlayBuilder private var terms: OverlayBody {
        Artifact("enterprise-terms", "Terms beyond the statement of work: audit rights, term, order of documents")
        Produce("enterprise-terms", in: .scoping)
        Expect("audit-right-agreed", "Client and provider agree on who may audit what, and how", atGateOf: .scoping)
            .signed("enterprise-terms", by: "client").signed("enterprise-terms", by: "provider")
        Expect("term-covered", "Contracts and budget hold for the whole term", atGateOf: .scoping)
            .needing("enterprise-terms")
            .measured("contract-term", .atLeast(Double(values[Self.term])), unit: "months")
    }

    @OverlayBuilder private var vendors: OverlayBody {
        Artifact("vendor-raci", "Vendors: who does, answers for, is asked and is told, by deliverable and interface")
        Produce("vendor-raci", in: .scoping)
        Perform("assign-vendor-duties", "Divide duties and interfaces among the vendors", during: .scoping)
        Expect(
            "vendor-duties-assigned", "Each interface between vendors has one who answers for it", atGateOf: .scoping
        ).needing("vendor-raci").measured("unassigned-vendor-duties", .exactly(0))
    }

    @OverlayBuilder private func approval(_ board: Board) -> OverlayBody {
        let minutes: ID = "board-minutes-\(board.name)"
        Artifact(minutes, "Minutes of the board that decided on the \(board.name)")
        Insert(board.id, board.title).after(board.after).before(board.before)
            .consuming(board.subject).producing(minutes)
        Expect("\(board.name)-approved", "The board approved, and its chair signed", atGateOf: .phase(board.id))
            .signed(minutes, by: "board-chair")
        Expect("\(board.name)-quorum-met", "Enough members of the board took part", atGateOf: .phase(board.id))
            .needing(minutes).measured("board-quorum", .atLeast(Double(values[Self.quorum])), unit: "%")
    }
}
