"""Tables as people fill them, CSV and XLSX: reading untidy and hostile ones, writing safe ones."""
