extension Double {
    /// The shortest text that reads back as the same number, with no decimal point where there is no fraction.
    package var canonicalText: String {
        if let whole = Int64(exactly: self), whole.magnitude < 9_007_199_254_740_992 { return String(whole) }
        return "\(self)"
    }
}
