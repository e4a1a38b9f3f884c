package import Referrals

extension Network.Policy {
    /// What holds where a network file says nothing: those who work with the person refer, custody
    /// tells of custody, everyone answers. No law is a basis until the file names one.
    package static let standard = Network.Policy(
        senders: [
            .referral: [.prison, .probation, .health, .ngo, .socialServices],
            .consent: everyone,
            .update: everyone,
            .capacity: everyone,
            .capacityQuery: everyone,
            .release: [.prison, .centralAuthority],
            .plan: [.prison, .probation],
            .link: [.prison, .probation, .health],
            .difficulty: everyone,
            .confirm: everyone,
        ],
        laws: [], maxDeliveries: 5)

    private static let everyone = Set(AgencyKind.allCases)
}
