/** One run: plans the requests, sends the reads and the probes, and collects the results. */
package conformance.run;
