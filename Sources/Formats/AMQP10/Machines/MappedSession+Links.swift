import NIOCore

// Attach and detach.
extension MappedSession {
    mutating func attachReceived(
        _ attach: Attach, generation: UInt32, _ outbox: inout Outbox
    ) throws(PeerViolation) {
        guard attach.handle < limits.maxLinks else {
            throw .connection(
                AMQPError(
                    .framingError, "handle \(attach.handle); handle-max is \(limits.maxLinks - 1)"))
        }
        if attach.handle < peerHandles.count, case .link = peerHandles[Int(attach.handle)] {
            throw .session(
                AMQPError(.handleInUse, "handle \(attach.handle) has a link; detach it first"))
        }
        let peerRole = attach.role
        if let slot = links.firstIndex(where: {
            $0.awaitsAttach(name: attach.name, peerRole: peerRole)
        }) {
            answerReceived(attach, slot: slot, &outbox)
        } else {
            try requestReceived(attach, generation: generation, &outbox)
        }
    }

    private mutating func answerReceived(
        _ attach: Attach, slot: Int, _ outbox: inout Outbox
    ) {
        links[slot].peerHandle = attach.handle
        note(peer: attach.handle, as: .link(UInt16(truncatingIfNeeded: slot)))
        switch links[slot].attachReceived(attach, limit: limits.maxMessageSize) {
        case .reportAccepted:
            outbox.events.append(.attachAccepted(links[slot].id, AttachGrant(attach)))
        case .awaitReason, .ignore:
            break
        }
    }

    private mutating func requestReceived(
        _ attach: Attach, generation: UInt32, _ outbox: inout Outbox
    ) throws(PeerViolation) {
        // A name names one link (part 2, 2.6.1). To take both is no kindness: Proton closes the
        // connection when the answer to its second attach has the name of a link that it has.
        if let older = links.firstIndex(where: {
            $0.holdsName && $0.role == attach.role.opposite && $0.name == attach.name
        }) {
            violationFound(
                on: older,
                AMQPError(.stolen, "the link '\(attach.name)' has been attached anew"), &outbox)
        }
        guard let slot = freeSlot() else {
            throw .session(
                AMQPError(
                    .resourceLimitExceeded,
                    "no handle is left for another link; detach one, or begin another session"))
        }
        let request = AttachRequest(attach)
        guard outbox.fits(nullAttach(request, slot: slot)) else {
            // Neither a grant nor a refusal could be told: both begin with the name.
            throw .session(
                AMQPError(
                    .frameSizeTooSmall,
                    "attach.name: does not fit into a frame of \(outbox.maxFrameSize) octets; "
                        + "give a shorter name, or open with a larger max-frame-size",
                    info: [.symbol("field"): .string("attach.name")]))
        }
        var link = LinkStateMachine(
            requested: request, initialDeliveryCount: attach.initialDeliveryCount ?? 0,
            id: linkID(slot: slot, generation: generation))
        link.peerHandle = attach.handle
        place(link, at: slot)
        note(peer: attach.handle, as: .link(UInt16(truncatingIfNeeded: slot)))
        if let error = attach.refusal ?? refusal(ofName: attach.name) {
            refuseAttach(slot: slot, error, &outbox)
        } else {
            outbox.events.append(.attachReceived(link.id, request))
        }
    }

    private func refusal(ofName name: String) -> AMQPError? {
        let length = name.utf8.count
        guard length > limits.maxLinkName else { return nil }
        return AMQPError(
            .invalidField,
            "attach.name: has \(length) octets; give one of at most \(limits.maxLinkName)",
            info: [.symbol("field"): .string("attach.name")])
    }

    private func freeSlot() -> Int? {
        let slot = links.firstIndex { $0.isFree } ?? links.count
        return slot < limits.maxLinks && slot <= peerHandleMax ? slot : nil
    }

    private func linkID(slot: Int, generation: UInt32) -> LinkID {
        LinkID(
            generation: generation, session: id.slot, slot: UInt16(truncatingIfNeeded: slot))
    }

    private mutating func place(_ link: LinkStateMachine, at slot: Int) {
        if slot < links.count {
            links[slot] = link
        } else {
            links.append(link)
        }
    }

    /// We attach. Nil when no handle is left, the name is taken, or the peer takes no frame that
    /// holds it all.
    mutating func attach(
        _ request: AttachRequest, generation: UInt32, _ outbox: inout Outbox
    ) -> LinkID? {
        guard let slot = freeSlot(),
            !links.contains(where: {
                $0.name == request.name && $0.role == request.role && !$0.isFree
            })
        else { return nil }
        var attach = Attach(
            name: request.name, handle: UInt32(slot), role: request.role)
        attach.senderSettleMode = request.senderSettleMode
        attach.receiverSettleMode = request.receiverSettleMode
        attach.source = request.source
        attach.target = request.target.map { .node($0) }
        attach.initialDeliveryCount = request.role == .sender ? 0 : nil
        attach.maxMessageSize =
            request.role == .receiver ? limits.maxMessageSize : request.maxMessageSize
        attach.properties = request.properties
        attach.offeredCapabilities = request.offeredCapabilities
        attach.desiredCapabilities = request.desiredCapabilities
        guard outbox.fits(attach) else { return nil }
        let id = linkID(slot: slot, generation: generation)
        place(LinkStateMachine(attaching: request, id: id), at: slot)
        outbox.write(attach, channel: self.id.slot)
        return id
    }

    mutating func acceptAttach(
        slot: Int, _ grant: AttachGrant, _ outbox: inout Outbox
    ) -> Bool {
        let granted = grant.maxMessageSize == 0 ? nil : grant.maxMessageSize
        let limit = min(granted ?? .max, limits.maxMessageSize)
        let link = links[slot]
        var attach = Attach(name: link.name, handle: UInt32(slot), role: link.role)
        attach.senderSettleMode = grant.senderSettleMode
        attach.receiverSettleMode = grant.receiverSettleMode
        attach.source = grant.source
        attach.target = grant.target.map { .node($0) }
        attach.initialDeliveryCount = link.role == .sender ? 0 : nil
        attach.maxMessageSize = link.role == .receiver ? limit : grant.maxMessageSize
        attach.properties = grant.properties
        attach.offeredCapabilities = grant.offeredCapabilities
        guard outbox.fits(attach) else {
            let size = outbox.maxFrameSize
            refuseAttach(
                slot: slot,
                AMQPError(
                    .frameSizeTooSmall,
                    "attach: what is granted does not fit into a frame of \(size) octets; name "
                        + "and terminus are echoed: shorten them, or take larger frames",
                    info: [.symbol("field"): .string("attach")]), &outbox)
            return false
        }
        let (isGranted, early) = links[slot].attachGranted(grant, limit: limit)
        guard isGranted else { return false }
        outbox.write(attach, channel: id.slot)
        if let early { linkFlowReceived(early, slot: slot, &outbox) }
        return true
    }

    /// Attaches with a null terminus, then detaches with the reason (part 2, figure 2.33).
    @discardableResult
    mutating func refuseAttach(
        slot: Int, _ error: AMQPError, _ outbox: inout Outbox
    ) -> Bool {
        guard let request = links[slot].attachRefused() else { return false }
        writeNullAttach(request, slot: slot, &outbox)
        outbox.write(
            Detach(handle: UInt32(slot), closed: true, error: outbox.complete(error)),
            channel: id.slot)
        return true
    }

    private func writeNullAttach(
        _ request: AttachRequest, slot: Int, _ outbox: inout Outbox
    ) {
        outbox.write(nullAttach(request, slot: slot), channel: id.slot)
    }

    private func nullAttach(_ request: AttachRequest, slot: Int) -> Attach {
        var attach = Attach(
            name: request.name, handle: UInt32(slot), role: request.role.opposite)
        attach.senderSettleMode = request.senderSettleMode
        attach.initialDeliveryCount = attach.role == .sender ? 0 : nil
        return attach
    }

    mutating func detachReceived(
        _ detach: Detach, _ outbox: inout Outbox
    ) throws(PeerViolation) {
        guard let slot = try slot(ofPeer: detach.handle) else { return }
        note(peer: detach.handle, as: .detached)
        let answer = Detach(handle: UInt32(slot), closed: detach.closed, error: nil)
        let action = change(slot) { $0.detachReceived() }
        switch action {
        case .answer, .answerRefusal:
            outbox.write(answer, channel: id.slot)
        case .attachAndAnswer(let request):
            writeNullAttach(request, slot: slot, &outbox)
            outbox.write(answer, channel: id.slot)
        case .report, .free:
            break
        }
        let unsettled = forgetDeliveries(of: slot)
        switch action {
        case .answer, .attachAndAnswer, .report:
            let end = LinkEnd(
                closed: detach.closed, error: detach.error, byPeer: action != .report,
                unsettled: unsettled)
            outbox.events.append(.linkDetached(links[slot].id, end))
        case .answerRefusal:
            outbox.events.append(.linkRefused(links[slot].id, detach.error))
        case .free:
            break
        }
        reportResumption(&outbox)
    }

    mutating func detach(
        slot: Int, closed: Bool, error: AMQPError?, _ outbox: inout Outbox
    ) -> Bool {
        guard change(slot, { $0.detachRequested() }) else { return false }
        let error = error.map { outbox.complete($0) }
        withdraw(slot)
        outbox.write(
            Detach(handle: UInt32(slot), closed: closed, error: error), channel: id.slot)
        return true
    }

    /// Detaches a link whose peer broke a rule, and tells the application.
    mutating func violationFound(on slot: Int, _ error: AMQPError, _ outbox: inout Outbox) {
        if let request = links[slot].attachRefused() {
            writeNullAttach(request, slot: slot, &outbox)
        } else if !change(slot, { $0.violationFound() }) {
            return
        }
        let error = outbox.complete(error)
        outbox.write(
            Detach(handle: UInt32(slot), closed: true, error: error), channel: id.slot)
        let end = LinkEnd(
            closed: true, error: error, byPeer: false, unsettled: forgetDeliveries(of: slot))
        outbox.events.append(.linkDetached(links[slot].id, end))
        reportResumption(&outbox)
    }
}

extension Attach {
    /// Why the standard, or what is not implemented, refuses the request; nil when nothing does.
    var refusal: AMQPError? {
        func error(_ condition: AMQPCondition, _ field: String, _ words: String) -> AMQPError {
            AMQPError(condition, words, info: [.symbol("field"): .string(field)])
        }
        if target == .coordinator {
            return error(
                .notImplemented, "attach.target",
                "attach.target: transactions are not implemented; attach to a node")
        }
        if hasUnsettled || incompleteUnsettled {
            return error(
                .notImplemented, "attach.unsettled",
                "attach.unsettled: links are not resumed; attach without unsettled deliveries")
        }
        if source?.dynamic == true || target?.node?.dynamic == true {
            let field = source?.dynamic == true ? "source.dynamic" : "target.dynamic"
            return error(
                .notImplemented, field,
                "\(field): nodes are not made on demand; give the address of one that exists")
        }
        switch role {
        case .receiver where source == nil:
            return error(
                .invalidField, "attach.source",
                "attach.source: is null; a receiver must name the node that it receives from")
        case .sender where target == nil:
            return error(
                .invalidField, "attach.target",
                "attach.target: is null; a sender must name the node that it sends to")
        case .sender where initialDeliveryCount == nil:
            return error(
                .invalidField, "attach.initial-delivery-count",
                "attach.initial-delivery-count: a sender must give it")
        case .receiver, .sender:
            return nil
        }
    }
}
