import AdminAPI
import Brokering
import HTTPFace
import HTTPTypes
import Hummingbird
import LibPQ
import Linux
import Logging
import NIOCore
import Referrals

/// Lets through whom the kernel names as one who may.
struct AccessMiddleware: RouterMiddleware {
    typealias Context = AdminContext

    let access: AdminAccess

    func handle(
        _ request: Request, context: AdminContext,
        next: (Request, AdminContext) async throws -> Response
    ) async throws -> Response {
        guard access.allows(context.peer) else {
            context.logger.warning(
                "operator-refused",
                metadata: ["uid": "\(context.peer.uid)", "pid": "\(context.peer.pid)"])
            return Response(
                Problem(
                    .forbidden, "forbidden", "You may not speak on the admin socket",
                    detail: "user \(context.peer.uid) is not among listen.admin.users, and none of"
                        + " its groups among listen.admin.groups"))
        }
        return try await next(request, context)
    }
}

/// Makes a problem of every error, in words that an operator can do something with.
struct ProblemMiddleware: RouterMiddleware {
    typealias Context = AdminContext

    let requestBytes: Int

    func handle(
        _ request: Request, context: AdminContext,
        next: (Request, AdminContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let problem as Problem {
            return Response(problem)
        } catch let error as OperationError {
            return Response(Problem(error))
        } catch let error as DatabaseError {
            context.logger.warning("inspection-failed", metadata: ["cause": "\(error)"])
            return Response(
                Problem(
                    .serviceUnavailable, "database", "The database did not answer",
                    detail: "what was asked needs the database, which did not answer in time;"
                        + " /v1/status needs none"))
        } catch is NIOTooManyBytesError {
            return tooLarge
        } catch let error as HTTPError where error.status == .notFound {
            return Response(
                .notFound("there is no \(request.method.rawValue) \(request.uri.path)"))
        } catch let error as any HTTPResponseError {
            return Response(
                Problem(
                    error.status, "request", error.status.reasonPhrase,
                    detail: "the request cannot be read"))
        } catch {
            context.logger.error("request-failed", metadata: ["cause": "\(error)"])
            return Response(
                Problem(
                    .internalServerError, "internal", "The broker failed",
                    detail: "the broker's log says more"))
        }
    }

    private var tooLarge: Response {
        var response = Response(
            Problem(
                .contentTooLarge, "too-large", "The request is too large",
                detail: "a request's body has at most \(requestBytes) bytes"
                    + " (limits.adminRequestBytes)"))
        response.headers[.connection] = "close"
        return response
    }
}

extension Problem: Error {}

extension Problem {
    init(_ error: OperationError) {
        switch error {
        case .invalid(let faults):
            self.init(
                .unprocessableContent, "network-file", "The network file has faults",
                detail: "nothing was changed: the file has \(faults.faults.count)"
                    + (faults.faults.count == 1 ? " fault" : " faults"),
                errors: faults.faults.map {
                    FieldProblem(
                        pointer: $0.pointer, detail: $0.detail, line: $0.line, column: $0.column)
                })
        case .blocked(let plan):
            self.init(
                .conflict, "network-blocked", "This network is not for this broker",
                detail: "nothing was changed", warnings: plan.warnings.map(WarningLine.init))
        case .conflict(let expected, let found):
            self.init(
                .conflict, "network-version", "The network is another than the one planned on",
                detail: "the plan was made on version \(expected), and version \(found) is in"
                    + " force; nothing was changed: plan again")
        case .refused(let refusal):
            self.init(
                .unprocessableContent, "refused", "The broker refused it",
                detail: "\(refusal.problem); \(refusal.remedy)",
                errors: [FieldProblem(pointer: refusal.field, detail: refusal.problem)])
        case .unavailable(let detail):
            self.init(
                .serviceUnavailable, "unavailable", "The broker cannot do it now", detail: detail)
        }
    }
}

extension NetworkFaults.Fault {
    /// `/agencies/3/certificates/0` for `agencies[3].certificates[0]`.
    var pointer: String {
        let parts = path.split { $0 == "." || $0 == "[" || $0 == "]" }
        return parts.map { part in
            "/" + part.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined()
        }.joined()
    }
}
