/** Deviations accepted for a limited time, each with a reason, a ticket and an expiry date. */
package conformance.known;
