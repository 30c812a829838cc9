/// The titles of the sources on which the overlays of service operations rest.
enum Source {
    static let framework = "Process Framework for Technology Services"
    static let delivery = "How Technology Services Works"
    static let standards = "Industry Standards and Best Practices"
    static let questions = "Technology Services: Frequently Asked Questions"
    static let processes = "Processes in Technology Services"
}
