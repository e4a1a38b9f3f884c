/// Messages as agencies send them; every one is right in itself.
package enum SampleMessages {
    /// A prison's referral to the clinic of its pair.
    ///
    /// - Parameters:
    ///   - name: both the message's id and the referral's name.
    ///   - health: what the section `health` holds.
    ///   - more: further fields, as JSON, with a comma before them.
    package static func referral(
        _ name: String, service: String = "health.hiv", region: String = "RO-GR",
        priority: String = "routine", health: String = "ART since 2024", more: String = ""
    ) -> String {
        """
        {"v":1,"type":"referral","id":"\(name)","authored":"2026-11-23T09:00:00+02:00",\
        "referral":"\(name)","person":{"system":"urn:sample","value":"p-\(name)"},\
        "requester":"agency","service":"\(service)","region":"\(region)","setting":"custody",\
        "priority":"\(priority)","basis":{"law":{"regime":"led","reference":"Law 254/2013"}},\
        "content":{"identity":{"name":"Ion"},"health":{"note":"\(health)"}}\(more)}
        """
    }

    /// A clinic's decision on an assignment.
    ///
    /// - Parameter referral: qualified, as it was delivered.
    package static func decision(
        _ id: String, referral: String, assignment: String, status: String = "accepted",
        reason: String? = nil
    ) -> String {
        let reason = reason.map { #","statusReason":{"code":"\#($0)"}"# } ?? ""
        return """
            {"v":1,"type":"update","id":"\(id)","authored":"2026-11-24T09:00:00Z",\
            "referral":"\(referral)","assignment":"\(assignment)","kind":"decision",\
            "status":"\(status)"\(reason)}
            """
    }

    /// A prison's wish to end a referral of its own.
    package static func cancel(_ id: String, referral: String) -> String {
        """
        {"v":1,"type":"update","id":"\(id)","authored":"2026-11-25T08:00:00Z",\
        "referral":"\(referral)","kind":"cancel",\
        "statusReason":{"code":"needs-met-elsewhere","text":""}}
        """
    }
}
