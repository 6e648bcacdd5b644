"""The secretariat's desk: what a coordinator does with one open assessment file."""
