/**
 * One run: plans the requests, sends the reads and the probes, and brings together what was found.
 */
package conformance.run;
