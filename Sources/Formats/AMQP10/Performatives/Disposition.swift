import NIOCore

/// The state of a range of deliveries (part 2, 2.7.6).
struct Disposition: Performative {
    static let descriptor = Descriptor.disposition

    /// The role of whoever sends it.
    var role: LinkRole
    var first: UInt32
    /// The last of the range; nil means `first`.
    var last: UInt32?
    var settled = false
    var state: DeliveryState?
    var batchable = false

    init(role: LinkRole, first: UInt32, last: UInt32?, settled: Bool, state: DeliveryState?) {
        self.role = role
        self.first = first
        self.last = last
        self.settled = settled
        self.state = state
    }

    init(fields: inout FieldReader) throws(DecodingFault) {
        role = try LinkRole(
            onWire: FieldReader.required(fields.boolean("disposition.role"), "disposition.role"))
        first = try FieldReader.required(
            fields.uint("disposition.first"), "disposition.first")
        last = try fields.uint("disposition.last")
        settled = try fields.boolean("disposition.settled") ?? false
        state = try DeliveryState.read(from: &fields, in: "disposition.state")
        batchable = try fields.boolean("disposition.batchable") ?? false
    }

    func encode(into bytes: inout ByteBuffer) {
        var fields = FieldWriter(.disposition, into: &bytes, compact: hasSmallState)
        fields.boolean(role.onWire, &bytes)
        fields.uint(first, &bytes)
        fields.uint(last, &bytes)
        fields.flag(settled, &bytes)
        fields.state(state, &bytes)
        fields.flag(batchable, &bytes)
        fields.finish(in: &bytes)
    }

    var shortened: Disposition {
        guard case .outcome(.rejected(let error)) = state else { return self }
        var shorter = self
        shorter.state = .outcome(.rejected(error?.shortened))
        return shorter
    }

    private var hasSmallState: Bool {
        guard case .outcome(let outcome) = state else { return true }
        return outcome.isSmall
    }
}
