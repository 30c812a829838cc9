/// Parameters on their way to octets, each of which has to fit its description.
struct ParameterWriter {
    var octets: [UInt8]

    typealias Parameter = ServiceParameters.Parameter

    private func fault(_ message: String) -> BACnetFault {
        BACnetFault(.missingParameter, message, offset: octets.count)
    }

    mutating func write(_ parameters: [Parameter], as fields: [Shape.Field]) throws(BACnetFault) {
        var rest = parameters[...]
        for field in fields {
            if let next = rest.first, next.name == field.name {
                rest.removeFirst()
                try write(next.value, as: field)
            } else if !field.isOptional {
                throw fault("no parameter '\(field.name)' in its place")
            }
        }
        if let extra = rest.first { throw fault("a parameter '\(extra.name)' that has no place here") }
    }

    private mutating func write(_ value: ServiceParameters.Value, as field: Shape.Field) throws(BACnetFault) {
        guard let tag = field.tag else { return try write(value, as: field.shape, name: field.name) }
        if case .primitive(let type) = field.shape {
            guard case .primitive(let primitive) = value, primitive.primitiveType == type else {
                throw fault("a parameter '\(field.name)' that is not of type '\(type.name)'")
            }
            octets.append(tag: tag, isContext: true, length: primitive.contentLength)
            primitive.appendContent(to: &octets)
            return
        }
        octets.append(opening: tag)
        try write(value, as: field.shape, name: field.name)
        octets.append(closing: tag)
    }

    private mutating func write(
        _ value: ServiceParameters.Value, as shape: Shape, name: String
    ) throws(BACnetFault) {
        switch (shape, value) {
        case (.primitive(let type), .primitive(let primitive)) where primitive.primitiveType == type:
            try primitive.encode(into: &octets)
        case (.fields(let fields), .fields(let parameters)): try write(parameters, as: fields)
        case (.list(let element), .list(let elements)):
            for value in elements { try write(value, as: element, name: name) }
        case (.choice(let alternatives), .fields(let parameters)):
            guard let chosen = parameters.first, parameters.count == 1,
                let alternative = alternatives.first(where: { $0.name == chosen.name })
            else { throw fault("a parameter '\(name)' that is none of its choices") }
            try write(chosen.value, as: alternative)
        case (.any, .any(let values)), (.one, .any(let values)):
            if case .one = shape, values.count != 1 { throw fault("a parameter '\(name)' that is not one value") }
            for value in values { try value.encode(into: &octets) }
        default: throw fault("a parameter '\(name)' that has not the parts that it should have")
        }
    }
}

extension ServiceParameters {
    /// Appends the parameters, each checked against the description of the service.
    func encode(into octets: inout [UInt8]) throws(BACnetFault) {
        guard let fields = message.fields else {
            throw BACnetFault(.unsupportedService, "no description of the message", offset: octets.count)
        }
        var writer = ParameterWriter(octets: octets)
        try writer.write(parameters, as: fields)
        octets = writer.octets
    }

    /// Reads the parameters of a message by the description of the service.
    ///
    /// These services have no types here, and the descriptions know one edition of the standard: parameters that do
    /// not fit are those of a service that is not supported as it came, not proof that the sender is wrong.
    init(_ message: ServiceMessage, from reader: inout OctetReader) throws(BACnetFault) {
        guard let fields = message.fields else {
            throw reader.fault(.unsupportedService, "no description of the parameters of the service")
        }
        do throws(BACnetFault) {
            self.init(message, try reader.parameters(fields))
        } catch {
            throw BACnetFault(
                .unsupportedService, "the parameters of the service are not as they are known here: \(error.message)",
                offset: error.offset)
        }
    }
}
