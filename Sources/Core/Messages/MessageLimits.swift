package import BoundedJSON

/// What an agency may make the decoder hold, beside the limits of the JSON itself.
package struct MessageLimits: Hashable, Sendable {
    package var json = JSONLimits()
    /// Refusals that are told at once; further ones are counted.
    package var refusals = 20
    /// Others on a case.
    package var participants = 32
    package var attachments = 32

    package init() {}
}
