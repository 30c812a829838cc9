extension Double {
    /// The shortest text that reads back as the same number, with no decimal point where there is no fraction.
    package var canonicalText: String {
        let text = "\(self)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
