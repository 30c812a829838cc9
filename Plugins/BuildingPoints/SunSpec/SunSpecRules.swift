extension PointRule {
    private static let models = "SunSpec Device Information Model Specification 1.2"

    static let unreadableModel = PointRule(
        "sunspec-unreadable", .error, "A model is a file of JSON as its schema has it", source: models)
    static let modelStructure = PointRule(
        "sunspec-structure", .error, "A model names its points once, with their sizes, scale factors and counts",
        source: models + ", 4.2")
    static let modelLength = PointRule(
        "sunspec-length", .error, "A model in a device has the length that its number demands",
        source: models + ", 6.2.2")
    static let modelChain = PointRule(
        "sunspec-chain", .warning, "The models of a device stand behind one another up to the end model",
        source: models + ", 6.2.2")
    static let unknownModel = PointRule(
        "sunspec-unknown-model", .note, "Each model of a device is known", source: models)
    static let scaleFactor = PointRule(
        "sunspec-scale-factor", .error, "A scale factor that a value needs is from -10 to 10", source: models + ", 4.5")
    static let missingMandatory = PointRule(
        "sunspec-mandatory", .warning, "A device has all points that its models demand", source: models + ", 4.4")
}
