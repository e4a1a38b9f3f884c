package import AdminAPI
package import HTTPTypes
package import Hummingbird

extension Response {
    /// A response with a body of bytes.
    package init(
        status: HTTPResponse.Status = .ok, contentType: String, bytes: some Sequence<UInt8>
    ) {
        self.init(
            status: status, headers: [.contentType: contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// A report as JSON.
    package static func json(
        _ value: some Encodable, status: HTTPResponse.Status = .ok,
        contentType: String = "application/json"
    ) -> Response {
        do {
            return Response(
                status: status, contentType: contentType, bytes: try AdminCoding.encode(value))
        } catch {
            return Response(status: .internalServerError)
        }
    }

    /// An error, as RFC 9457 has it.
    package init(_ problem: Problem) {
        self = .json(
            problem, status: HTTPResponse.Status(code: problem.status),
            contentType: "application/problem+json")
    }
}

extension Problem {
    /// - Parameter kind: the last part of the problem's URN.
    package init(
        _ status: HTTPResponse.Status, _ kind: String, _ title: String, detail: String,
        errors: [FieldProblem]? = nil, warnings: [WarningLine]? = nil
    ) {
        self.init(
            type: "urn:throughcare:problem:\(kind)", title: title, status: status.code,
            detail: detail, errors: errors, warnings: warnings)
    }

    package static func notFound(_ detail: String) -> Problem {
        Problem(.notFound, "not-found", "There is no such thing", detail: detail)
    }
}
