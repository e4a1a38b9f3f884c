/// The name that was probably meant: the one with the fewest slips from `name`, or nil if none is
/// near enough to be worth saying. Of equally near ones the first in order.
///
/// A slip is a letter too many, too few, wrong, or two swapped (Damerau's and Levenshtein's
/// distance, in the form where no stretch is edited twice). Near enough is one slip in four
/// letters, at least one and at most four.
package func nearest(to name: String, among names: some Sequence<String>) -> String? {
    let sought = Array(name.utf8.prefix(100))
    var best: (name: String, slips: Int)?
    for candidate in names {
        let bound = min(4, max(1, max(sought.count, candidate.utf8.count) / 4))
        guard let slips = slips(from: sought, to: Array(candidate.utf8), atMost: bound) else {
            continue
        }
        if best.map({ (slips, candidate) < ($0.slips, $0.name) }) ?? true {
            best = (candidate, slips)
        }
    }
    return best?.name
}

/// The distance between two texts, or nil if it is beyond the bound.
private func slips(from left: [UInt8], to right: [UInt8], atMost bound: Int) -> Int? {
    guard abs(left.count - right.count) <= bound else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
        var current = [row + 1]
        current.reserveCapacity(right.count + 1)
        for (column, other) in right.enumerated() {
            var cost = min(
                last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
            if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                cost = min(cost, beforeLast[column - 1] + 1)
            }
            current.append(cost)
        }
        guard let least = current.min(), least <= bound else { return nil }
        (beforeLast, last) = (last, current)
    }
    return last[right.count] <= bound ? last[right.count] : nil
}
