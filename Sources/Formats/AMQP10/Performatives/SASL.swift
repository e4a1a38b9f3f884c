import NIOCore

/// How SASL ended (part 5, 5.3.3.6).
package enum SASLCode: UInt8, Hashable, Sendable {
    case ok = 0
    /// The credentials were not accepted.
    case auth = 1
    /// A fault of the server.
    case sys = 2
    /// A fault of the server that will not pass by itself.
    case sysPerm = 3
    /// A fault of the server that may pass.
    case sysTemp = 4
}

struct SASLMechanisms: Performative {
    static let descriptor = Descriptor.saslMechanisms

    var mechanisms: [AMQPSymbol]

    init(mechanisms: [AMQPSymbol]) {
        self.mechanisms = mechanisms
    }

    init(fields: inout FieldReader) throws(DecodingFault) {
        mechanisms = try fields.symbols("sasl-mechanisms.sasl-server-mechanisms")
    }

    func encode(into bytes: inout ByteBuffer) {
        var fields = FieldWriter(.saslMechanisms, into: &bytes)
        fields.begin(in: &bytes)
        AMQPArray.symbols(mechanisms).encode(into: &bytes)
        fields.finish(in: &bytes)
    }
}

struct SASLInit: Performative {
    static let descriptor = Descriptor.saslInit

    var mechanism: AMQPSymbol
    /// Nil and empty are different things to some mechanisms.
    var initialResponse: ByteBuffer?
    var hostname: String?

    init(mechanism: AMQPSymbol, initialResponse: ByteBuffer?, hostname: String?) {
        self.mechanism = mechanism
        self.initialResponse = initialResponse
        self.hostname = hostname
    }

    init(fields: inout FieldReader) throws(DecodingFault) {
        mechanism = try FieldReader.required(
            fields.symbol("sasl-init.mechanism"), "sasl-init.mechanism")
        initialResponse = try fields.binary("sasl-init.initial-response")
        hostname = try fields.string("sasl-init.hostname")
    }

    func encode(into bytes: inout ByteBuffer) {
        var fields = FieldWriter(.saslInit, into: &bytes)
        fields.symbol(mechanism, &bytes)
        fields.binary(initialResponse, &bytes)
        fields.string(hostname, &bytes)
        fields.finish(in: &bytes)
    }
}

struct SASLChallenge: Performative {
    static let descriptor = Descriptor.saslChallenge

    var challenge: ByteBuffer

    init(challenge: ByteBuffer) {
        self.challenge = challenge
    }

    init(fields: inout FieldReader) throws(DecodingFault) {
        challenge = try FieldReader.required(
            fields.binary("sasl-challenge.challenge"), "sasl-challenge.challenge")
    }

    func encode(into bytes: inout ByteBuffer) {
        var fields = FieldWriter(.saslChallenge, into: &bytes)
        fields.binary(challenge, &bytes)
        fields.finish(in: &bytes)
    }
}

struct SASLResponse: Performative {
    static let descriptor = Descriptor.saslResponse

    var response: ByteBuffer

    init(response: ByteBuffer) {
        self.response = response
    }

    init(fields: inout FieldReader) throws(DecodingFault) {
        response = try FieldReader.required(
            fields.binary("sasl-response.response"), "sasl-response.response")
    }

    func encode(into bytes: inout ByteBuffer) {
        var fields = FieldWriter(.saslResponse, into: &bytes)
        fields.binary(response, &bytes)
        fields.finish(in: &bytes)
    }
}

struct SASLOutcome: Performative {
    static let descriptor = Descriptor.saslOutcome

    var code: SASLCode

    init(code: SASLCode) {
        self.code = code
    }

    init(fields: inout FieldReader) throws(DecodingFault) {
        let octet = try FieldReader.required(
            fields.ubyte("sasl-outcome.code"), "sasl-outcome.code")
        guard let code = SASLCode(rawValue: octet) else {
            throw DecodingFault(.invalid("is \(octet); 0 to 4 exist"), in: "sasl-outcome.code")
        }
        self.code = code
    }

    func encode(into bytes: inout ByteBuffer) {
        var fields = FieldWriter(.saslOutcome, into: &bytes)
        fields.ubyte(code.rawValue, &bytes)
        fields.finish(in: &bytes)
    }
}
