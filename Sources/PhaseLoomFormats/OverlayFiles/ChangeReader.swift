import PhaseLoom

/// Reads the declarations and changes of an overlay file, or of one of its interactions.
struct ChangeReader {
    private var declared = Declarations()

    /// A reader for the changes of an interaction of the same file.
    var forInteraction: ChangeReader {
        var reader = ChangeReader()
        reader.declared = declared.inherited
        return reader
    }

    /// The artifacts, the tracks and the other changes, in this order.
    mutating func changes(_ object: ObjectCursor) -> [Change] {
        let artifacts = object.list("artifacts") { artifact($0) }
        let tracks = object.list("tracks") { track($0) }
        return artifacts + tracks + object.list("changes") { change($0) }
    }

    private mutating func artifact(_ cursor: JSONCursor) -> Change? {
        guard let object = cursor.object(["id", "title", "entry", "cites", "ifPresent"]) else { return nil }
        let id = declare(.artifact, object)
        let title = object.required("title")?.nonEmptyString()
        let isEntry = object.optional("entry")?.bool() ?? false
        let circumstances = Circumstances(object)
        guard let id, let title else { return nil }
        let artifact = Artifact(id, title)
        return circumstances.change(.artifact(isEntry ? artifact.broughtToTheEngagement() : artifact))
    }

    private mutating func track(_ cursor: JSONCursor) -> Change? {
        guard let object = cursor.object(["id", "title", "cites", "ifPresent"]) else { return nil }
        let id = declare(.track, object)
        let title = object.required("title")?.nonEmptyString()
        let circumstances = Circumstances(object)
        guard let id, let title else { return nil }
        return circumstances.change(.track(Track(id, title)))
    }

    private mutating func change(_ cursor: JSONCursor) -> Change? {
        guard let (kind, value) = cursor.only(ChangeKind.self, "change"), let body = value.object(kind.keys) else {
            return nil
        }
        let circumstances = Circumstances(body)
        return operation(kind, body).map(circumstances.change)
    }

    private mutating func operation(_ kind: ChangeKind, _ body: ObjectCursor) -> Change.Operation? {
        switch kind {
        case .insert: insert(body)
        case .activity: activity(body)
        case .entry: entry(body)
        case .criterion: criterion(body)
        case .loop: loop(body)
        case .bound: body.limit()
        case .order: body.order()
        case .compress: body.compress()
        case .waive: body.waive()
        case .produce: body.artifacts { .produce(Produce($0, in: $1)) }
        case .consume: body.artifacts { .consume(Consume($0, in: $1)) }
        }
    }

    private mutating func insert(_ body: ObjectCursor) -> Change.Operation? {
        let after = body.anchors("after")
        let before = body.anchors("before")
        let track = body.optional("track")?.id() ?? .mainTrack
        let keys = ["id", "title", "consumes", "produces", "points", "when"]
        guard let phase = body.required("phase")?.object(keys) else { return nil }
        let id = declare(.phase, phase)
        let title = phase.required("title")?.nonEmptyString()
        let consumes = phase.ids("consumes")
        let produces = phase.ids("produces")
        let points = phase.list("points") { $0.word(ExtensionPoint.self, "an extension point") }
        let triggers = phase.triggers()
        guard let id, let title else { return nil }
        return .insert(
            Insert(id, title).after(after).before(before).onTrack(track).consuming(consumes).producing(produces)
                .holding(points).when(triggers))
    }

    private mutating func activity(_ body: ObjectCursor) -> Change.Operation? {
        let target = body.target("in")
        let id = declare(.activity, body, at: target)
        let title = body.required("title")?.nonEmptyString()
        let after = body.ids("after")
        let triggers = body.triggers()
        guard let target, let id, let title else { return nil }
        return .perform(Perform(id, title, during: target).after(after).when(triggers))
    }

    private mutating func entry(_ body: ObjectCursor) -> Change.Operation? {
        let target = body.target("to")
        let id = declare(.obligation, body, at: target)
        let statement = body.required("statement")?.nonEmptyString()
        let needs = body.ids("needs")
        let proof = body.proof()
        let isMandated = body.isMandated()
        guard let target, let id, let statement else { return nil }
        let require = Require(id, statement, toEnter: target).needing(needs).proven(by: proof)
        return .require(isMandated ? require.mandated() : require)
    }

    private mutating func criterion(_ body: ObjectCursor) -> Change.Operation? {
        let target = body.target("at")
        let id = declare(.obligation, body, at: target)
        let statement = body.required("statement")?.nonEmptyString()
        let needs = body.ids("needs")
        let proof = body.proof()
        let bound = body.optional("bound")?.bound()
        let isMandated = body.isMandated()
        let deferral = body.optional("deferTo")?.parsed(Anchor.init(parsing:))
        guard let target, let id, let statement else { return nil }
        let expect = Expect(id, statement, atGateOf: target).needing(needs).proven(by: proof).measured(bound)
            .deferred(to: deferral)
        return .expect(isMandated ? expect.mandated() : expect)
    }

    private mutating func loop(_ body: ObjectCursor) -> Change.Operation? {
        let id = declare(.loop, body)
        let from = body.anchor("from")
        let to = body.anchor("to")
        let criteria = body.required("while")?.nonEmptyList { $0.parsed(ObligationReference.init(parsing:)) }
        let limit = body.required("limit")?.count()
        guard let id, let from, let to, let criteria, let limit else { return nil }
        return body.cursor.checked { () throws(InvalidValue) in
            .loopBack(try LoopBack(checking: id, from: from, to: to, while: criteria, limit: limit))
        }
    }

    /// Reads the identifier of something that may be declared once at a target; one that cannot be read declares nothing.
    private mutating func declare(_ kind: Declarations.Kind, _ object: ObjectCursor, at target: Target?) -> ID? {
        let cursor = object.required("id")
        let id = cursor?.id()
        if let target { declared.declare(kind, id, at: target, cursor) }
        return id
    }

    /// Reads the identifier of something that may be declared once.
    private mutating func declare(_ kind: Declarations.Kind, _ object: ObjectCursor) -> ID? {
        let cursor = object.required("id")
        let id = cursor?.id()
        declared.declare(kind, id, cursor)
        return id
    }
}

/// What every change may say besides what it changes.
private struct Circumstances {
    private let cites: [String]
    private let ifPresent: Bool

    init(_ object: ObjectCursor) {
        cites = object.strings("cites")
        ifPresent = object.optional("ifPresent")?.bool() ?? false
    }

    func change(_ operation: Change.Operation) -> Change {
        Change(operation, cites: cites, ifPresent: ifPresent)
    }
}
