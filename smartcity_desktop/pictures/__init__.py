"""Pictures of paper: scans, photographs and pages of a PDF, and the QR codes on them."""
