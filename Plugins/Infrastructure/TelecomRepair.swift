public import PhaseLoom

/// The repair of carrier equipment: by whom and with what is settled first, and the fault is found before it is fixed.
///
/// Nobody touches the carrier's equipment before the carrier allows it. The base keeps its phases, so that an
/// emergency may still compress those from assessment to design; what was asked before the repair stays asked.
public struct TelecomRepair: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "telecom-repair", title: "Telecom repair",
        summary: "Carrier-grade repair: the carrier's permission, authorised people and equipment, isolation first.",
        cites: ["Process Framework for Technology Services"])

    static let operatorLicence = OverlayOption<Bool>.flag(
        "operator-licence", help: "whether the work takes a commercial operator licence of the FCC", default: false)
    static let customerRecords = OverlayOption<Bool>.flag(
        "customer-records", help: "whether the work gives access to network information of customers", default: false)

    /// The options that it takes: `operator-licence` and `customer-records`.
    public static let options = [operatorLicence.descriptor, customerRecords.descriptor]

    /// When it applies: carrier equipment is repaired; by law where that equipment needs an authorisation.
    public static let applicability: [Applicability] = [
        .byStatute(
            "Radio and digital devices need an equipment authorisation",
            when: Fact.deliverables.includes("telecom-repair") && Fact.devices.includes("radio", "digital")
                && Circumstance.underUSLaw
        ).citing("47 CFR 2.803"),
        .byChoice(
            "Equipment of a carrier is repaired",
            when: Fact.deliverables.includes("telecom-repair")
        ).citing("Process Framework for Technology Services"),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes, from assessment to transfer.
    public var body: OverlayBody {
        carrier
        technicians
        faultIsolation
        equipment
        repair
        restoration
        if values[Self.customerRecords] { customerInformation }
        emergency
        deviceRegister
    }
}

// MARK: Before anything is touched

extension TelecomRepair {
    @OverlayBuilder private var carrier: OverlayBody {
        Artifact("carrier-permission", "The carrier's permission: elements, window, way back and contact")
            .broughtToTheEngagement()
        Require("carrier-permitted", "The carrier permits the work on its equipment", toEnter: .assessment)
            .signed("carrier-permission", by: "carrier")
    }

    @OverlayBuilder private var technicians: OverlayBody {
        Artifact("telecom-technician-authorisations", "Authorisations of the technicians, with class and validity")
            .broughtToTheEngagement()
        let authorised = Require(
            "telecom-technicians-authorised", "Each technician is authorised for the work", toEnter: .assessment
        ).needing("telecom-technician-authorisations")
        if values[Self.operatorLicence] {
            authorised.mandated().citing("47 CFR 13.7")
        } else {
            authorised
        }
    }

    @OverlayBuilder private var faultIsolation: OverlayBody {
        Artifact("fault-isolation-report", "Fault isolation: symptoms, tests and the elements at fault")
        Produce("fault-isolation-report", in: .assessment)
        Perform("isolate-fault", "Isolate the fault to elements that can be repaired", during: .assessment)
        Require("fault-isolated", "The elements at fault explain every symptom", toEnter: .execution)
            .proven(by: .measured(Bound("unexplained-symptoms", .exactly(0)), of: "fault-isolation-report"))
    }

    @OverlayBuilder private var equipment: OverlayBody {
        Artifact("telecom-equipment-authorisations", "FCC ID or declaration of conformity of each device and part")
        Produce("telecom-equipment-authorisations", in: .design)
        Require(
            "telecom-equipment-authorised", "Repaired and replacing equipment is authorised as it will be used",
            toEnter: .execution
        ).proven(by: .measured(Bound("unauthorised-devices", .exactly(0)), of: "telecom-equipment-authorisations"))
            .mandated().citing("47 CFR 2.803", "47 CFR 2.1043")
    }
}

// MARK: The repair

extension TelecomRepair {
    @OverlayBuilder private var repair: OverlayBody {
        Consume("fault-isolation-report", "telecom-equipment-authorisations", in: .execution)
        Perform("release-circuit", "Take the circuit out of service in the carrier's window", during: .execution)
        Perform("repair-element", "Repair or replace the elements at fault", during: .execution)
            .after("release-circuit")
        Perform("restore-circuit", "Put the circuit back into service", during: .execution).after("repair-element")
    }

    @OverlayBuilder private var restoration: OverlayBody {
        Artifact("circuit-test-report", "Test of the circuit from end to end, against the carrier's limits")
        Produce("circuit-test-report", in: .validation)
        Perform("test-circuit", "Test the circuit from end to end", during: .validation)
        Expect("circuit-restored", "The circuit meets the carrier's limits from end to end", atGateOf: .validation)
            .needing("circuit-test-report").measured("failed-circuit-tests", .exactly(0))
        Artifact("carrier-clearance", "The carrier's clearance of the repair")
        Produce("carrier-clearance", in: .transfer)
        Expect("circuit-taken-back", "The carrier has taken the circuit back", atGateOf: .transfer)
            .signed("carrier-clearance", by: "carrier")
    }

    /// The clock of a breach is left to whoever is told: its text was amended, and the date is not settled everywhere.
    @OverlayBuilder private var customerInformation: OverlayBody {
        Artifact(
            "customer-information-safeguards", "Who may see network information of customers, and who hears of a breach"
        )
        Produce("customer-information-safeguards", in: .scoping)
        Expect(
            "customer-information-safeguarded", "Access to network information of customers is limited and logged",
            atGateOf: .scoping
        ).needing("customer-information-safeguards").mandated().citing("47 CFR 64.2010")
        Expect(
            "customer-information-breach-path", "Who tells the carrier of a breach, and how fast, is agreed",
            atGateOf: .scoping
        ).needing("customer-information-safeguards").citing("47 CFR 64.2011")
    }

    /// In an emergency someone has to decide whether the carrier owes the FCC a report of the outage.
    private var emergency: OverlayBody {
        OverlayBody {
            Together(with: "incident") {
                Artifact(
                    "outage-report-decision", "Decision on whether the outage has to be reported, with its figures")
                Produce("outage-report-decision", in: .validation)
                Expect(
                    "outage-report-decided", "The carrier has what it needs to report the outage in time",
                    atGateOf: .validation
                ).needing("outage-report-decision").citing("47 CFR 4.9")
            }
        }
    }

    /// The register of devices is one for the whole engagement, and what is repaired belongs into it.
    private var deviceRegister: OverlayBody {
        OverlayBody {
            Together(with: "fcc-part-15") {
                Expect(
                    "repair-devices-registered", "Each device and part of the repair is in the register of devices",
                    atGateOf: .design
                ).needing("fcc-device-register", "telecom-equipment-authorisations")
                    .measured("unregistered-repair-devices", .exactly(0)).citing("47 CFR part 2 subpart J")
            }
        }
    }
}
