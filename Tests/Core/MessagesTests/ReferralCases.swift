/// What a referral may say, and what not.
enum ReferralCases {
    static let minimal = #"""
        {"v":1,"type":"referral","id":"m1","authored":"2026-11-23T09:00:00Z","referral":"r9",
        "person":{"system":"urn:x","value":"7"},"service":"health","region":"RO",
        "setting":"custody","basis":{"consent":"c1"}}
        """#

    static let all: [ContractCase] =
        [
            ContractCase(
                name: "every field", schema: "referral", text: Golden.referral, refused: []),
            ContractCase(
                name: "only what is required", schema: "referral", text: minimal, refused: []),
            ContractCase(
                name: "nothing but its type", schema: "referral", text: #"{"type":"referral"}"#,
                refused: [
                    "/v", "/id", "/authored", "/referral", "/person", "/service", "/region",
                    "/setting", "/basis",
                ]),
        ] + envelope + names + codes + times + bases + people + contents

    private static func change(
        _ name: String, _ from: String, _ to: String, _ refused: String...,
        blindness: ContractCase.Blindness? = nil
    ) -> ContractCase {
        .changed(
            name, "referral", Golden.referral, (from, to), refused: refused, blindness: blindness)
    }

    private static let envelope: [ContractCase] = [
        change("version 2", #""v":1"#, #""v":2"#, "/v"),
        change("a version in quotes", #""v":1"#, #""v":"1""#, "/v"),
        change("no version", #""v":1,"#, "", "/v"),
        change("an id with a space", #""id":"m1""#, #""id":"m 1""#, "/id"),
        change("an empty id", #""id":"m1""#, #""id":"""#, "/id"),
        change(
            "an id of 128", #""id":"m1""#, #""id":"\#(String(repeating: "x", count: 128))""#),
        change(
            "an id of 129", #""id":"m1""#, #""id":"\#(String(repeating: "x", count: 129))""#,
            "/id"),
        change("an id that is null", #""id":"m1""#, #""id":null"#, "/id"),
        change("an id that is a number", #""id":"m1""#, #""id":1"#, "/id"),
        change("an unknown field", #""v":1"#, #""v":1,"servise":"x""#, "/servise"),
        change("an unknown field that is null", #""v":1"#, #""v":1,"x":null"#, "/x"),
        change(
            "an unknown field within", #""system":"urn:ro:anp""#,
            #""system":"urn:ro:anp","name":"x""#, "/person/name"),
        change("a field of the delivered form", #""v":1"#, #""v":1,"from":"x""#, "/from"),
    ]

    private static let names: [ContractCase] = [
        change("a name with a slash", #""referral":"r9""#, #""referral":"a/r9""#, "/referral"),
        change("a name beyond ASCII", #""referral":"r9""#, #""referral":"ré""#, "/referral"),
        change("a name with an escape", #""referral":"r9""#, #""referral":"\u0072""#),
        change("a lower-case region", #""RO-GR""#, #""ro-gr""#, "/region"),
        change("a region with places", #""RO-GR""#, #""RO-GR/bolintin-vale/x1""#),
        change("a place without a subdivision", #""RO-GR""#, #""RO/giurgiu""#, "/region"),
        change("a region that ends in a slash", #""RO-GR""#, #""RO-GR/""#, "/region"),
        change("a subdivision of four", #""RO-GR""#, #""RO-GRXX""#, "/region"),
        change("a region that is an object", #""RO-GR""#, "{}", "/region"),
        change(
            "a service in capitals", #""service":"health.hiv""#, #""service":"Health""#,
            "/service"),
        change(
            "a service that ends in a dot", #""service":"health.hiv""#, #""service":"health.""#,
            "/service"),
        change(
            "a service of 101", #""service":"health.hiv""#,
            #""service":"\#(String(repeating: "h", count: 101))""#, "/service"),
        change("a provider", #""to":null"#, #""to":"ro-clinic""#),
        change("a provider in capitals", #""to":null"#, #""to":"RO-clinic""#, "/to"),
        change("what it is based on", #""basedOn":null"#, #""basedOn":"ro-x/r1""#),
        change("two slashes", #""basedOn":null"#, #""basedOn":"a/b/c""#, "/basedOn"),
        change("no agency before the slash", #""basedOn":null"#, #""basedOn":"/c""#, "/basedOn"),
        change("what it replaces", #""replaces":null"#, #""replaces":"r8""#),
        change(
            "a referral that replaces itself", #""replaces":null"#, #""replaces":"r9""#,
            "/replaces", blindness: .comparesFields),
        change("a plan that is null", #""plan":"p9""#, #""plan":null"#),
        change("a plan that is false", #""plan":"p9""#, #""plan":false"#, "/plan"),
    ]

    private static let codes: [ContractCase] = [
        change("a requester", #""requester":"agency""#, #""requester":"person""#),
        change("an unknown requester", #""agency","lan"#, #""state","lan"#, "/requester"),
        change("a requester that is null", #""requester":"agency""#, #""requester":null"#),
        change("an unknown priority", #""urgent""#, #""urgnet""#, "/priority"),
        change("a priority in capitals", #""urgent""#, #""URGENT""#, "/priority"),
        change("a priority that is a number", #""urgent""#, "1", "/priority"),
        change("a priority that is null", #""urgent""#, "null"),
        change("no setting", #""setting":"community","#, "", "/setting"),
        change("an unknown setting", #""community""#, #""prison""#, "/setting"),
        change("a language with a script", #""language":"ro""#, #""language":"sr-Latn-RS""#),
        change("a language of one letter", #""language":"ro""#, #""language":"r""#, "/language"),
        change(
            "an underscore in a language", #""language":"ro""#, #""language":"ro_RO""#,
            "/language"),
        change(
            "a language that ends in a hyphen", #""language":"ro""#, #""language":"ro-""#,
            "/language"),
    ]

    private static let times: [ContractCase] = [
        change("an hour before UTC", "09:00:00+02:00", "09:00:00-01:00"),
        change("UTC in lower case", "2026-11-23T09:00:00+02:00", "2026-11-23t09:00:00z"),
        change("a fraction of nine digits", "09:00:00+02:00", "09:00:00.123456789+02:00"),
        change("a fraction of ten", "09:00:00+02", "09:00:00.1234567890+02", "/authored"),
        change("an empty fraction", "09:00:00+02:00", "09:00:00.+02:00", "/authored"),
        change("no offset", "09:00:00+02:00", "09:00:00", "/authored"),
        change("an offset without a colon", "09:00:00+02:00", "09:00:00+0200", "/authored"),
        change("an offset of a day", "09:00:00+02:00", "09:00:00+24:00", "/authored"),
        change("a space for the T", "23T09", "23 09", "/authored"),
        change("hour 24", "T09:00:00", "T24:00:00", "/authored"),
        change("minute 60", "T09:00:00", "T09:60:00", "/authored"),
        change("second 61", "T09:00:00", "T09:00:61", "/authored"),
        change("a leap second", "2026-11-23T09:00:00+02:00", "2017-01-01T01:59:60+02:00"),
        change(
            "a leap second in the middle of a day", "T09:00:00", "T09:00:60", "/authored",
            blindness: .calendarOrNumber),
        change(
            "a leap second in the middle of a month", "23T09:00:00+02:00", "23T23:59:60Z",
            "/authored", blindness: .calendarOrNumber),
        change("a day alone", "2026-11-23T09:00:00+02:00", "2026-11-23", "/authored"),
        change("month 13", "2026-11-23T", "2026-13-23T", "/authored"),
        change(
            "the 29th of February in a common year", "2026-11-23T", "2026-02-29T", "/authored",
            blindness: .calendarOrNumber),
        change("the 29th of February in a leap year", "2026-11-23T", "2028-02-29T"),
        change(
            "a day of one digit", #""date":"2026-12-24""#, #""date":"2026-12-4""#,
            "/release/date"),
        change(
            "the 31st of a short month", #""supplyEnd":"2026-12-31""#,
            #""supplyEnd":"2026-11-31""#, "/supplyEnd", blindness: .calendarOrNumber),
        change("an unknown certainty", #""confirmed""#, #""sure""#, "/release/certainty"),
        change(
            "a release without a date", #""date":"2026-12-24","certainty""#, #""certainty""#,
            "/release/date"),
        change(
            "a release of null",
            "\"release\":{\"date\":\"2026-12-24\",\"certainty\":"
                + "\"confirmed\",\"facility\":\"ro-anp-giurgiu\"}", #""release":null"#),
        change(
            "a period with its end", #""start":"2026-12-24""#,
            #""start":"2026-12-24","end":"2026-12-24T10:00:00Z""#),
        change(
            "a period that ends before it begins", #""start":"2026-12-24""#,
            #""start":"2026-12-24","end":"2026-12-23""#, "/occurrence/end",
            blindness: .comparesFields),
        change(
            "a period without a start", #""start":"2026-12-24""#,
            #""end":"2026-12-24""#, "/occurrence/start"),
        change("a day for a period", #"{"start":"2026-12-24"}"#, #""2026-12-24""#, "/occurrence"),
        change(
            "many deadlines", #"{"decide":"P3D"}"#,
            #"{"receive":"PT4H","start":"P2W","contact":"P1DT12H30M","complete":null}"#),
        change(
            "an unknown deadline", #""decide":"P3D""#, #""deside":"P3D""#,
            "/deadlines/deside"),
        change("a deadline of months", "P3D", "P3M", "/deadlines/decide"),
        change("a deadline of nothing", "P3D", "P0D", "/deadlines/decide"),
        change("a deadline without a number", "P3D", "P", "/deadlines/decide"),
        change("a deadline with a bare T", "P3D", "P3DT", "/deadlines/decide"),
        change("a deadline of weeks and days", "P3D", "P1W3D", "/deadlines/decide"),
        change("a deadline of hours without T", "P3D", "P3H", "/deadlines/decide"),
        change("a deadline of seconds", "P3D", "PT30S", "/deadlines/decide"),
        change("a deadline of a five-digit number", "P3D", "P10000D", "/deadlines/decide"),
        change(
            "a service in custody after the release", #""community""#, #""custody""#),
        ContractCase.changed(
            "a service in custody a day after the release", "referral",
            Golden.referral.replacing(#""community""#, with: #""custody""#),
            (#""start":"2026-12-24""#, #""start":"2026-12-25""#), refused: ["/setting"],
            blindness: .comparesFields),
    ]

    private static let bases: [ContractCase] = [
        change("no basis", #""basis":{"consent":"c118"},"#, "", "/basis"),
        change("an empty basis", #"{"consent":"c118"}"#, "{}", "/basis"),
        change("a basis of null", #"{"consent":"c118"}"#, "null", "/basis"),
        change("a consent of null", #"{"consent":"c118"}"#, #"{"consent":null}"#, "/basis"),
        change(
            "a law", #"{"consent":"c118"}"#,
            #"{"law":{"regime":"led","reference":"art. 8"},"consent":null}"#),
        change(
            "a law without a reference", #"{"consent":"c118"}"#, #"{"law":{"regime":"led"}}"#,
            "/basis/law/reference"),
        change("a law as text", #"{"consent":"c118"}"#, #"{"law":"led"}"#, "/basis/law"),
        change(
            "a vital interest", #"{"consent":"c118"}"#,
            #"{"vitalInterest":{"text":"Insulin.\nToday."}}"#),
        change(
            "a vital interest in blanks", #"{"consent":"c118"}"#,
            #"{"vitalInterest":{"text":" \n"}}"#, "/basis/vitalInterest/text"),
        change(
            "two bases", #"{"consent":"c118"}"#,
            #"{"consent":"c118","vitalInterest":{"text":"x"}}"#, "/basis"),
        change(
            "an unknown basis", #"{"consent":"c118"}"#, #"{"contract":"x"}"#,
            "/basis/contract", "/basis"),
    ]

    private static let people: [ContractCase] = [
        change("a person without a system", #""system":"urn:ro:anp","#, "", "/person/system"),
        change("a system that is no URI", #""urn:ro:anp""#, #""anp""#, "/person/system"),
        change("a value in two lines", #""774512""#, #""77\n4512""#, "/person/value"),
        change("an empty value", #""774512""#, #""""#, "/person/value"),
        change(
            "a value of 128 characters", #""774512""#,
            "\"\(String(repeating: "ș", count: 128))\""),
        change(
            "a value of 129 characters", #""774512""#,
            "\"\(String(repeating: "ș", count: 129))\"", "/person/value"),
        change(
            "a person that is a string", #"{"system":"urn:ro:anp","value":"774512"}"#,
            #""774512""#, "/person"),
        change("no participants", #"[{"role":"commissioner","agency":"ro-dp-giurgiu"}]"#, "[]"),
        change(
            "participants of null", #"[{"role":"commissioner","agency":"ro-dp-giurgiu"}]"#,
            "null"),
        change(
            "a participant without an agency", #","agency":"ro-dp-giurgiu""#, "",
            "/participants/0/agency"),
        change(
            "a participant that is a string",
            #"{"role":"commissioner","agency":"ro-dp-giurgiu"}"#, #""ro-dp-giurgiu""#,
            "/participants/0"),
        change(
            "a participant twice", #"[{"role":"commissioner","agency":"ro-dp-giurgiu"}]"#,
            #"[{"role":"a","agency":"b"},{"agency":"b","role":"a"}]"#, "/participants/1"),
        change(
            "33 participants", #"[{"role":"commissioner","agency":"ro-dp-giurgiu"}]"#,
            "["
                + (0..<33).map { "{\"role\":\"r\",\"agency\":\"a\($0)\"}" }
                .joined(separator: ",") + "]", "/participants"),
        change(
            "a safe contact with a note", #"{"prohibited":false}"#,
            #"{"prohibited":true,"note":"only\nby letter"}"#),
        change(
            "a safe contact without its answer", #"{"prohibited":false}"#, "{}",
            "/safeContact/prohibited"),
        change(
            "a safe contact in quotes", #"{"prohibited":false}"#, #"{"prohibited":"no"}"#,
            "/safeContact/prohibited"),
    ]

    private static let contents: [ContractCase] = [
        change("an unknown section", #""identity":{"#, #""identitty":{"#, "/content/identitty"),
        change(
            "an unknown section of null", #""identity":{"#, #""helth":null,"identity":{"#,
            "/content/helth"),
        change("a section of null", #"{"name":"Ion \u0050opescu"}"#, "null"),
        change(
            "a section that is a string", #"{"name":"Ion \u0050opescu"}"#, #""Ion""#,
            "/content/identity"),
        change(
            "content of null",
            #"{"identity":{"name":"Ion \u0050opescu"},"#
                + #""health":{ "regimen" : ["TLD"] }}"#, "null"),
        change(
            "an attachment without a section", #""section":"health","#, "",
            "/attachments/0/section"),
        change(
            "an attachment of an unknown section", #""section":"health""#,
            #""section":"helth""#, "/attachments/0/section"),
        change("base64 without its padding", "SGVsbG8=", "SGVsbG8", "/attachments/0/data"),
        change("base64 for URLs", "SGVsbG8=", "SGV_bG8=", "/attachments/0/data"),
        change("base64 padded within", "SGVsbG8=", "SG==bG8=", "/attachments/0/data"),
        change("base64 of padding alone", "SGVsbG8=", "====", "/attachments/0/data"),
        change("empty data", "SGVsbG8=", ""),
        change(
            "a media type with a parameter", "application/pdf", "text/plain; charset=x",
            "/attachments/0/contentType"),
        change(
            "a digest", #""title":"Letter""#,
            #""title":null,"sha256":"\#(String(repeating: "0a", count: 32))""#),
        change(
            "a digest in capitals", #""title":"Letter""#,
            #""sha256":"\#(String(repeating: "0A", count: 32))""#, "/attachments/0/sha256"),
        change(
            "an attachment of null",
            #"{"section":"health","contentType":"application/pdf","#
                + "\"title\":\"Letter\",\n  \"data\":\"SGVsbG8=\"}", "null", "/attachments/0"),
    ]
}
