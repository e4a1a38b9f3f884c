/// Bytes in network order, as they go to the server: grows, and keeps its memory across batches.
///
/// A value: a copy shares the memory until one of the two is changed.
@usableFromInline package struct WireBuffer: Sendable {
    @usableFromInline var storage: Storage
    @usableFromInline var end = 0

    package init(minimumCapacity: Int = 64) {
        storage = Storage(capacity: max(minimumCapacity, 64))
    }

    @inlinable package var count: Int { end }

    @inlinable package mutating func append<Integer: FixedWidthInteger>(_ value: Integer) {
        let size = MemoryLayout<Integer>.size
        makeRoom(for: size)
        storage.base.storeBytes(of: value.bigEndian, toByteOffset: end, as: Integer.self)
        end += size
    }

    @inlinable package mutating func append(bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress else { return }
        makeRoom(for: bytes.count)
        (storage.base + end).copyMemory(from: source, byteCount: bytes.count)
        end += bytes.count
    }

    /// Overwrites an integer that was appended before; the caller has just appended, so the
    /// memory is not shared.
    @inlinable mutating func overwrite<Integer: FixedWidthInteger>(
        at offset: Int, with value: Integer
    ) {
        assert(offset >= 0 && offset + MemoryLayout<Integer>.size <= end)
        storage.base.storeBytes(of: value.bigEndian, toByteOffset: offset, as: Integer.self)
    }

    /// Reads an integer that was appended before.
    func integer<Integer: FixedWidthInteger & BitwiseCopyable>(
        at offset: Int, as type: Integer.Type
    ) -> Integer {
        precondition(offset >= 0 && offset + MemoryLayout<Integer>.size <= end)
        return Integer(bigEndian: storage.base.loadUnaligned(fromByteOffset: offset, as: type))
    }

    /// Empties the buffer. The memory stays, unless one outsized batch had made it huge.
    package mutating func reset() {
        end = 0
        if storage.capacity > Self.retainedCapacity { storage = Storage(capacity: 64) }
    }

    /// Up to this many bytes are kept for the next batch.
    package static let retainedCapacity = 1 << 20

    @inlinable mutating func makeRoom(for extra: Int) {
        if _slowPath(end + extra > storage.capacity || !isKnownUniquelyReferenced(&storage)) {
            move(to: max(end + extra, storage.capacity))
        }
    }

    @usableFromInline mutating func move(to needed: Int) {
        let capacity = needed > storage.capacity ? max(needed, storage.capacity * 2) : needed
        let larger = Storage(capacity: capacity)
        larger.base.copyMemory(from: storage.base, byteCount: end)
        storage = larger
    }

    /// Memory of fixed size. Sendable because it is written only while one value refers to it:
    /// `makeRoom(for:)` copies first otherwise, as Array does.
    @usableFromInline final class Storage: @unchecked Sendable {
        @usableFromInline let base: UnsafeMutableRawPointer
        @usableFromInline let capacity: Int

        init(capacity: Int) {
            base = .allocate(byteCount: capacity, alignment: 16)
            self.capacity = capacity
        }

        deinit {
            base.deallocate()
        }
    }
}
