public import PhaseLoom

/// The change orders of an engagement, as canonical JSON of the format `phaseloom.orders/1`.
public enum OrdersJSON: Sendable {
    /// Writes the orders as they were raised, each with the scope before and after it was approved.
    public static func write(_ engagement: Engagement) -> String {
        let value: JSONValue = [
            "engagement": .id(engagement.id), "format": "phaseloom.orders/1",
            "orders": .array(engagement.orders.map { $0.json }), "scope": engagement.scope.totals,
        ]
        return value.canonicalText
    }
}
