"""What makes a PDF an archive file: PDF/A-3b, attachments, bytes that never vary."""
