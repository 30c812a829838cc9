/// A column of a register map.
enum RegisterColumn: String, CaseIterable {
    case name, address, type, units, table, access, transform, scale, offset, order, unit, trunk, device, count
    case mixedEndian = "mixed endian"
    case convention
    case notImplemented = "not implemented"
    case maxBlock = "max block"
    case pollClass = "poll class"

    /// The column that a title means; `nil` for one that says nothing of the register.
    init?(title: String) {
        switch title.bare {
        case "registername", "name", "point", "pointname": self = .name
        case "address", "register", "reference": self = .address
        case "type", "datatype": self = .type
        case "units", "engineeringunits": self = .units
        case "table": self = .table
        case "writable", "access": self = .access
        case "transform": self = .transform
        case "scale", "factor": self = .scale
        case "offset": self = .offset
        case "order", "wordorder": self = .order
        case "unit", "unitid", "slave", "slaveid": self = .unit
        case "trunk", "endpoint", "gateway": self = .trunk
        case "device": self = .device
        case "count", "length": self = .count
        case "mixedendian": self = .mixedEndian
        case "convention", "addressing": self = .convention
        case "notimplemented", "notimplementedcode": self = .notImplemented
        case "maxblock": self = .maxBlock
        case "pollclass": self = .pollClass
        default: return nil
        }
    }
}
