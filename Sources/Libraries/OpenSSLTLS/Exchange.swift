/// Puts a new value in the place of an old one and gives the old one back, uncopied.
func exchange<Value>(_ place: inout Value, with new: Value) -> Value {
    var value = new
    swap(&place, &value)
    return value
}
