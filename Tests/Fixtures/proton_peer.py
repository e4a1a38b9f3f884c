"""AMQP peers made of Qpid Proton, driven from standard input.

Each line of input is a command, a JSON object; each line of output is something that happened on
one of the connections, a JSON object. Proton's engine and its TLS do the protocol; the sockets are
moved here, so that a connection can be cut, or read slowly or not at all. ProtonPeer.swift is the
other side, and shows what commands and events hold.
"""

import json
import os
import selectors
import socket
import ssl
import struct
import sys
import time

from proton import (
    SASL,
    SSL,
    Collector,
    Condition,
    Connection,
    Delivery,
    Event,
    Link,
    Message,
    SSLDomain,
    SymbolList,
    Terminus,
    Transport,
)

STATES = {
    "accepted": Delivery.ACCEPTED,
    "rejected": Delivery.REJECTED,
    "released": Delivery.RELEASED,
    "modified": Delivery.MODIFIED,
}
NAMES = {number: name for name, number in STATES.items()}
SETTLE = {"settled": Link.SND_SETTLED, "unsettled": Link.SND_UNSETTLED, "mixed": Link.SND_MIXED}


def say(on, event, **fields):
    text = json.dumps({"on": on, "event": event, **fields}, default=str)
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def told(condition):
    if condition is None:
        return {}
    info = condition.info or {}
    return {
        "condition": str(condition.name),
        "description": condition.description,
        "info": {str(key): info[key] for key in info},
    }


def terminus(end):
    return None if end.type == Terminus.UNSPECIFIED else end.address


class Peer:
    """One connection."""

    def __init__(self, name, command, selector):
        self.name = name
        self.selector = selector
        self.sessions = {}
        self.links = {}
        self.deliveries = {}
        self.is_mute = False
        self.is_trickling = False
        self.trickle = 1
        self.next_byte = 0
        self.is_gone = False
        self.collector = Collector()
        self.transport = Transport(Transport.CLIENT)
        self.connection = Connection()
        self.connection.collect(self.collector)
        self.configure(command)
        self.socket = socket.create_connection((command["host"], command["port"]))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if "receiveBuffer" in command:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, command["receiveBuffer"])
        self.socket.setblocking(False)
        selector.register(self.socket, selectors.EVENT_READ, self)

    def configure(self, command):
        connection, transport = self.connection, self.transport
        connection.container = command.get("container", self.name)
        connection.hostname = "localhost"
        if command.get("user"):
            connection.authorization = command["user"]
        if command.get("sole"):
            connection.desired_capabilities = SymbolList(["sole-connection-for-container"])
        if "idleTimeout" in command:
            transport.idle_timeout = command["idleTimeout"] / 1000
        if "maxFrameSize" in command:
            transport.max_frame_size = command["maxFrameSize"]
        sasl = SASL(transport)
        sasl.allowed_mechs(command.get("mechanisms", "EXTERNAL"))
        transport.bind(connection)
        domain = SSLDomain(SSLDomain.MODE_CLIENT)
        domain.set_trusted_ca_db(command["ca"])
        if "certificate" in command:
            domain.set_credentials(command["certificate"], command["key"], None)
        domain.set_peer_authentication(SSLDomain.VERIFY_PEER_NAME)
        SSL(transport, domain).peer_hostname = "localhost"
        connection.open()

    # ---- Commands.

    def obey(self, command):
        getattr(self, "do_" + command["do"])(command)

    def do_begin(self, command):
        session = self.connection.session()
        self.sessions[command["session"]] = session
        if "capacity" in command:
            session.incoming_capacity = command["capacity"]
        session.open()

    def do_end(self, command):
        self.sessions[command["session"]].close()

    def do_sender(self, command):
        link = self.sessions[command["session"]].sender(command["link"])
        link.target.address = command.get("address")
        link.source.address = command.get("source", command["link"])
        if command.get("coordinator"):
            link.target.type = Terminus.COORDINATOR
        link.snd_settle_mode = SETTLE[command.get("settle", "mixed")]
        self.attach(link, command)

    def do_receiver(self, command):
        link = self.sessions[command["session"]].receiver(command["link"])
        if command.get("address") is not None:
            link.source.address = command["address"]
        elif not command.get("dynamic"):
            link.source.type = Terminus.UNSPECIFIED
        link.source.dynamic = bool(command.get("dynamic"))
        link.target.address = command["link"]
        link.snd_settle_mode = SETTLE[command.get("settle", "mixed")]
        if command.get("second"):
            link.rcv_settle_mode = Link.RCV_SECOND
        if "maxMessageSize" in command:
            link.max_message_size = command["maxMessageSize"]
        self.attach(link, command)
        if command.get("credit"):
            link.flow(command["credit"])

    def attach(self, link, command):
        self.links[command["link"]] = link
        link.open()

    def do_credit(self, command):
        link = self.links[command["link"]]
        link.drain_mode = False
        link.flow(command["credit"])

    def do_drain(self, command):
        self.links[command["link"]].drain(command.get("credit", 0))

    def do_send(self, command):
        link = self.links[command["link"]]
        message = Message(inferred=command.get("form", "data") in ("data", "sequence"))
        message.body = self.body(command)
        for key in ("id", "subject", "content_type", "content_encoding", "durable"):
            if key in command:
                setattr(message, key, command[key])
        if command.get("properties"):
            message.properties = command["properties"]
        encoded = message.encode()
        delivery = link.delivery(command["tag"])
        link.send(encoded)
        if command.get("settled"):
            delivery.settle()
        link.advance()

    @staticmethod
    def body(command):
        form = command.get("form", "data")
        if "hex" in command:
            return bytes.fromhex(command["hex"])
        text = command["body"]
        if form in ("data", "binary"):
            return text.encode()
        return {"string": text, "map": {"text": text}, "sequence": [text]}[form]

    def do_settle(self, command):
        delivery = self.deliveries.pop((command["link"], command["delivery"]))
        state = command["outcome"]
        if state == "modified":
            delivery.local.failed = bool(command.get("failed"))
            delivery.local.undeliverable = bool(command.get("undeliverable"))
        if state == "rejected":
            delivery.local.condition = Condition("test:rejected", "as the test wants it")
        if state in STATES:
            delivery.update(STATES[state])
        delivery.settle()

    def do_detach(self, command):
        link = self.links[command["link"]]
        link.close() if command.get("closed", True) else link.detach()

    def do_close(self, command):
        self.connection.close()

    def do_cut(self, command):
        """Ends the line as a fault would: with a reset, and without a word."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.leave("cut")

    def do_mute(self, command):
        self.is_mute = True

    def do_trickle(self, command):
        self.is_trickling = True
        self.trickle = int(command["octets"])

    def do_listen(self, command):
        self.is_mute = self.is_trickling = False

    # ---- Bytes.

    def interest(self):
        """What the selector is to look for, and the moment to come back at, if there is one."""
        if self.is_gone:
            return None
        wanted = 0
        if not self.is_mute and not self.is_trickling and self.capacity() > 0:
            wanted |= selectors.EVENT_READ
        if self.pending() > 0:
            wanted |= selectors.EVENT_WRITE
        if wanted:
            self.watch(wanted)
        else:
            self.unwatch()
        deadline = self.transport.tick(time.time())
        if self.is_trickling:
            deadline = min(deadline or float("inf"), self.next_byte)
        return deadline or None

    def move(self):
        if self.is_trickling and not self.is_gone and time.time() >= self.next_byte:
            self.next_byte = time.time() + 1
            self.read(most=self.trickle)
        self.work()
        if not self.is_gone:
            self.write()
            self.work()

    def watch(self, wanted):
        try:
            self.selector.modify(self.socket, wanted, self)
        except KeyError:
            self.selector.register(self.socket, wanted, self)

    def unwatch(self):
        try:
            self.selector.unregister(self.socket)
        except KeyError:
            pass

    def pending(self):
        try:
            return self.transport.pending()
        except Exception:
            return 0

    def capacity(self):
        try:
            return self.transport.capacity()
        except Exception:
            return 0

    def read(self, most=65536):
        try:
            data = self.socket.recv(min(most, max(self.capacity(), 1)))
        except BlockingIOError:
            return
        except OSError as error:
            return self.leave(str(error))
        if not data:
            self.transport.close_tail()
            self.work()
            return self.leave("eof")
        try:
            self.transport.push(data)
        except Exception as error:
            self.leave(str(error))

    def write(self):
        while self.pending() > 0:
            try:
                sent = self.socket.send(self.transport.peek(min(self.pending(), 65536)))
            except BlockingIOError:
                return
            except OSError as error:
                return self.leave(str(error))
            self.transport.pop(sent)

    def leave(self, cause):
        if self.is_gone:
            return
        self.is_gone = True
        self.unwatch()
        self.socket.close()
        condition = self.transport.condition
        say(self.name, "gone", cause=cause, **told(condition))

    # ---- Events.

    def work(self):
        while True:
            event = self.collector.peek()
            if event is None:
                break
            self.handle(event)
            self.collector.pop()
        if not self.is_gone and self.transport.closed:
            self.leave("closed")

    def handle(self, event):
        kind = event.type
        if kind == Event.CONNECTION_REMOTE_OPEN:
            transport, connection = self.transport, self.connection
            say(
                self.name,
                "opened",
                container=connection.remote_container,
                maxFrameSize=transport.remote_max_frame_size,
                idleTimeout=int((transport.remote_idle_timeout or 0) * 1000),
                channelMax=transport.remote_channel_max,
                tls=bool(transport.encrypted),
                offered=[str(item) for item in (connection.remote_offered_capabilities or [])],
                properties={
                    str(key): value for key, value in (connection.remote_properties or {}).items()
                },
            )
        elif kind == Event.CONNECTION_REMOTE_CLOSE:
            say(self.name, "closed", **told(event.connection.remote_condition))
            event.connection.close()
        elif kind == Event.SESSION_REMOTE_OPEN:
            say(self.name, "begun", session=self.session_name(event.session))
        elif kind == Event.SESSION_REMOTE_CLOSE:
            say(
                self.name,
                "ended",
                session=self.session_name(event.session),
                **told(event.session.remote_condition),
            )
            event.session.close()
        elif kind == Event.LINK_REMOTE_OPEN:
            self.attached(event.link)
        elif kind in (Event.LINK_REMOTE_CLOSE, Event.LINK_REMOTE_DETACH):
            is_closed = kind == Event.LINK_REMOTE_CLOSE
            say(
                self.name,
                "detached",
                link=event.link.name,
                closed=is_closed,
                **told(event.link.remote_condition),
            )
            event.link.close() if is_closed else event.link.detach()
        elif kind == Event.LINK_FLOW:
            link = event.link
            if link.is_sender:
                say(self.name, "credit", link=link.name, credit=link.credit)
            else:
                drained = link.drained()
                say(self.name, "flow", link=link.name, credit=link.credit, drained=drained)
        elif kind == Event.DELIVERY:
            self.delivered(event.delivery)
        elif kind == Event.TRANSPORT_ERROR:
            say(self.name, "failed", **told(self.transport.condition))

    def session_name(self, session):
        return next((name for name, own in self.sessions.items() if own == session), "")

    def attached(self, link):
        say(
            self.name,
            "attached",
            link=link.name,
            source=terminus(link.remote_source),
            target=terminus(link.remote_target),
            maxMessageSize=link.remote_max_message_size,
            senderSettles=link.remote_snd_settle_mode,
            receiverSettles=link.remote_rcv_settle_mode,
        )

    def delivered(self, delivery):
        link = delivery.link
        if link.is_sender:
            if delivery.updated:
                remote = delivery.remote
                say(
                    self.name,
                    "outcome",
                    link=link.name,
                    tag=delivery.tag,
                    outcome=NAMES.get(delivery.remote_state, str(delivery.remote_state)),
                    settled=delivery.settled,
                    **told(remote.condition),
                )
                if delivery.settled:
                    delivery.settle()
            return
        if not delivery.readable or delivery.partial:
            return
        encoded = link.recv(delivery.pending)
        link.advance()
        message = Message()
        message.decode(encoded)
        number = self.deliveries.setdefault("count", 0)
        self.deliveries["count"] = number + 1
        self.deliveries[(link.name, number)] = delivery
        body = message.body
        say(
            self.name,
            "delivery",
            link=link.name,
            delivery=number,
            tag=delivery.tag.encode("utf-8", "surrogateescape").hex(),
            settled=delivery.settled,
            deliveryCount=message.delivery_count,
            durable=message.durable,
            priority=message.priority,
            id=message.id,
            subject=message.subject,
            contentType=str(message.content_type),
            properties=message.properties or {},
            body=bytes(body).decode() if isinstance(body, (bytes, memoryview)) else body,
        )


class Raw:
    """A connection on which bytes are sent as they are, over TLS or without; tells frames apart."""

    VERSIONS = {"1.1": ssl.TLSVersion.TLSv1_1, "1.2": ssl.TLSVersion.TLSv1_2}

    def __init__(self, name, command, selector):
        self.name = name
        self.selector = selector
        self.is_gone = False
        self.is_mute = False
        self.is_established = False
        self.received = b""
        self.unsent = b""
        self.tls = None
        if not command.get("plain"):
            self.incoming, self.outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
            self.tls = self.context(command).wrap_bio(
                self.incoming, self.outgoing, server_hostname="localhost"
            )
        self.socket = socket.create_connection((command["host"], command["port"]))
        self.socket.setblocking(False)
        self.move()

    def context(self, command):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.load_verify_locations(command["ca"])
        if "certificate" in command:
            context.load_cert_chain(command["certificate"], command["key"])
        if "version" in command:
            context.set_ciphers("DEFAULT:@SECLEVEL=0")
            version = self.VERSIONS[command["version"]]
            context.minimum_version = context.maximum_version = version
        return context

    def obey(self, command):
        what = command["do"]
        if what == "write":
            data = bytes.fromhex(command["hex"])
            if self.tls is None:
                self.unsent += data
            else:
                self.tls.write(data)
            self.flush()
        elif what == "half-close":
            self.flush()
            self.socket.shutdown(socket.SHUT_WR)
        elif what == "mute":
            self.is_mute = True
        elif what == "listen":
            self.is_mute = False
        elif what == "cut":
            self.leave("cut")

    def interest(self):
        wanted = 0 if self.is_mute else selectors.EVENT_READ
        if self.unsent:
            wanted |= selectors.EVENT_WRITE
        try:
            self.selector.unregister(self.socket)
        except (KeyError, ValueError):
            pass
        if wanted and not self.is_gone:
            self.selector.register(self.socket, wanted, self)
        return None

    def read(self):
        try:
            data = self.socket.recv(65536)
        except BlockingIOError:
            return
        except OSError as error:
            return self.leave(error.strerror or str(error))
        if not data:
            return self.leave("eof")
        if self.tls is None:
            self.take(data)
        else:
            self.incoming.write(data)

    def write(self):
        try:
            sent = self.socket.send(self.unsent)
            self.unsent = self.unsent[sent:]
        except BlockingIOError:
            pass
        except OSError as error:
            self.leave(error.strerror or str(error))

    def flush(self):
        if self.tls is not None:
            self.unsent += self.outgoing.read()
        if self.unsent and not self.is_gone:
            self.write()

    def move(self):
        if self.is_gone:
            return
        if self.tls is not None:
            self.decrypt()
        self.flush()

    def decrypt(self):
        try:
            if not self.is_established:
                self.tls.do_handshake()
                self.is_established = True
                say(self.name, "established", version=self.tls.version())
            while True:
                data = self.tls.read(65536)
                if not data:
                    return self.leave("close_notify")
                self.take(data)
        except ssl.SSLWantReadError:
            pass
        except ssl.SSLError as error:
            self.flush()
            self.leave(error.reason or str(error))

    def take(self, data):
        """Tells the protocol's headers and frames apart."""
        self.received += data
        while len(self.received) >= 8:
            if self.received[:4] == b"AMQP":
                say(self.name, "header", hex=self.received[:8].hex())
                self.received = self.received[8:]
                continue
            size = struct.unpack(">I", self.received[:4])[0]
            if len(self.received) < size:
                return
            frame, self.received = self.received[:size], self.received[size:]
            body = frame[4 * frame[4] :]
            text = "".join(chr(octet) if 32 <= octet < 127 else " " for octet in body)
            say(
                self.name,
                "frame",
                type=frame[5],
                channel=struct.unpack(">H", frame[6:8])[0],
                performative=body[2] if len(body) > 2 else None,
                text=text,
            )

    def leave(self, cause):
        if self.is_gone:
            return
        self.is_gone = True
        try:
            self.selector.unregister(self.socket)
        except (KeyError, ValueError):
            pass
        self.socket.close()
        say(self.name, "gone", cause=cause)


class Loop:
    """Reads commands and moves bytes, until its input ends."""

    def __init__(self):
        self.selector = selectors.DefaultSelector()
        self.peers = {}
        self.waiting = []
        self.input = b""
        os.set_blocking(0, False)
        self.selector.register(0, selectors.EVENT_READ, None)

    def run(self):
        while True:
            deadlines = [peer.interest() for peer in list(self.peers.values())]
            soonest = min((moment for moment in deadlines if moment), default=None)
            patience = None if soonest is None else max(0, soonest - time.time())
            if self.waiting:
                patience = 0.05
            for key, events in self.selector.select(patience):
                if key.data is None:
                    if not self.read_commands():
                        return
                    continue
                if events & selectors.EVENT_READ:
                    key.data.read()
                if events & selectors.EVENT_WRITE and not key.data.is_gone:
                    key.data.write()
            waiting, self.waiting = self.waiting, []
            for command in waiting:
                self.connect(command)
            for name, peer in list(self.peers.items()):
                peer.move()
                if peer.is_gone:
                    del self.peers[name]

    def read_commands(self):
        data = os.read(0, 1 << 20)
        if not data:
            return False
        self.input += data
        *lines, self.input = self.input.split(b"\n")
        for line in lines:
            self.obey(json.loads(line))
        return True

    def obey(self, command):
        name = command["on"]
        try:
            if command["do"] == "connect":
                self.connect(command)
            elif command["do"] == "raw":
                self.peers[name] = Raw(name, command, self.selector)
            elif name in self.peers:
                self.peers[name].obey(command)
            elif command["do"] != "cut":
                say(name, "gone", cause="no such connection")
        except Exception as error:
            say(name, "mistake", command=command["do"], cause=repr(error))

    def connect(self, command):
        """Connects; with `patience`, as often as it takes until somebody listens."""
        name = command["on"]
        try:
            self.peers[name] = Peer(name, command, self.selector)
        except OSError as error:
            if command.get("patience"):
                self.waiting.append(command)
            else:
                say(name, "gone", cause=error.strerror)


Loop().run()
