/// The documents on which the overlays of governance rest; clauses and rules are cited where they apply.
enum Source {
    static let framework = "Process Framework for Technology Services"
    static let delivery = "How Technology Services Works"
    static let standards = "Industry Standards and Best Practices"
    static let questions = "Technology Services: Frequently Asked Questions"
    static let processes = "Processes in Technology Services"
}
