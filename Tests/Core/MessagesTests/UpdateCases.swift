/// What an update may say, and what not: each kind with its status, reason and particulars.
enum UpdateCases {
    static let all: [ContractCase] =
        [
            ContractCase(
                name: "a decision", schema: "update", text: Golden.decision, refused: []),
            ContractCase(name: "progress", schema: "update", text: Golden.progress, refused: []),
            ContractCase(
                name: "a cancellation", schema: "update", text: Golden.cancel, refused: []),
            ContractCase(
                name: "nothing but its type", schema: "update", text: #"{"type":"update"}"#,
                refused: ["/v", "/id", "/authored", "/referral", "/kind"]),
        ] + fields + decisions + progress + cancellations + others

    /// An update of these members behind its envelope.
    private static func update(
        _ name: String, _ members: String, _ refused: String...,
        blindness: ContractCase.Blindness? = nil
    ) -> ContractCase {
        ContractCase(
            name: name, schema: "update",
            text: #"{"v":1,"type":"update","id":"m","authored":"2026-11-24T10:30:00Z","#
                + #""referral":"ro-x/r9",\#(members)}"#,
            refused: refused, blindness: blindness)
    }

    private static let fields: [ContractCase] = [
        update("a kind that is unknown", #""kind":"decison""#, "/kind"),
        update("a kind that is null", #""kind":null"#, "/kind"),
        update(
            "a status that is unknown",
            #""kind":"decision","assignment":"a1","status":"acepted""#, "/status"),
        update(
            "an assignment without its letter",
            #""kind":"decision","assignment":"1","status":"accepted""#, "/assignment"),
        update(
            "assignment 0", #""kind":"decision","assignment":"a0","status":"accepted""#,
            "/assignment"),
        update(
            "an assignment with a zero before it",
            #""kind":"decision","assignment":"a01","status":"accepted""#, "/assignment"),
        update(
            "assignment 32767",
            #""kind":"decision","assignment":"a32767","status":"accepted""#),
        update(
            "assignment 32768",
            #""kind":"decision","assignment":"a32768","status":"accepted""#, "/assignment",
            blindness: .calendarOrNumber),
        update(
            "an unknown field", #""kind":"agree","assignment":"a1","reason":"x""#, "/reason"),
        update(
            "content", #""kind":"agree","assignment":"a1","content":{"risk":{"x":[1]}}"#),
        update(
            "content of an unknown section",
            #""kind":"agree","assignment":"a1","content":{"notes":{}}"#, "/content/notes"),
    ]

    private static let decisions: [ContractCase] = [
        update(
            "a decision without its status", #""kind":"decision","assignment":"a1""#,
            "/status"),
        update(
            "a decision without its assignment", #""kind":"decision","status":"accepted""#,
            "/assignment"),
        update(
            "a decision of progress",
            #""kind":"decision","assignment":"a1","status":"in-progress""#, "/status"),
        update(
            "a decision of what the broker alone says",
            #""kind":"decision","assignment":"a1","status":"received""#, "/status"),
        update(
            "a rejection with its reason",
            #""kind":"decision","assignment":"a1","status":"rejected","#
                + #""statusReason":{"code":"no-capacity"}"#),
        update(
            "a rejection without a reason",
            #""kind":"decision","assignment":"a1","status":"rejected""#, "/statusReason"),
        update(
            "a rejection with a reason of null",
            #""kind":"decision","assignment":"a1","status":"rejected","statusReason":null"#,
            "/statusReason"),
        update(
            "a rejection with an empty reason",
            #""kind":"decision","assignment":"a1","status":"rejected","statusReason":{}"#,
            "/statusReason/code"),
        update(
            "a rejection with an unknown reason",
            #""kind":"decision","assignment":"a1","status":"rejected","#
                + #""statusReason":{"code":"no-capcity"}"#, "/statusReason/code"),
        update(
            "a rejection with a reason of the broker's",
            #""kind":"decision","assignment":"a1","status":"rejected","#
                + #""statusReason":{"code":"no-response"}"#, "/statusReason/code"),
        update(
            "another reason in words",
            #""kind":"decision","assignment":"a1","status":"rejected","#
                + #""statusReason":{"code":"other","text":"moved"}"#),
        update(
            "another reason without words",
            #""kind":"decision","assignment":"a1","status":"rejected","#
                + #""statusReason":{"code":"other"}"#, "/statusReason/text"),
        update(
            "another reason in blanks",
            #""kind":"decision","assignment":"a1","status":"rejected","#
                + #""statusReason":{"code":"other","text":"  "}"#, "/statusReason/text"),
        update(
            "an acceptance with a reason",
            #""kind":"decision","assignment":"a1","status":"accepted","#
                + #""statusReason":{"code":"no-capacity"}"#, "/statusReason"),
        update(
            "a waiting list with an offer",
            #""kind":"decision","assignment":"a1","status":"on-hold","#
                + #""statusReason":{"code":"waitlist"},"#
                + #""offer":{"service":"housing","start":"2027-03-01","region":"RO-B","text":"x"}"#
        ),
        update(
            "a rejection with an offer",
            #""kind":"decision","assignment":"a1","status":"rejected","#
                + #""statusReason":{"code":"no-capacity"},"offer":{"service":"housing"}"#,
            "/offer"),
        update(
            "a rejection for a reason that holds",
            #""kind":"decision","assignment":"a1","status":"rejected","#
                + #""statusReason":{"code":"waitlist"}"#, "/statusReason/code"),
        update(
            "a hold for a reason that passes on",
            #""kind":"decision","assignment":"a1","status":"on-hold","#
                + #""statusReason":{"code":"no-capacity"}"#, "/statusReason/code"),
        update(
            "a hold for a reason that closes",
            #""kind":"decision","assignment":"a1","status":"on-hold","#
                + #""statusReason":{"code":"deceased"}"#, "/statusReason/code"),
        update(
            "a hold until the referrer has completed it",
            #""kind":"decision","assignment":"a1","status":"on-hold","#
                + #""statusReason":{"code":"incomplete-information"}"#),
        update(
            "a hold for a reason in words",
            #""kind":"decision","assignment":"a1","status":"on-hold","#
                + #""statusReason":{"code":"other","text":"the building is being repaired"}"#),
        update(
            "an offer without a service",
            #""kind":"decision","assignment":"a1","status":"accepted","offer":{}"#,
            "/offer/service"),
        update(
            "an offer that ends before it begins",
            #""kind":"decision","assignment":"a1","status":"accepted","#
                + #""offer":{"service":"x","start":"2027-01-02","end":"2027-01-01"}"#,
            "/offer/end", blindness: .comparesFields),
        update(
            "a decision with an appointment",
            #""kind":"decision","assignment":"a1","status":"accepted","#
                + #""occurrence":"2027-01-02""#),
        update(
            "a decision with an outcome",
            #""kind":"decision","assignment":"a1","status":"accepted","outcome":"x""#,
            "/outcome"),
        update(
            "a decision with how the work stands",
            #""kind":"decision","assignment":"a1","status":"accepted","#
                + #""businessStatus":"unattended""#, "/businessStatus"),
    ]

    private static let progress: [ContractCase] = [
        update("progress without its status", #""kind":"progress","assignment":"a1""#, "/status"),
        update(
            "progress that accepts",
            #""kind":"progress","assignment":"a1","status":"accepted""#, "/status"),
        update(
            "completion with its outcome",
            #""kind":"progress","assignment":"a1","status":"completed","outcome":"housed""#),
        update(
            "an outcome in two lines",
            #""kind":"progress","assignment":"a1","status":"completed","outcome":"a\nb""#,
            "/outcome"),
        update(
            "a failure without a reason",
            #""kind":"progress","assignment":"a1","status":"failed""#, "/statusReason"),
        update(
            "an end without a reason",
            #""kind":"progress","assignment":"a1","status":"cancelled""#, "/statusReason"),
        update(
            "a hold with its reason",
            #""kind":"progress","assignment":"a1","status":"on-hold","#
                + #""statusReason":{"code":"person-unreachable","text":"twice"}"#),
        update(
            "work that goes on for a reason that passes on",
            #""kind":"progress","assignment":"a1","status":"in-progress","#
                + #""statusReason":{"code":"no-capacity"}"#, "/statusReason/code"),
        update(
            "work that goes on for a reason that holds",
            #""kind":"progress","assignment":"a1","status":"in-progress","#
                + #""statusReason":{"code":"person-unreachable"}"#),
        update(
            "a completion for a reason that closes",
            #""kind":"progress","assignment":"a1","status":"completed","#
                + #""statusReason":{"code":"needs-met-elsewhere"}"#),
        update(
            "a completion for a reason that passes on",
            #""kind":"progress","assignment":"a1","status":"completed","#
                + #""statusReason":{"code":"needs-higher-care"}"#, "/statusReason/code"),
        update(
            "a completion for a reason that gives back",
            #""kind":"progress","assignment":"a1","status":"completed","#
                + #""statusReason":{"code":"too-early"}"#, "/statusReason/code"),
        update(
            "a failure for a reason that gives back",
            #""kind":"progress","assignment":"a1","status":"failed","#
                + #""statusReason":{"code":"incomplete-information"}"#),
        update(
            "a completion for a reason that holds",
            #""kind":"progress","assignment":"a1","status":"completed","#
                + #""statusReason":{"code":"person-unreachable"}"#, "/statusReason/code"),
        update(
            "something scheduled, but not when",
            #""kind":"progress","assignment":"a1","status":"in-progress","#
                + #""businessStatus":"scheduled""#, "/occurrence"),
        update(
            "an appointment missed",
            #""kind":"progress","assignment":"a1","status":"in-progress","#
                + #""businessStatus":"unattended""#),
        update(
            "an appointment on no day",
            #""kind":"progress","assignment":"a1","status":"in-progress","#
                + #""occurrence":"tomorrow""#, "/occurrence"),
        update(
            "progress with an offer",
            #""kind":"progress","assignment":"a1","status":"in-progress","#
                + #""offer":{"service":"x"}"#, "/offer"),
    ]

    private static let cancellations: [ContractCase] = [
        update("a cancellation without a reason", #""kind":"cancel""#, "/statusReason"),
        update(
            "a cancellation with a provider's reason",
            #""kind":"cancel","statusReason":{"code":"no-capacity"}"#, "/statusReason/code"),
        update(
            "the answer to a cancellation",
            #""kind":"cancel","assignment":"a1","status":"cancelled""#),
        update(
            "the answer with its reason",
            #""kind":"cancel","assignment":"a1","status":"in-progress","#
                + #""businessStatus":"cancellation-requested","#
                + #""statusReason":{"code":"person-unreachable"}"#),
        update(
            "the answer of no assignment", #""kind":"cancel","status":"cancelled""#,
            "/assignment"),
        update(
            "the answer that accepts",
            #""kind":"cancel","assignment":"a1","status":"accepted""#, "/status"),
        update(
            "a cancellation with something scheduled",
            #""kind":"cancel","statusReason":{"code":"deceased"},"businessStatus":"scheduled""#,
            "/businessStatus"),
        update(
            "a cancellation with an appointment",
            #""kind":"cancel","statusReason":{"code":"deceased"},"occurrence":"2027-01-01""#,
            "/occurrence"),
    ]

    private static let others: [ContractCase] = [
        update("to agree", #""kind":"agree","assignment":"a1""#),
        update("to agree with no assignment", #""kind":"agree""#, "/assignment"),
        update(
            "to agree with a status", #""kind":"agree","assignment":"a1","status":"accepted""#,
            "/status"),
        update("to confirm the release", #""kind":"handed-over","status":null"#),
        update(
            "to confirm the release with a reason",
            #""kind":"handed-over","statusReason":{"code":"deceased"}"#, "/statusReason"),
    ]
}
