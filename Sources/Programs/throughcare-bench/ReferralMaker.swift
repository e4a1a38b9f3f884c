import AgencyClient
import NIOCore

/// Makes referrals of 1 KiB, each for another person, in turn for each of the regions.
struct ReferralMaker: Sendable {
    /// Subdivisions of ISO 3166-2, all of one length; each has a provider of its own.
    static let regions = [
        "RO-AB", "RO-AG", "RO-AR", "RO-BC", "RO-BH", "RO-BN", "RO-BR", "RO-BT",
    ]
    /// Octets of the JSON.
    static let size = 1_024
    private static let idPrefix = "bench-"
    private static let digits = 12

    private let template: [UInt8]
    private let slots: [Int]
    private let regionSlot: Int

    init() {
        let number = String(repeating: "0", count: Self.digits)
        let head = """
            {"v":1,"type":"referral","id":"\(Self.idPrefix)\(number)",\
            "authored":"2026-11-23T09:00:00+02:00","referral":"r-\(number)",\
            "person":{"system":"urn:bench","value":"\(number)"},"requester":"agency",\
            "language":"ro","service":"housing.emergency","region":"RO-XX",\
            "setting":"community","priority":"routine",\
            "basis":{"law":{"regime":"led","reference":"Law 254/2013"}},\
            "content":{"identity":{"name":"Ion Popescu","born":"1990-01-01"},\
            "contact":{"phone":"+40 700 000 000"},"needs":{"summary":"
            """
        let tail = "\"}}}"
        let padding = Self.size - head.utf8.count - tail.utf8.count
        template =
            Array(head.utf8) + Array(repeating: UInt8(ascii: "x"), count: max(0, padding))
            + Array(tail.utf8)
        slots = template.places(of: Array(number.utf8))
        regionSlot = (template.places(of: Array("RO-XX".utf8)).first ?? 0)
    }

    func json(_ number: UInt64) -> [UInt8] {
        var json = template
        for slot in slots {
            var rest = number
            for place in stride(from: slot + Self.digits - 1, through: slot, by: -1) {
                json[place] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
        }
        let region = Self.regions[Int(number % UInt64(Self.regions.count))]
        json.replaceSubrange(regionSlot..<regionSlot + region.utf8.count, with: region.utf8)
        return json
    }

    func payload(_ number: UInt64) -> ByteBuffer { Sender.payload(json: json(number)) }

    /// The number of a message by its id.
    static func number(ofID id: String) -> UInt64? {
        id.hasPrefix(idPrefix) ? UInt64(id.dropFirst(idPrefix.count)) : nil
    }
}

extension [UInt8] {
    fileprivate func places(of part: [UInt8]) -> [Int] {
        guard count >= part.count else { return [] }
        return (0...count - part.count).filter { self[$0..<$0 + part.count].elementsEqual(part) }
    }
}
