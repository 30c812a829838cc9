import PhaseLoom

@main
enum Main {
    static func main() { print("phaseloom") }
}
