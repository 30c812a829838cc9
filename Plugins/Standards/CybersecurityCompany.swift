import PhaseLoom

// What security asks of other domains; each change needs what that domain brings.

extension Cybersecurity {
    @OverlayBuilder var network: OverlayBody {
        Together(with: "smart-building") {
            Expect(
                "security-building-network-guarded",
                "Controllers are reached only through a boundary that checks who asks",
                atGateOf: "integration-design"
            ).needing("building-network-plan").measured("unguarded-building-routes", .exactly(0))
                .citing(Self.sources("AC-17", "SC-7") + ["NIST SP 800-82 Rev. 3"])
        }
        Together(with: "cloud-migration") {
            Expect(
                "security-landing-zone-guarded",
                "Administrators use several factors, and logs leave the account that makes them",
                atGateOf: .execution
            ).needing("landing-zone-record").measured("unguarded-cloud-accounts", .exactly(0))
                .citing(Self.sources("AU-9(2)", "IA-2(1)"))
        }
        Together(with: "network-build") {
            Artifact("security-network-hardening", "Record of network devices: services, management access, firmware")
            Produce("security-network-hardening", in: .execution)
            Expect(
                "security-network-devices-hardened",
                "Network devices are managed apart from user traffic, without defaults",
                atGateOf: .execution
            ).needing("security-network-hardening").measured("unhardened-network-devices", .exactly(0))
                .citing(Self.sources("CM-7", "IA-5", "SC-7"))
        }
    }

    @OverlayBuilder var devices: OverlayBody {
        Together(with: "cctv") {
            Artifact("security-camera-hardening", "Record of cameras and recorders: passwords, ways in, firmware")
            Produce("security-camera-hardening", in: "recording-validation")
            Expect(
                "security-cameras-hardened", "No camera or recorder keeps a default password or answers to the outside",
                atGateOf: "recording-validation"
            ).needing("security-camera-hardening").measured("default-or-exposed-cameras", .exactly(0))
                .citing(Self.sources("IA-5", "SC-7"))
        }
        Together(with: "smart-home") {
            Artifact("security-home-hardening", "Record of home devices: passwords, updates, data that leave the home")
            Produce("security-home-hardening", in: .execution)
            Expect(
                "security-home-devices-hardened", "Each home device has its own password and receives updates",
                atGateOf: .execution
            ).needing("security-home-hardening").measured("unhardened-home-devices", .exactly(0)).citing("NISTIR 8425")
        }
    }

    @OverlayBuilder var models: OverlayBody {
        Together(with: "ml-feedback") {
            Expect(
                "security-training-data-guarded", "Nobody can alter frozen training data without leaving a trace",
                atGateOf: .design
            ).needing("training-data-version").citing(Self.sources("SI-7") + ["NIST AI 100-2"])
        }
        Together(with: "ai-services") {
            Artifact("security-ai-abuse-test", "Test of the AI service under abuse: evasion, injection, extraction")
            Produce("security-ai-abuse-test", in: .validation)
            Expect(
                "security-ai-service-guarded", "No serious way to abuse the AI service is open", atGateOf: .validation
            )
            .needing("security-ai-abuse-test").measured("open-serious-abuses", .exactly(0)).citing("NIST AI 100-2")
        }
    }
}
