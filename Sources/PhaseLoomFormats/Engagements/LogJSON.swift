public import PhaseLoom

/// The log of an engagement as canonical JSON of the format `phaseloom.log/1`.
public enum LogJSON: Sendable {
    /// Writes records of an engagement in order, as a ledger read them: each as it is stored, with its hash.
    ///
    /// - Complexity: O(*n*) in the size of the records.
    public static func write(_ records: [LogRecord], of engagement: ID) -> String {
        let value: JSONValue = [
            "engagement": .id(engagement), "format": "phaseloom.log/1", "records": .array(records.map(\.json)),
        ]
        return value.canonicalText
    }

    /// Writes records as JSON lines: the exact bytes that are stored, and hashed, each followed by one newline.
    public static func lines(_ records: [LogRecord]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(records.reduce(0) { $0 + $1.content.count + 1 })
        for record in records {
            bytes += record.content
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }
}

extension LogRecord {
    fileprivate var json: JSONValue {
        let hash: JSONValue = ["hash": .text(hash)]
        do {
            return try JSONReader.read(content).value.adding(["hash": .text(self.hash)])
        } catch {
            // A ledger reads no such record; one from elsewhere still shows its hash.
            return hash
        }
    }
}
