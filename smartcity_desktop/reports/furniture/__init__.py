"""What every page of every document shares: kop, running head, foot, check strip, warning."""
