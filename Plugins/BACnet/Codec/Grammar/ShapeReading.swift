extension OctetReader {
    typealias Parameter = ServiceParameters.Parameter
    typealias Parts = ServiceParameters.Value

    /// Reads the parameters that are described.
    mutating func parameters(_ fields: [Shape.Field]) throws(BACnetFault) -> [Parameter] {
        var parameters: [Parameter] = []
        for field in fields {
            if field.isOptional, !starts(field) { continue }
            parameters.append(Parameter(field.name, try part(field)))
        }
        return parameters
    }

    private mutating func part(_ field: Shape.Field) throws(BACnetFault) -> Parts {
        guard let tag = field.tag else { return try untagged(field.shape, name: field.name) }
        if case .primitive(let type) = field.shape {
            return .primitive(try primitive(type, length: try context(tag)))
        }
        try open(tag)
        let value = try untagged(field.shape, name: field.name)
        try close(tag)
        return value
    }

    private mutating func untagged(_ shape: Shape, name: String) throws(BACnetFault) -> Parts {
        switch shape {
        case .primitive(let type):
            let start = position
            let value = try value()
            guard value.primitiveType == type else {
                throw fault(.wrongTag, "no value of type '\(type.name)' as '\(name)'", at: start)
            }
            return .primitive(value)
        case .fields(let fields): return .fields(try parameters(fields))
        case .list(let element):
            var elements: [Parts] = []
            while !isAtEnd, !isClosing { elements.append(try untagged(element, name: name)) }
            return .list(elements)
        case .choice(let alternatives):
            for alternative in alternatives where starts(alternative) {
                return .fields([Parameter(alternative.name, try part(alternative))])
            }
            throw fault(isAtEnd ? .truncated : .wrongTag, "none of the choices of '\(name)'")
        case .any: return .any(try values())
        case .one: return .any([try value()])
        }
    }

    /// Whether what comes next can be the start of a part.
    private func starts(_ field: Shape.Field) -> Bool {
        guard let next = peek(), next.kind != .closing else { return false }
        guard let tag = field.tag else { return starts(field.shape, next) }
        return next.number == tag && next.kind == (field.shape.isPrimitive ? .context : .opening)
    }

    private func starts(_ shape: Shape, _ next: Tag) -> Bool {
        switch shape {
        case .primitive(let type): return next.kind == .application && next.number == type.rawValue
        case .fields(let fields):
            for field in fields {
                if starts(field) { return true }
                if !field.isOptional { return false }
            }
            return false
        case .choice(let alternatives): return alternatives.contains { starts($0) }
        case .list(let element): return starts(element, next)
        case .any, .one: return true
        }
    }
}
