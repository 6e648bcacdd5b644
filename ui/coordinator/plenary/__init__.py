"""What only people decide: open questions, their consequences, who decided and why."""
