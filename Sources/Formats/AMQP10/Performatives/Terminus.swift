import NIOCore

/// How long a terminus is kept, and what of it (part 3, 3.5.5).
package enum TerminusDurability: UInt32, Hashable, Sendable {
    case none = 0
    case configuration = 1
    case unsettledState = 2

    init(onWire value: UInt32?, in field: String) throws(DecodingFault) {
        guard let durability = TerminusDurability(rawValue: value ?? 0) else {
            throw DecodingFault(.invalid("0, 1 and 2 exist"), in: field)
        }
        self = durability
    }
}

/// Where messages come from (part 3, 3.5.3).
package struct Source: Hashable, Sendable {
    /// A string in practice; any type is allowed.
    package var address: AMQPValue?
    package var durable: TerminusDurability = .none
    package var expiryPolicy: AMQPSymbol?
    /// Seconds.
    package var timeout: UInt32 = 0
    package var dynamic: Bool = false
    package var dynamicNodeProperties: AMQPMap = [:]
    package var distributionMode: AMQPSymbol?
    /// From the filter's name to a described value.
    package var filter: AMQPMap = [:]
    package var defaultOutcome: Outcome?
    package var outcomes: [AMQPSymbol] = []
    package var capabilities: [AMQPSymbol] = []

    package init(address: String? = nil) {
        self.address = address.map { .string($0) }
    }
}

/// Where messages go (part 3, 3.5.4).
package struct Target: Hashable, Sendable {
    /// A string in practice; any type is allowed.
    package var address: AMQPValue?
    package var durable: TerminusDurability = .none
    package var expiryPolicy: AMQPSymbol?
    /// Seconds.
    package var timeout: UInt32 = 0
    package var dynamic: Bool = false
    package var dynamicNodeProperties: AMQPMap = [:]
    package var capabilities: [AMQPSymbol] = []

    package init(address: String? = nil) {
        self.address = address.map { .string($0) }
    }
}

/// What an attach can name as its target: a node, or the coordinator of transactions (part 4).
enum AttachTarget: Hashable, Sendable {
    case node(Target)
    case coordinator

    var node: Target? {
        switch self {
        case .node(let target): target
        case .coordinator: nil
        }
    }

    static func read(from fields: inout FieldReader) throws(DecodingFault) -> AttachTarget? {
        guard let descriptor = try fields.descriptor("attach.target") else { return nil }
        switch descriptor {
        case .target:
            var list = try fields.described("attach.target")
            return .node(try Target(fields: &list))
        case .coordinator:
            try fields.skipDescribed("attach.target")
            return .coordinator
        default:
            throw DecodingFault(.unexpectedDescriptor, in: "attach.target")
        }
    }

    func encode(into bytes: inout ByteBuffer) {
        switch self {
        case .node(let target):
            target.encode(into: &bytes)
        case .coordinator:
            let fields = FieldWriter(.coordinator, into: &bytes)
            fields.finish(in: &bytes)
        }
    }
}

extension Source {
    static func read(from fields: inout FieldReader) throws(DecodingFault) -> Source? {
        guard let descriptor = try fields.descriptor("attach.source") else { return nil }
        guard descriptor == .source else {
            throw DecodingFault(.unexpectedDescriptor, in: "attach.source")
        }
        var list = try fields.described("attach.source")
        return try Source(fields: &list)
    }

    private init(fields: inout FieldReader) throws(DecodingFault) {
        address = try fields.value("source.address")
        durable = try TerminusDurability(
            onWire: fields.uint("source.durable"), in: "source.durable")
        expiryPolicy = try fields.symbol("source.expiry-policy")
        timeout = try fields.uint("source.timeout") ?? 0
        dynamic = try fields.boolean("source.dynamic") ?? false
        dynamicNodeProperties = try fields.map("source.dynamic-node-properties") ?? [:]
        distributionMode = try fields.symbol("source.distribution-mode")
        filter = try fields.map("source.filter") ?? [:]
        let state = try DeliveryState.read(from: &fields, in: "source.default-outcome")
        if case .outcome(let outcome) = state { defaultOutcome = outcome }
        outcomes = try fields.symbols("source.outcomes")
        capabilities = try fields.symbols("source.capabilities")
    }

    func encode(into bytes: inout ByteBuffer) {
        var fields = FieldWriter(.source, into: &bytes)
        fields.value(address, &bytes)
        fields.uint(durable == .none ? nil : durable.rawValue, &bytes)
        fields.symbol(expiryPolicy, &bytes)
        fields.uint(timeout == 0 ? nil : timeout, &bytes)
        fields.flag(dynamic, &bytes)
        fields.map(dynamicNodeProperties, &bytes)
        fields.symbol(distributionMode, &bytes)
        fields.map(filter, &bytes)
        if let defaultOutcome {
            fields.begin(in: &bytes)
            defaultOutcome.encode(into: &bytes)
        } else {
            fields.null()
        }
        fields.symbols(outcomes, &bytes)
        fields.symbols(capabilities, &bytes)
        fields.finish(in: &bytes)
    }
}

extension Target {
    fileprivate init(fields: inout FieldReader) throws(DecodingFault) {
        address = try fields.value("target.address")
        durable = try TerminusDurability(
            onWire: fields.uint("target.durable"), in: "target.durable")
        expiryPolicy = try fields.symbol("target.expiry-policy")
        timeout = try fields.uint("target.timeout") ?? 0
        dynamic = try fields.boolean("target.dynamic") ?? false
        dynamicNodeProperties = try fields.map("target.dynamic-node-properties") ?? [:]
        capabilities = try fields.symbols("target.capabilities")
    }

    func encode(into bytes: inout ByteBuffer) {
        var fields = FieldWriter(.target, into: &bytes)
        fields.value(address, &bytes)
        fields.uint(durable == .none ? nil : durable.rawValue, &bytes)
        fields.symbol(expiryPolicy, &bytes)
        fields.uint(timeout == 0 ? nil : timeout, &bytes)
        fields.flag(dynamic, &bytes)
        fields.map(dynamicNodeProperties, &bytes)
        fields.symbols(capabilities, &bytes)
        fields.finish(in: &bytes)
    }
}
