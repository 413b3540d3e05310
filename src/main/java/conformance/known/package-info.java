/** Deviations that the team has accepted for a while, each with a reason, a ticket and an end. */
package conformance.known;
