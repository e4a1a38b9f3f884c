import Messages
import Referrals

/// Messages that are right, as the contract shows them.
enum Golden {
    static let sender = AgencyID(rawValue: "ro-anp-giurgiu")
    static let provider = AgencyID(rawValue: "ro-clinic-giurgiu")

    /// Every field that a referral can have.
    static let referral = #"""
        {"v":1,"type":"referral","id":"m1","authored":"2026-11-23T09:00:00+02:00","referral":"r9",
         "person":{"system":"urn:ro:anp","value":"774512"},"requester":"agency","language":"ro",
         "service":"health.hiv","region":"RO-GR","setting":"community","priority":"urgent",
         "release":{"date":"2026-12-24","certainty":"confirmed","facility":"ro-anp-giurgiu"},
         "occurrence":{"start":"2026-12-24"},"supplyEnd":"2026-12-31",
         "basis":{"consent":"c118"},"plan":"p9","basedOn":null,"replaces":null,"to":null,
         "participants":[{"role":"commissioner","agency":"ro-dp-giurgiu"}],
         "deadlines":{"decide":"P3D"},"safeContact":{"prohibited":false},
         "content":{"identity":{"name":"Ion \u0050opescu"},"health":{ "regimen" : ["TLD"] }},
         "attachments":[{"section":"health","contentType":"application/pdf","title":"Letter",
          "data":"SGVsbG8="}]}
        """#

    static let decision = #"""
        {"v":1,"type":"update","id":"m4","authored":"2026-11-24T10:30:00.5Z",
         "referral":"ro-anp-giurgiu/r9","assignment":"a2","kind":"decision",
         "status":"accepted","statusReason":null,
         "offer":{"service":"health.hiv","start":"2026-12-28"}}
        """#

    static let progress = #"""
        {"v":1,"type":"update","id":"m5","authored":"2026-12-20T10:30:00Z",
         "referral":"ro-anp-giurgiu/r9","assignment":"a2","kind":"progress",
         "status":"in-progress","businessStatus":"scheduled",
         "occurrence":"2026-12-28T09:00:00+02:00","outcome":null,"content":{}}
        """#

    static let cancel = #"""
        {"v":1,"type":"update","id":"m6","authored":"2026-11-25T08:00:00Z","referral":"r9",
         "kind":"cancel","statusReason":{"code":"needs-met-elsewhere","text":""}}
        """#
}
