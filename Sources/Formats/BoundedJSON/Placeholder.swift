// BoundedJSON
