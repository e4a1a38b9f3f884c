/// `GET /v1/schemas`: the contract with the agencies, as JSON Schemas.
package struct SchemaReport: Codable, Sendable, Hashable {
    /// Whether the network is one for trying out.
    package var demo: Bool
    /// Each at `/v1/schemas/{name}`.
    package var schemas: [String]

    package init(
        demo: Bool, schemas: [String]
    ) {
        self.demo = demo
        self.schemas = schemas
    }
}
