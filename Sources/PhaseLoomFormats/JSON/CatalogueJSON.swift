public import PhaseLoom

/// Catalogues as canonical JSON of the format `phaseloom.catalogue/1`.
public enum CatalogueJSON: Sendable {
    /// Writes the bases in the catalogue's order, the default first, and the overlays in order of identifiers.
    public static func write(_ catalogue: Catalogue) -> String {
        let value: JSONValue = [
            "bases": .array(catalogue.bases.map { ["id": .id($0.id), "title": .string($0.title)] }),
            "format": "phaseloom.catalogue/1", "overlays": .array(catalogue.overlays.map(\.json)),
        ]
        return value.canonicalText
    }
}

extension Catalogue.Entry {
    fileprivate var json: JSONValue {
        [
            "cites": .strings(identity.cites), "collectors": [], "excludes": .ids(identity.excludes),
            "id": .id(identity.id), "options": .array(options.map(\.json)), "requires": .ids(identity.requires),
            "summary": .string(identity.summary), "title": .string(identity.title),
            "version": .string(identity.version),
        ]
    }
}

extension OptionDescriptor {
    fileprivate var json: JSONValue {
        ["default": .string(defaultValue), "help": .string(help), "name": .string(name)]
    }
}
