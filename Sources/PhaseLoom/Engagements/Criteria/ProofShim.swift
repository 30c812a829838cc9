extension ComposedObligation { var proof: Proof? { nil } }
