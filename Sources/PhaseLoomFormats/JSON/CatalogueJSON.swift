public import PhaseLoom

/// Catalogues as canonical JSON of the format `phaseloom.catalogue/1`.
public enum CatalogueJSON: Sendable {
    /// Writes the bases in the catalogue's order, the default first, and overlays and collectors in order of names.
    ///
    /// The collectors of an overlay stand in it, by identifier; those that any engagement can use stand apart, by the
    /// name with which they are asked for. An option that has to be given has no default: `null`.
    public static func write(_ catalogue: Catalogue) -> String {
        let value: JSONValue = [
            "bases": .array(catalogue.bases.map { ["id": .id($0.id), "title": .string($0.title)] }),
            "collectors": .array(catalogue.collectors.map { $0.json(as: $0.name) }),
            "format": "phaseloom.catalogue/1", "overlays": .array(catalogue.overlays.map(\.json)),
        ]
        return value.canonicalText
    }
}

extension Catalogue.Entry {
    fileprivate var json: JSONValue {
        [
            "cites": .strings(identity.cites), "collectors": .array(collectors.map { $0.json(as: $0.id.text) }),
            "excludes": .ids(identity.excludes),
            "id": .id(identity.id), "options": .array(options.map(\.json)), "requires": .ids(identity.requires),
            "summary": .string(identity.summary), "title": .string(identity.title),
            "version": .string(identity.version),
        ]
    }
}

extension CollectorEntry {
    fileprivate func json(as name: String) -> JSONValue {
        ["help": .string(help), "id": .string(name), "options": .array(options.map(\.json))]
    }
}

extension OptionDescriptor {
    fileprivate var json: JSONValue {
        ["default": isRequired ? .null : .string(defaultValue), "help": .string(help), "name": .string(name)]
    }
}
