/// How a recipient settled a delivery, or how it came back unsettled.
package enum DeliveryOutcome: String, Sendable, CaseIterable {
    case accepted
    case rejected
    case released
    case modified
    /// The link, the connection or the broker ended first.
    case lost
}
