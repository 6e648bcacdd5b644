"""One module per document; what several of them share lies beside them."""
