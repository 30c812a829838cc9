import PhaseLoom

extension [Measurement] {
    /// The measurements as a file of comma-separated values, which reads back as measurements.
    var report: [UInt8] {
        let lines = map { figure in
            "\(figure.name),\(figure.value.map { "\($0)" } ?? ""),\(figure.unit ?? "")\n"
        }
        return [UInt8](("name,value,unit\n" + lines.joined()).utf8)
    }
}
