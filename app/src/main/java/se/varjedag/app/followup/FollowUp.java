package se.varjedag.app.followup;

/// Questions and answers over what is known now.
public class FollowUp {}
