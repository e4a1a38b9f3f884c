/// Finds what a sender probably meant: the known name within a third of its length in edits.
enum NearestName {
    /// - Returns: nil where no known name is near enough to be a guess.
    static func nearest(to name: String, among known: [String]) -> String? {
        let name = Array(name.lowercased().utf8.prefix(64))
        let candidates = known.map { (name: $0, distance: distance(name, Array($0.utf8))) }
        guard let best = candidates.min(by: { $0.distance < $1.distance }),
            best.distance <= max(1, best.name.utf8.count / 3)
        else { return nil }
        return best.name
    }

    /// `did you mean “x”? `, or nothing.
    static func question(about name: String, among known: [String]) -> String {
        nearest(to: name, among: known).map { "did you mean “\($0)”? " } ?? ""
    }

    /// Insertions, deletions, substitutions and swaps of neighbours that lead from one to the
    /// other.
    static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, byte) in left.enumerated() {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            for (column, other) in right.enumerated() {
                var cost = min(last[column + 1], current[column]) + 1
                cost = min(cost, last[column] + (byte == other ? 0 : 1))
                if row > 0, column > 0, byte == right[column - 1], left[row - 1] == other {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
