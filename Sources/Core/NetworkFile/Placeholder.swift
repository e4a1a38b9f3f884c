// NetworkFile
