// MarkedYAML
