/// Records of a service with figures that were computed elsewhere.
///
/// Source: the cases of process metrics (schema process-metrics-oracle/1), which name their definitions, written here as
/// comma-separated values with times in UTC.
enum ServiceRecordFixtures {
    /// Eight deployments: 37.5 % failed, median lead 15 h, 25 % rework, 2 of 3 failures rolled back.
    static let deployments = """
        deployment,commit,deployed,failed,restored,rolled-back,unplanned-fix
        d1,2026-11-02T09:00:00Z,2026-11-02T15:00:00Z,no,,no,no
        d2,2026-11-03T10:00:00Z,2026-11-05T10:00:00Z,yes,2026-11-05T11:30:00Z,yes,no
        d3,2026-11-05T11:45:00Z,2026-11-05T14:00:00Z,no,,no,yes
        d4,2026-11-06T09:00:00Z,2026-11-09T09:00:00Z,no,,no,no
        d5,2026-11-10T08:00:00Z,2026-11-10T12:00:00Z,yes,2026-11-10T16:00:00Z,no,no
        d6,2026-11-10T16:30:00Z,2026-11-10T18:00:00Z,no,,no,yes
        d7,2026-11-12T09:00:00Z,2026-11-13T09:00:00Z,no,,no,no
        d8,2026-11-16T09:00:00Z,2026-11-20T09:00:00Z,yes,2026-11-20T09:30:00Z,yes,no

        """

    /// Ten tickets: 80 % answered and 80 % solved in time, 20 % reopened, 60 % satisfied.
    static let tickets = """
        ticket,response-met,resolution-met,reopened,first-contact,satisfaction
        t1,yes,yes,no,yes,5
        t2,yes,yes,no,yes,4
        t3,yes,no,yes,no,2
        t4,no,yes,no,no,3
        t5,yes,yes,no,no,4
        t6,yes,yes,yes,no,3
        t7,yes,yes,no,yes,5
        t8,no,no,no,no,1
        t9,yes,yes,no,no,4
        t10,yes,yes,no,yes,5

        """

    /// Ten ratings: five promoters, two detractors.
    static let ratings = """
        rating
        10
        9
        9
        8
        7
        7
        6
        3
        10
        9

        """
}
